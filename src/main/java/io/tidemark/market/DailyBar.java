package io.tidemark.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One session's prices and volume, in the exact decimals they were received in.
///
/// A record of what arrived, good or bad: whether the prices make sense is checked where bars are stored.
///
/// @param date New York session date
/// @param open first price, USD (index points for an index)
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume shares; 0 or below means "no volume" (an index)
public record DailyBar(LocalDate date, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close,
        BigDecimal volume) {

    /// A bar from decimal texts, for hand-written values.
    ///
    /// @throws NumberFormatException when one of them is no decimal number
    public static DailyBar of(LocalDate date, String open, String high, String low, String close, String volume) {
        return new DailyBar(date, new BigDecimal(open), new BigDecimal(high), new BigDecimal(low),
                new BigDecimal(close), new BigDecimal(volume));
    }
}

package io.tidemark.gateway.wire;

import java.math.BigDecimal;

/// One bar as it stands on the wire, every number digit for digit.
///
/// @param date `yyyyMMdd` for a daily bar: the exchange's session date, never to be shifted to another zone
/// @param volume shares; 0 for an index, -1 for a series without volume
/// @param average volume-weighted average price; 0 or -1 likewise
/// @param trades number of trades; 0 or -1 likewise
public record HistoricalBar(String date, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close,
        BigDecimal volume, BigDecimal average, int trades) {

    void write(FieldWriter out) {
        out.text(date).decimal(open).decimal(high).decimal(low).decimal(close).decimal(volume).decimal(average)
                .number(trades);
    }

    static HistoricalBar read(FieldReader in) throws WireException {
        return new HistoricalBar(in.text(), in.decimal("opening price"), in.decimal("highest price"),
                in.decimal("lowest price"), in.decimal("closing price"), in.decimal(), in.decimal(), in.integer());
    }

    /// In an update the fields come in another order than in a list: the close before the high.
    void writeUpdate(FieldWriter out) {
        out.number(trades).text(date).decimal(open).decimal(close).decimal(high).decimal(low).decimal(average)
                .decimal(volume);
    }

    static HistoricalBar readUpdate(FieldReader in) throws WireException {
        int trades = in.integer();
        String date = in.text();
        BigDecimal open = in.decimal("opening price");
        BigDecimal close = in.decimal("closing price");
        BigDecimal high = in.decimal("highest price");
        BigDecimal low = in.decimal("lowest price");
        BigDecimal average = in.decimal();
        return new HistoricalBar(date, open, high, low, close, in.decimal(), average, trades);
    }
}

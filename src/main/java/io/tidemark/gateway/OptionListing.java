package io.tidemark.gateway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Which options an exchange lists on an underlying: the expirations and the strikes, of which not every pair exists.
///
/// @param exchange where they trade; `SMART` for all exchanges together
/// @param tradingClass what the exchange calls them
/// @param multiplier shares a contract, such as `100`
/// @param expirations ascending
/// @param strikes ascending, USD
public record OptionListing(String exchange, String tradingClass, String multiplier, List<LocalDate> expirations,
        List<BigDecimal> strikes) {

    /// Keeps sorted copies.
    public OptionListing {
        expirations = expirations.stream().sorted().toList();
        strikes = strikes.stream().sorted().toList();
    }
}

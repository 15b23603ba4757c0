package io.tidemark.pipeline;

import io.tidemark.gateway.OptionListing;
import io.tidemark.market.OptionContract;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The options that a snapshot asks about: those like the sampled ones, out of the money and 5 to 60 days from their
/// expiration, spread evenly over what is listed. At most 120, which TWS answers within a minute.
///
/// @param listing where they are listed
/// @param options in order of expiration, side and strike
record OptionPick(OptionListing listing, List<OptionContract> options) {
    private static final int FEWEST_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final int EXPIRATIONS = 6;
    private static final int STRIKES = 10;
    /// Farthest strike in units of risk, as for sampled options.
    private static final double FARTHEST = 2.5;
    private static final double DAYS_PER_YEAR = 365;

    /// Picks options.
    ///
    /// @param listings at least one
    /// @param spot price of the underlying, USD
    /// @param volatility of the underlying, annualised fraction
    /// @param today New York date
    static OptionPick of(Symbol symbol, List<OptionListing> listings, double spot, double volatility,
            LocalDate today) {
        OptionListing listing = listings.stream().min(Comparator
                .comparing((OptionListing each) -> !each.exchange().equals("SMART"))
                .thenComparing(each -> !each.tradingClass().equals(symbol.value()))
                .thenComparingInt(each -> -each.expirations().size())).orElseThrow();
        var options = new ArrayList<OptionContract>();
        List<LocalDate> expirations = listing.expirations().stream()
                .filter(each -> days(today, each) >= FEWEST_DAYS && days(today, each) <= MOST_DAYS).toList();
        for (LocalDate expiration : spread(expirations, EXPIRATIONS)) {
            double reach = FARTHEST * volatility * Math.sqrt(days(today, expiration) / DAYS_PER_YEAR);
            for (boolean call : new boolean[]{true, false}) {
                List<BigDecimal> strikes = listing.strikes().stream()
                        .filter(strike -> isWithin(strike.doubleValue(), spot, call ? reach : -reach)).toList();
                spread(strikes, STRIKES)
                        .forEach(strike -> options.add(new OptionContract(symbol, expiration, strike, call)));
            }
        }
        return new OptionPick(listing, options);
    }

    private static long days(LocalDate today, LocalDate expiration) {
        return ChronoUnit.DAYS.between(today, expiration);
    }

    private static boolean isWithin(double strike, double spot, double reach) {
        double distance = Math.log(strike / spot);
        return distance * reach > 0 && Math.abs(distance) <= Math.abs(reach);
    }

    /// At most `most` of the values, the first and the last among them, the others evenly between.
    private static <T> List<T> spread(List<T> values, int most) {
        if (values.size() <= most) {
            return values;
        }
        return IntStream.range(0, most).mapToObj(i -> values.get(i * (values.size() - 1) / (most - 1))).toList();
    }
}

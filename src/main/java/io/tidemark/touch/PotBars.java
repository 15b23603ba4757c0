package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import java.util.List;
import java.util.Map;

/// The bars that options are sampled from.
///
/// @param underlyings one series a symbol, in the order that rows shall have
/// @param vix index points: SPY's implied volatility and a feature
/// @param volatilities series whose closes are a symbol's option-implied volatility as an annualised fraction; a day
///        without one gets a proxy
public record PotBars(List<BarSeries> underlyings, BarSeries vix, Map<Symbol, BarSeries> volatilities) {

    /// Checks that there is at least one symbol and none twice.
    public PotBars {
        underlyings = List.copyOf(underlyings);
        volatilities = Map.copyOf(volatilities);
        if (underlyings.isEmpty()
                || underlyings.stream().map(BarSeries::symbol).distinct().count() < underlyings.size()) {
            throw new IllegalArgumentException("options need at least one underlying and none twice, not "
                    + underlyings.stream().map(BarSeries::symbol).toList());
        }
    }

    /// Bars whose implied volatilities are all proxies.
    public static PotBars of(List<BarSeries> underlyings, BarSeries vix) {
        return new PotBars(underlyings, vix, Map.of());
    }
}

package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The bars that options are sampled from.
///
/// @param underlyings one series a symbol, in the order that rows shall have
/// @param vix index points: SPY's implied volatility and a feature
/// @param volatilities series whose closes are a symbol's option-implied volatility as an annualised fraction; a day
///        without one gets a proxy
/// @param quoted real options of a symbol, to be mixed in once they have expired
public record PotBars(List<BarSeries> underlyings, BarSeries vix, Map<Symbol, BarSeries> volatilities,
        Map<Symbol, List<QuotedOption>> quoted) {

    /// Checks that there is at least one symbol and none twice.
    public PotBars {
        underlyings = List.copyOf(underlyings);
        volatilities = Map.copyOf(volatilities);
        quoted = Map.copyOf(quoted);
        if (underlyings.isEmpty()
                || underlyings.stream().map(BarSeries::symbol).distinct().count() < underlyings.size()) {
            throw new IllegalArgumentException("options need at least one underlying and none twice, not "
                    + underlyings.stream().map(BarSeries::symbol).toList());
        }
    }

    /// Bars without real options.
    public PotBars(List<BarSeries> underlyings, BarSeries vix, Map<Symbol, BarSeries> volatilities) {
        this(underlyings, vix, volatilities, Map.of());
    }

    /// The same with a share of the real options, the same ones for the same seed however many more there are.
    ///
    /// @param share 0 for none to 1 for all
    public PotBars withQuotedShare(double share, long seed) {
        var some = new HashMap<Symbol, List<QuotedOption>>();
        quoted.forEach((symbol, options) -> some.put(symbol,
                options.stream().filter(each -> each.isWithin(share, seed, symbol.value())).toList()));
        return new PotBars(underlyings, vix, volatilities, some);
    }

    /// Bars whose implied volatilities are all proxies.
    public static PotBars of(List<BarSeries> underlyings, BarSeries vix) {
        return new PotBars(underlyings, vix, Map.of());
    }
}

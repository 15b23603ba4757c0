package io.tidemark.gateway.synthetic;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The stylised facts of one synthetic market from its first session to the end of 2035, measured from its bars alone.
///
/// The keys are the rows of the page `synthetic-market.md`.
final class SyntheticFacts {
    static final LocalDate END = LocalDate.of(2035, 12, 31);
    static final List<Symbol> STOCKS = List.of(Symbol.of("TSLA"), Symbol.of("NVDA"), Symbol.of("AMD"));
    private static final int MONTH = 21;

    private final SyntheticMarket market;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private SyntheticFacts(SyntheticMarket market) {
        this.market = market;
        measureSpy();
        measureVix();
        STOCKS.forEach(this::measureStock);
    }

    static SyntheticFacts of(long seed) {
        return new SyntheticFacts(SyntheticMarket.of(seed));
    }

    static BarSeries series(SyntheticMarket market, Symbol symbol) {
        return BarSeries.of(symbol, market.bars(symbol, SyntheticMarket.ORIGIN, END));
    }

    Map<String, Double> all() {
        return values;
    }

    double get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private void measureSpy() {
        var spy = series(market, Universe.SPY);
        var returns = Statistics.logReturns(spy.closes());
        var sizes = Statistics.absolute(returns);
        values.put("SPY volatility", Statistics.deviation(returns) * Math.sqrt(252));
        values.put("SPY excess kurtosis", Statistics.excessKurtosis(returns));
        values.put("SPY return autocorrelation, lag 1", Statistics.correlationAhead(returns, returns, 1));
        values.put("SPY return autocorrelation, lag 5", Statistics.correlationAhead(returns, returns, 5));
        values.put("SPY size autocorrelation, lag 1", Statistics.correlationAhead(sizes, sizes, 1));
        values.put("SPY size autocorrelation, lag 20", Statistics.correlationAhead(sizes, sizes, 20));
        values.put("SPY leverage, return and next size", Statistics.correlationAhead(returns, sizes, 1));
        common(spy, returns);
    }

    private void measureVix() {
        var spy = series(market, Universe.SPY);
        var vix = series(market, Universe.VIX);
        var returns = Statistics.logReturns(spy.closes());
        values.put("VIX mean", Statistics.mean(vix.closes()));
        values.put("VIX lowest close", Arrays.stream(vix.closes()).min().orElseThrow());
        values.put("VIX highest close", Arrays.stream(vix.closes()).max().orElseThrow());
        values.put("VIX change and SPY return", Statistics.correlation(Statistics.changes(vix.closes()), returns));
        values.put("VIX autocorrelation, lag 1", Statistics.correlationAhead(vix.closes(), vix.closes(), 1));
        values.put("VIX autocorrelation, lag 250", Statistics.correlationAhead(vix.closes(), vix.closes(), 250));
        values.put("VIX daily change of the log", Statistics.deviation(Statistics.logReturns(vix.closes())));
        values.put("VIX over realised volatility, points", premium(vix.closes(), returns));
    }

    /// Mean of the index less the volatility realised over the following month, in points.
    private static double premium(double[] vix, double[] returns) {
        var premiums = new ArrayList<Double>();
        for (int i = 0; i + MONTH <= returns.length; i += MONTH) {
            double square = Arrays.stream(returns, i, i + MONTH).map(r -> r * r).average().orElseThrow();
            premiums.add(vix[i] - 100 * Math.sqrt(252 * square));
        }
        return premiums.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private void measureStock(Symbol symbol) {
        var spyReturns = Statistics.logReturns(series(market, Universe.SPY).closes());
        var stock = series(market, symbol);
        var returns = Statistics.logReturns(stock.closes());
        values.put(symbol + " volatility", Statistics.deviation(returns) * Math.sqrt(252));
        values.put(symbol + " beta to SPY", Statistics.slope(spyReturns, returns));
        values.put(symbol + " correlation with SPY", Statistics.correlation(spyReturns, returns));
        values.put(symbol + " excess kurtosis", Statistics.excessKurtosis(returns));
        values.put(symbol + " lowest close", Arrays.stream(stock.closes()).min().orElseThrow());
        values.put(symbol + " highest close", Arrays.stream(stock.closes()).max().orElseThrow());
        common(stock, returns);
    }

    private void common(BarSeries series, double[] returns) {
        int n = series.size();
        var overnight = new double[n - 1];
        var logVolume = new double[n - 1];
        var surprise = new double[n - 1];
        for (int i = 1; i < n; i++) {
            overnight[i - 1] = Math.log(series.open(i) / series.close(i - 1));
            logVolume[i - 1] = Math.log(series.volume(i));
            var next = market.conditionalVolatility(series.symbol(), series.date(i - 1));
            surprise[i - 1] = returns[i - 1] / next * Math.sqrt(252);
        }
        var name = series.symbol();
        double share = Math.pow(Statistics.deviation(overnight) / Statistics.deviation(returns), 2);
        values.put(name + " overnight share of variance", share);
        values.put(name + " log volume and size of return",
                Statistics.correlation(logVolume, Statistics.absolute(returns)));
        values.put(name + " deviation of return over true volatility", Statistics.deviation(surprise));
    }
}

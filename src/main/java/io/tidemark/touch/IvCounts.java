package io.tidemark.touch;

import io.tidemark.market.Symbol;
import java.util.Map;
import java.util.TreeMap;

/// How many options of a symbol have a real implied volatility, and how many a proxy.
///
/// @param real options with [IvSource#REAL]
/// @param proxy options with [IvSource#PROXY]
public record IvCounts(int real, int proxy) {

    /// The counts of each symbol that occurs.
    static Map<Symbol, IvCounts> of(PotSamples samples) {
        var counts = new TreeMap<Symbol, IvCounts>();
        for (int i = 0; i < samples.rows(); i++) {
            var one = samples.ivSource(i) == IvSource.REAL ? new IvCounts(1, 0) : new IvCounts(0, 1);
            counts.merge(samples.symbol(i), one, IvCounts::plus);
        }
        return counts;
    }

    private IvCounts plus(IvCounts other) {
        return new IvCounts(real + other.real, proxy + other.proxy);
    }
}

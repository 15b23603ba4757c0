package io.tidemark.pipeline;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.util.List;

/// What a run of the pipeline is asked to make.
///
/// @param symbols whose bars; SPY and VIX are always needed for the regimes
/// @param years how many years of bars, 2 to 30
/// @param samplesPerSymbol how many options a symbol, 100 to 250,000
/// @param seed seed of all sampling and training
/// @param horizon sessions between a day and the label it is to foretell, 0 to 20; 0 labels the day itself
/// @param realShare share of the collected real options that is mixed into the sampled ones, 0 to 1
public record PipelineSettings(List<Symbol> symbols, int years, int samplesPerSymbol, long seed, int horizon,
        double realShare) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is out of range; the message says which and what is allowed
    public PipelineSettings {
        symbols = List.copyOf(symbols);
        if (symbols.stream().distinct().count() != symbols.size() || symbols.isEmpty()) {
            throw new IllegalArgumentException("symbols: name each once, and at least one, not " + symbols);
        }
        within("years", years, 2, 30);
        within("samples", samplesPerSymbol, 100, 250_000);
        within("horizon", horizon, 0, 20);
        if (!(realShare >= 0 && realShare <= 1)) {
            throw new IllegalArgumentException("real-share: takes 0 to 1, not " + realShare);
        }
    }

    /// Five symbols, ten years, 4,000 options a symbol.
    public static PipelineSettings defaults() {
        return new PipelineSettings(Universe.defaultSymbols(), 10, 4_000, 42, 0, 1);
    }

    /// The same with other symbols.
    public PipelineSettings withSymbols(List<Symbol> others) {
        return new PipelineSettings(others, years, samplesPerSymbol, seed, horizon, realShare);
    }

    /// The same with other years.
    public PipelineSettings withYears(int other) {
        return new PipelineSettings(symbols, other, samplesPerSymbol, seed, horizon, realShare);
    }

    /// The same with another number of options a symbol.
    public PipelineSettings withSamplesPerSymbol(int other) {
        return new PipelineSettings(symbols, years, other, seed, horizon, realShare);
    }

    /// The same with another seed.
    public PipelineSettings withSeed(long other) {
        return new PipelineSettings(symbols, years, samplesPerSymbol, other, horizon, realShare);
    }

    /// The same with another horizon.
    public PipelineSettings withHorizon(int other) {
        return new PipelineSettings(symbols, years, samplesPerSymbol, seed, other, realShare);
    }

    /// The same with another share of real options.
    public PipelineSettings withRealShare(double other) {
        return new PipelineSettings(symbols, years, samplesPerSymbol, seed, horizon, other);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": takes " + least + " to " + most + ", not " + value);
        }
    }
}

package io.tidemark.market;

import java.util.List;
import java.util.Optional;

/// The instruments that the models are made from.
public final class Universe {
    /// The fund whose days are labelled with regimes.
    public static final Symbol SPY = Symbol.of("SPY");
    /// The volatility index that the regime rules read.
    public static final Symbol VIX = Symbol.of("VIX");

    private static final List<Instrument> KNOWN = List.of(Instrument.stock("SPY", "ARCA"),
            Instrument.index("VIX", "CBOE"), Instrument.stock("TSLA", "NASDAQ"), Instrument.stock("NVDA", "NASDAQ"),
            Instrument.stock("AMD", "NASDAQ"));

    private Universe() {
    }

    /// The five default instruments in download order: SPY, VIX, TSLA, NVDA, AMD.
    public static List<Instrument> defaults() {
        return KNOWN;
    }

    /// The symbols of [Universe#defaults()], in the same order.
    public static List<Symbol> defaultSymbols() {
        return KNOWN.stream().map(Instrument::symbol).toList();
    }

    /// The instrument of a symbol: a known one, else a US stock whose listing exchange IBKR has to tell.
    public static Instrument instrument(Symbol symbol) {
        return known(symbol).orElseGet(() -> Instrument.stock(symbol.value(), ""));
    }

    /// Whether options on the symbol are sampled for the probability-of-touch model: everything but VIX.
    public static boolean hasOptions(Symbol symbol) {
        return !symbol.equals(VIX);
    }

    private static Optional<Instrument> known(Symbol symbol) {
        return KNOWN.stream().filter(each -> each.symbol().equals(symbol)).findFirst();
    }
}

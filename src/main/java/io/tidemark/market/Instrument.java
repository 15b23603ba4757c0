package io.tidemark.market;

/// What identifies a security at IBKR before its contract id is known.
///
/// @param symbol the ticker
/// @param type stock or index
/// @param exchange routing exchange, `SMART` for stocks, `CBOE` for VIX
/// @param primaryExchange listing exchange, which keeps `SMART` unambiguous; empty for an index
/// @param currency ISO 4217 code
public record Instrument(Symbol symbol, SecurityType type, String exchange, String primaryExchange, String currency) {

    /// A US stock or fund routed by `SMART`.
    public static Instrument stock(String symbol, String primaryExchange) {
        return new Instrument(Symbol.of(symbol), SecurityType.STOCK, "SMART", primaryExchange, "USD");
    }

    /// An index of the given exchange, in USD.
    public static Instrument index(String symbol, String exchange) {
        return new Instrument(Symbol.of(symbol), SecurityType.INDEX, exchange, "", "USD");
    }
}

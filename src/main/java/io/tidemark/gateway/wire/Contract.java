package io.tidemark.gateway.wire;

import java.math.BigDecimal;

/// What names a security in a request: the twelve contract fields in their order on the wire.
///
/// Every text may be empty and every number zero, which means "not given".
///
/// @param conId IBKR's contract id
/// @param symbol ticker, or the underlying's ticker for an option
/// @param secType `STK`, `IND`, `OPT` ...
/// @param expiry last trade date or contract month, `yyyyMMdd` or `yyyyMM`
/// @param strike strike price
/// @param right `C` or `P`
/// @param multiplier contract multiplier
/// @param exchange routing exchange
/// @param primaryExchange listing exchange
/// @param currency ISO 4217 code
/// @param localSymbol symbol on the exchange
/// @param tradingClass trading class
public record Contract(int conId, String symbol, String secType, String expiry, BigDecimal strike, String right,
        String multiplier, String exchange, String primaryExchange, String currency, String localSymbol,
        String tradingClass) {

    /// A contract without expiry, strike and right, and not yet named by IBKR.
    public static Contract plain(int conId, String symbol, String secType, String exchange, String primaryExchange,
            String currency) {
        return new Contract(conId, symbol, secType, "", BigDecimal.ZERO, "", "", exchange, primaryExchange, currency,
                "", "");
    }

    /// The same contract with what IBKR calls it.
    public Contract named(String newLocalSymbol, String newTradingClass) {
        return new Contract(conId, symbol, secType, expiry, strike, right, multiplier, exchange, primaryExchange,
                currency, newLocalSymbol, newTradingClass);
    }

    void write(FieldWriter out) {
        out.number(conId).text(symbol).text(secType).text(expiry).decimalOrEmpty(strike).text(right).text(multiplier)
                .text(exchange).text(primaryExchange).text(currency).text(localSymbol).text(tradingClass);
    }

    static Contract read(FieldReader in) throws WireException {
        return new Contract(in.integer(), in.text(), in.text(), in.text(), in.decimal(), in.text(), in.text(),
                in.text(), in.text(), in.text(), in.text(), in.text());
    }
}

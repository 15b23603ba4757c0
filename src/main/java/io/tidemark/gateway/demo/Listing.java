package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ContractDetails;
import io.tidemark.gateway.wire.ContractDetails.Hours;
import io.tidemark.gateway.wire.ContractDetails.Issuer;
import io.tidemark.gateway.wire.ContractDetails.Sizes;
import io.tidemark.gateway.wire.ContractDetails.Tag;
import io.tidemark.gateway.wire.ContractDetails.Trading;
import io.tidemark.gateway.wire.ContractDetails.Underlying;
import io.tidemark.market.Instrument;
import io.tidemark.market.SecurityType;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// One security that a demo gateway knows.
///
/// @param instrument what identifies it
/// @param conId contract id: IBKR's own for the default symbols, else made from the symbol
/// @param marketName market name and trading class
/// @param issuer name and kind
record Listing(Instrument instrument, int conId, String marketName, Issuer issuer) {
    private static final String STOCK_EXCHANGES = "SMART,AMEX,NYSE,CBOE,PHLX,ISE,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,"
            + "EDGEA,BYX,IEX,EDGX,FOXRIVER,PEARL,NYSENAT,LTSE,MEMX,PSX";
    private static final String ORDER_TYPES = "ACTIVETIM,AD,ADDONT,ADJUST,ALERT,LMT,MKT,STP";
    private static final int OTHERS_FROM = 900_000_000;
    private static final int OTHERS = 90_000_000;

    /// The listing of a symbol.
    ///
    /// @param kind word that is added to the name, so that nobody takes these bars for live ones
    static Listing of(Symbol symbol, String kind) {
        return switch (symbol.value()) {
            case "SPY" -> listing(symbol, 756_733, "SPY",
                    issuer("SS SPDR S&P 500 ETF TRUST-US", kind, "", "", "ETF", "US78462F1030"));
            case "VIX" -> listing(symbol, 13_455_763, "VIX",
                    new Issuer("CBOE Volatility Index (" + kind + ")", "Indices", "Volatility Index", "*", "",
                            List.of()));
            case "TSLA" -> listing(symbol, 76_792_991, "NMS", issuer("TESLA INC", kind, "Consumer, Cyclical",
                    "Auto Manufacturers", "COMMON", "US88160R1014"));
            case "NVDA" -> listing(symbol, 4_815_747, "NMS", issuer("NVIDIA CORP", kind, "Technology",
                    "Semiconductors", "COMMON", "US67066G1040"));
            case "AMD" -> listing(symbol, 4_391, "NMS", issuer("ADVANCED MICRO DEVICES", kind, "Technology",
                    "Semiconductors", "COMMON", "US0079031078"));
            default -> listing(symbol, otherConId(symbol), symbol.value(),
                    new Issuer(symbol + " (" + kind + ")", "", "", "", "COMMON", List.of()));
        };
    }

    private static Listing listing(Symbol symbol, int conId, String marketName, Issuer issuer) {
        var known = Universe.instrument(symbol);
        var instrument = known.primaryExchange().isEmpty() && known.type() == SecurityType.STOCK
                ? Instrument.stock(symbol.value(), "NASDAQ")
                : known;
        return new Listing(instrument, conId, marketName, issuer);
    }

    private static Issuer issuer(String name, String kind, String industry, String category, String stockType,
            String isin) {
        return new Issuer(name + " (" + kind + ")", industry, category, "", stockType,
                List.of(new Tag("ISIN", isin)));
    }

    private static int otherConId(Symbol symbol) {
        var sum = new CRC32();
        sum.update(symbol.value().getBytes(StandardCharsets.US_ASCII));
        return OTHERS_FROM + Math.toIntExact(sum.getValue() % OTHERS);
    }

    /// Ticker.
    Symbol symbol() {
        return instrument.symbol();
    }

    /// Stock or index.
    SecurityType type() {
        return instrument.type();
    }

    /// Routing exchange.
    String exchange() {
        return instrument.exchange();
    }

    /// Whether a request can mean this security: what it leaves open fits anything.
    boolean fits(Contract asked) {
        if (asked.conId() != 0) {
            return asked.conId() == conId;
        }
        return asked.symbol().equals(symbol().value()) && asked.secType().equals(type().code())
                && open(asked.currency(), instrument.currency()) && fitsExchange(asked);
    }

    private boolean fitsExchange(Contract asked) {
        if (type() == SecurityType.INDEX) {
            return open(asked.exchange(), exchange());
        }
        boolean routed = asked.exchange().isEmpty()
                || List.of(STOCK_EXCHANGES.split(",")).contains(modern(asked.exchange()));
        return routed && open(modern(asked.primaryExchange()), instrument.primaryExchange());
    }

    private static boolean open(String asked, String actual) {
        return asked.isEmpty() || asked.equals(actual);
    }

    /// Today's name of an exchange that has changed it.
    private static String modern(String exchange) {
        return exchange.equals("ISLAND") ? "NASDAQ" : exchange;
    }

    /// All that a gateway tells about it.
    ContractDetails details(Hours hours) {
        var index = type() == SecurityType.INDEX;
        var contract = Contract.plain(conId, symbol().value(), type().code(), exchange(),
                instrument.primaryExchange(), instrument.currency()).named(symbol().value(), marketName);
        var one = BigDecimal.ONE;
        var sizes = index
                ? new Sizes(one, one, one)
                : new Sizes(new BigDecimal("0.0001"), new BigDecimal("0.0001"),
                        BigDecimal.valueOf(100));
        var exchanges = index ? exchange() : STOCK_EXCHANGES;
        var rules = index ? "26" : "26,".repeat(STOCK_EXCHANGES.split(",").length - 1) + "26";
        var trading = new Trading(marketName, new BigDecimal("0.01"), ORDER_TYPES, exchanges, 1, rules, 1, sizes);
        return new ContractDetails(contract, trading, issuer, hours, Underlying.none());
    }
}

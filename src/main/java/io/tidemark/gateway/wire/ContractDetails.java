package io.tidemark.gateway.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// All that a server tells about one contract.
///
/// @param contract the contract itself, with its id
/// @param trading where and how it trades
/// @param issuer who issued it
/// @param hours when it trades
/// @param underlying what it derives from, [Underlying#none()] for a stock
public record ContractDetails(Contract contract, Trading trading, Issuer issuer, Hours hours, Underlying underlying) {

    /// Where and how a contract trades.
    ///
    /// @param marketName market name, such as `NMS`
    /// @param minTick smallest step of its price
    /// @param orderTypes order types allowed, comma-separated
    /// @param validExchanges exchanges, comma-separated
    /// @param priceMagnifier factor between price and what is paid, 1 for US stocks
    /// @param marketRuleIds price rules, one for each exchange, comma-separated
    /// @param aggGroup aggregation group
    /// @param sizes smallest size and size steps
    public record Trading(String marketName, BigDecimal minTick, String orderTypes, String validExchanges,
            int priceMagnifier, String marketRuleIds, int aggGroup, Sizes sizes) {}

    /// Which sizes are allowed.
    public record Sizes(BigDecimal smallest, BigDecimal step, BigDecimal suggestedStep) {}

    /// Who issued a contract, and what it is.
    ///
    /// @param longName company or fund
    /// @param stockType `COMMON`, `ETF` ...; empty for an index
    /// @param ids other ids, such as ISIN
    public record Issuer(String longName, String industry, String category, String subcategory, String stockType,
            List<Tag> ids) {
        /// Keeps a copy.
        public Issuer {
            ids = List.copyOf(ids);
        }
    }

    /// A name and a value.
    public record Tag(String name, String value) {}

    /// When a contract trades.
    ///
    /// @param timeZone zone of the hours, such as `US/Eastern`
    /// @param trading all trading hours of the next days
    /// @param liquid regular hours of the next days
    public record Hours(String timeZone, String trading, String liquid) {}

    /// What a contract derives from.
    ///
    /// @param conId contract id, 0 for none
    /// @param contractMonth `yyyyMM`
    /// @param expiration true expiration date, `yyyyMMdd`
    public record Underlying(int conId, String symbol, String secType, String contractMonth, String expiration) {

        /// The contract derives from nothing.
        public static Underlying none() {
            return new Underlying(0, "", "", "", "");
        }
    }

    void write(FieldWriter out) {
        out.text(contract.symbol()).text(contract.secType()).text(contract.expiry()).decimal(contract.strike())
                .text(contract.right()).text(contract.exchange()).text(contract.currency())
                .text(contract.localSymbol()).text(trading.marketName).text(contract.tradingClass())
                .number(contract.conId()).decimal(trading.minTick).text(contract.multiplier())
                .text(trading.orderTypes).text(trading.validExchanges).number(trading.priceMagnifier)
                .number(underlying.conId).escaped(issuer.longName).text(contract.primaryExchange())
                .text(underlying.contractMonth).escaped(issuer.industry).escaped(issuer.category)
                .escaped(issuer.subcategory).text(hours.timeZone).text(hours.trading).text(hours.liquid).empty()
                .empty().number(issuer.ids.size());
        issuer.ids.forEach(each -> out.text(each.name).text(each.value));
        out.number(trading.aggGroup).text(underlying.symbol).text(underlying.secType).text(trading.marketRuleIds)
                .text(underlying.expiration).text(issuer.stockType).decimal(trading.sizes.smallest)
                .decimal(trading.sizes.step).decimal(trading.sizes.suggestedStep);
    }

    static ContractDetails read(FieldReader in) throws WireException {
        var head = Head.read(in);
        int priceMagnifier = in.integer();
        int underlyingConId = in.integer();
        String longName = in.escapedText();
        String primaryExchange = in.text();
        String contractMonth = in.text();
        String industry = in.escapedText();
        String category = in.escapedText();
        String subcategory = in.escapedText();
        var hours = new Hours(in.text(), in.text(), in.text());
        in.skip(2); // rule and multiplier of an economic value, which no stock has
        List<Tag> ids = tags(in);
        int aggGroup = in.integer();
        String underlyingSymbol = in.text();
        String underlyingType = in.text();
        String marketRuleIds = in.text();
        String expiration = in.text();
        String stockType = in.text();
        var sizes = new Sizes(in.decimal(), in.decimal(), in.decimal());
        return new ContractDetails(head.contract(primaryExchange),
                new Trading(head.marketName, head.minTick, head.orderTypes, head.validExchanges, priceMagnifier,
                        marketRuleIds, aggGroup, sizes),
                new Issuer(longName, industry, category, subcategory, stockType, ids), hours,
                new Underlying(underlyingConId, underlyingSymbol, underlyingType, contractMonth, expiration));
    }

    private static List<Tag> tags(FieldReader in) throws WireException {
        int count = in.count();
        var tags = new ArrayList<Tag>();
        for (int i = 0; i < count; i++) {
            tags.add(new Tag(in.text(), in.text()));
        }
        return tags;
    }

    /// The first fields of the message, in their order on the wire.
    private record Head(String symbol, String secType, String expiry, BigDecimal strike, String right,
            String exchange, String currency, String localSymbol, String marketName, String tradingClass, int conId,
            BigDecimal minTick, String multiplier, String orderTypes, String validExchanges) {

        static Head read(FieldReader in) throws WireException {
            return new Head(in.text(), in.text(), in.text(), in.decimal(), in.text(), in.text(), in.text(),
                    in.text(), in.text(), in.text(), in.integer(), in.decimal(), in.text(), in.text(), in.text());
        }

        Contract contract(String primaryExchange) {
            return new Contract(conId, symbol, secType, expiry, strike, right, multiplier, exchange, primaryExchange,
                    currency, localSymbol, tradingClass);
        }
    }
}

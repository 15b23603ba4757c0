package io.tidemark.gateway.official;

import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ContractDetails;
import io.tidemark.gateway.wire.ContractDetails.Hours;
import io.tidemark.gateway.wire.ContractDetails.Issuer;
import io.tidemark.gateway.wire.ContractDetails.Sizes;
import io.tidemark.gateway.wire.ContractDetails.Tag;
import io.tidemark.gateway.wire.ContractDetails.Trading;
import io.tidemark.gateway.wire.ContractDetails.Underlying;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contracts between our records and IBKR's beans, whose texts may be null.
final class Contracts {

    private Contracts() {
    }

    static com.ib.client.Contract theirs(Contract ours, boolean includeExpired) {
        var theirs = new com.ib.client.Contract();
        theirs.conid(ours.conId());
        theirs.symbol(ours.symbol());
        theirs.secType(ours.secType());
        theirs.lastTradeDateOrContractMonth(ours.expiry());
        theirs.strike(ours.strike().doubleValue());
        theirs.right(ours.right());
        theirs.multiplier(ours.multiplier());
        theirs.exchange(ours.exchange());
        theirs.primaryExch(ours.primaryExchange());
        theirs.currency(ours.currency());
        theirs.localSymbol(ours.localSymbol());
        theirs.tradingClass(ours.tradingClass());
        theirs.includeExpired(includeExpired);
        return theirs;
    }

    static ContractDetails ours(com.ib.client.ContractDetails theirs) {
        return new ContractDetails(ours(theirs.contract()), trading(theirs), issuer(theirs),
                new Hours(text(theirs.timeZoneId()), text(theirs.tradingHours()), text(theirs.liquidHours())),
                new Underlying(theirs.underConid(), text(theirs.underSymbol()), text(theirs.underSecType()),
                        text(theirs.contractMonth()), text(theirs.realExpirationDate())));
    }

    private static Contract ours(com.ib.client.Contract theirs) {
        return new Contract(theirs.conid(), text(theirs.symbol()), text(theirs.getSecType()),
                text(theirs.lastTradeDateOrContractMonth()), Numbers.decimal(theirs.strike()),
                text(theirs.getRight()), text(theirs.multiplier()), text(theirs.exchange()),
                text(theirs.primaryExch()), text(theirs.currency()), text(theirs.localSymbol()),
                text(theirs.tradingClass()));
    }

    private static Trading trading(com.ib.client.ContractDetails theirs) {
        return new Trading(text(theirs.marketName()), Numbers.decimal(theirs.minTick()), text(theirs.orderTypes()),
                text(theirs.validExchanges()), theirs.priceMagnifier(), text(theirs.marketRuleIds()),
                theirs.aggGroup(), new Sizes(Numbers.decimal(theirs.minSize()),
                        Numbers.decimal(theirs.sizeIncrement()), Numbers.decimal(theirs.suggestedSizeIncrement())));
    }

    private static Issuer issuer(com.ib.client.ContractDetails theirs) {
        List<Tag> ids = Optional.ofNullable(theirs.secIdList()).orElse(List.of()).stream()
                .map(each -> new Tag(text(each.m_tag), text(each.m_value))).toList();
        return new Issuer(text(theirs.longName()), text(theirs.industry()), text(theirs.category()),
                text(theirs.subcategory()), text(theirs.stockType()), ids);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

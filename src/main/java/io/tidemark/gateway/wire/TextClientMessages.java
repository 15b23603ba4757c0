package io.tidemark.gateway.wire;

import io.tidemark.gateway.wire.ClientMessage.AccountQuestion;
import io.tidemark.gateway.wire.ClientMessage.CancelHeadTimestamp;
import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.CancelMarketData;
import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.ClientMessage.CurrentTimeRequest;
import io.tidemark.gateway.wire.ClientMessage.HeadTimestampRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import io.tidemark.gateway.wire.ClientMessage.IdsRequest;
import io.tidemark.gateway.wire.ClientMessage.ManagedAccountsRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataTypeRequest;
import io.tidemark.gateway.wire.ClientMessage.OptionParametersRequest;
import io.tidemark.gateway.wire.ClientMessage.StartApi;
import io.tidemark.gateway.wire.ClientMessage.Unknown;

/// How messages from client to server are laid out as text, and their numbers.
final class TextClientMessages {
    private static final int MARKET_DATA = 1;
    private static final int CANCEL_MARKET_DATA = 2;
    private static final int IDS = 8;
    private static final int CONTRACT_DETAILS = 9;
    private static final int MANAGED_ACCOUNTS = 17;
    private static final int HISTORICAL_DATA = 20;
    private static final int CANCEL_HISTORICAL_DATA = 25;
    private static final int CURRENT_TIME = 49;
    private static final int MARKET_DATA_TYPE = 59;
    private static final int START_API = 71;
    private static final int OPTION_PARAMETERS = 78;
    private static final int HEAD_TIMESTAMP = 87;
    private static final int CANCEL_HEAD_TIMESTAMP = 90;
    /// A combination, whose request carries a list of legs in the middle.
    private static final String COMBINATION = "BAG";
    private static final int FIELDS_OF_A_LEG = 4;

    private TextClientMessages() {
    }

    static byte[] encode(ClientMessage message) {
        var out = new FieldWriter();
        switch (message) {
            case StartApi it -> out.number(START_API).number(2).number(it.clientId()).text(it.capabilities());
            case ContractDetailsRequest it -> write(out, it);
            case HistoricalDataRequest it -> write(out, it);
            case CancelHistoricalData it -> out.number(CANCEL_HISTORICAL_DATA).number(1).number(it.requestId());
            case HeadTimestampRequest it -> write(out, it);
            case CancelHeadTimestamp it -> out.number(CANCEL_HEAD_TIMESTAMP).number(it.requestId());
            case OptionParametersRequest it -> out.number(OPTION_PARAMETERS).number(it.requestId())
                    .text(it.underlyingSymbol()).text(it.exchange()).text(it.underlyingSecType())
                    .number(it.underlyingConId());
            case MarketDataTypeRequest it -> out.number(MARKET_DATA_TYPE).number(1).number(it.type());
            case MarketDataRequest it -> write(out, it);
            case CancelMarketData it -> out.number(CANCEL_MARKET_DATA).number(2).number(it.requestId());
            case CurrentTimeRequest() -> out.number(CURRENT_TIME).number(1);
            case IdsRequest() -> out.number(IDS).number(1).number(1);
            case ManagedAccountsRequest() -> out.number(MANAGED_ACCOUNTS).number(1);
            case AccountQuestion it -> write(out, it);
            case Unknown it -> throw new IllegalArgumentException("message " + it.id() + " has no layout");
        }
        return out.body();
    }

    static ClientMessage decode(int id, FieldReader in) throws WireException {
        return switch (id) {
            case START_API -> readStartApi(in);
            case CONTRACT_DETAILS -> readContractDetails(in);
            case HISTORICAL_DATA -> readHistoricalData(in);
            case CANCEL_HISTORICAL_DATA -> new CancelHistoricalData(afterVersion(in).integer());
            case HEAD_TIMESTAMP -> new HeadTimestampRequest(in.integer(), Contract.read(in), in.flag(), in.flag(),
                    in.text(), in.integer());
            case CANCEL_HEAD_TIMESTAMP -> new CancelHeadTimestamp(in.integer());
            case OPTION_PARAMETERS ->
                new OptionParametersRequest(in.integer(), in.text(), in.text(), in.text(), in.integer());
            case MARKET_DATA_TYPE -> new MarketDataTypeRequest(afterVersion(in).integer());
            case MARKET_DATA -> readMarketData(in);
            case CANCEL_MARKET_DATA -> new CancelMarketData(afterVersion(in).integer());
            case CURRENT_TIME -> new CurrentTimeRequest();
            case IDS -> new IdsRequest();
            case MANAGED_ACCOUNTS -> new ManagedAccountsRequest();
            default -> {
                var topic = AccountTopic.ofQuestion(id);
                yield topic.isPresent() ? readAccountQuestion(topic.get(), in) : new Unknown(id);
            }
        };
    }

    private static void write(FieldWriter out, ContractDetailsRequest it) {
        out.number(CONTRACT_DETAILS).number(8).number(it.requestId());
        it.contract().write(out);
        out.flag(it.includeExpired()).text(it.secIdType()).text(it.secId()).text(it.issuerId());
    }

    private static void write(FieldWriter out, HistoricalDataRequest it) {
        out.number(HISTORICAL_DATA).number(it.requestId());
        it.contract().write(out);
        var range = it.range();
        out.flag(it.includeExpired()).text(range.end()).text(range.barSize()).text(range.duration())
                .flag(range.regularHours()).text(range.whatToShow()).number(it.dateFormat());
        if (isCombination(it.contract())) {
            out.number(0);
        }
        out.flag(it.keepUpToDate()).text(it.options());
    }

    private static void write(FieldWriter out, HeadTimestampRequest it) {
        out.number(HEAD_TIMESTAMP).number(it.requestId());
        it.contract().write(out);
        out.flag(it.includeExpired()).flag(it.regularHours()).text(it.whatToShow()).number(it.dateFormat());
    }

    private static void write(FieldWriter out, MarketDataRequest it) {
        out.number(MARKET_DATA).number(11).number(it.requestId());
        it.contract().write(out);
        if (isCombination(it.contract())) {
            out.number(0);
        }
        // no delta-neutral leg; and never a regulatory snapshot, each of which is billed
        out.flag(false).text(it.genericTicks()).flag(it.snapshot()).flag(false).text(it.options());
    }

    private static FieldWriter write(FieldWriter out, AccountQuestion it) {
        out.number(it.topic().questionId());
        return switch (it.topic()) {
            case POSITIONS, OPEN_ORDERS, ALL_OPEN_ORDERS -> out.number(1);
            case COMPLETED_ORDERS -> out.flag(false);
            case ACCOUNT_UPDATES -> out.number(2).flag(true).text(it.account());
            case ACCOUNT_UPDATES_MULTI ->
                out.number(1).number(it.requestId()).text(it.account()).empty().flag(false);
            case EXECUTIONS -> out.number(3).number(it.requestId()).number(0).text(it.account()).empty().empty()
                    .empty().empty().empty();
        };
    }

    private static StartApi readStartApi(FieldReader in) throws WireException {
        int version = in.integer();
        int clientId = in.integer();
        return new StartApi(clientId, version >= 2 && in.hasNext() ? in.text() : "");
    }

    private static ContractDetailsRequest readContractDetails(FieldReader in) throws WireException {
        afterVersion(in);
        return new ContractDetailsRequest(in.integer(), Contract.read(in), in.flag(), in.text(), in.text(),
                in.text());
    }

    private static HistoricalDataRequest readHistoricalData(FieldReader in) throws WireException {
        int requestId = in.integer();
        var contract = Contract.read(in);
        boolean includeExpired = in.flag();
        var range = new HistoricalRange(in.text(), in.text(), in.text(), in.flag(), in.text());
        int dateFormat = in.integer();
        skipLegs(contract, in);
        return new HistoricalDataRequest(requestId, contract, includeExpired, range, dateFormat, in.flag(),
                in.text());
    }

    private static MarketDataRequest readMarketData(FieldReader in) throws WireException {
        int requestId = afterVersion(in).integer();
        var contract = Contract.read(in);
        skipLegs(contract, in);
        if (in.flag()) {
            in.skip(3); // contract, delta and price of a delta-neutral leg
        }
        String genericTicks = in.text();
        boolean snapshot = in.flag();
        in.skip(1); // regulatory snapshot
        return new MarketDataRequest(requestId, contract, genericTicks, snapshot, in.text());
    }

    private static AccountQuestion readAccountQuestion(AccountTopic topic, FieldReader in) throws WireException {
        return switch (topic) {
            case POSITIONS, OPEN_ORDERS, ALL_OPEN_ORDERS, COMPLETED_ORDERS -> new AccountQuestion(topic, 0, "");
            case ACCOUNT_UPDATES -> {
                in.skip(2); // version, subscribe
                yield new AccountQuestion(topic, 0, in.text());
            }
            case ACCOUNT_UPDATES_MULTI -> new AccountQuestion(topic, afterVersion(in).integer(), in.text());
            case EXECUTIONS -> {
                int requestId = afterVersion(in).integer();
                in.skip(1); // client id
                yield new AccountQuestion(topic, requestId, in.text());
            }
        };
    }

    private static void skipLegs(Contract contract, FieldReader in) throws WireException {
        if (isCombination(contract)) {
            in.skip(in.count() * FIELDS_OF_A_LEG);
        }
    }

    private static boolean isCombination(Contract contract) {
        return COMBINATION.equals(contract.secType());
    }

    private static FieldReader afterVersion(FieldReader in) throws WireException {
        in.skip(1);
        return in;
    }
}

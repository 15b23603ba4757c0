package io.tidemark.gateway.wire;

import io.tidemark.gateway.wire.ServerMessage.AccountEnd;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import io.tidemark.gateway.wire.ServerMessage.CurrentTime;
import io.tidemark.gateway.wire.ServerMessage.HeadTimestamp;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.HistoricalDataUpdate;
import io.tidemark.gateway.wire.ServerMessage.HistoricalSchedule;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import io.tidemark.gateway.wire.ServerMessage.MarketDataType;
import io.tidemark.gateway.wire.ServerMessage.NextValidId;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.ServerMessage.OptionParameters;
import io.tidemark.gateway.wire.ServerMessage.OptionParametersEnd;
import io.tidemark.gateway.wire.ServerMessage.Session;
import io.tidemark.gateway.wire.ServerMessage.TickNumber;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import io.tidemark.gateway.wire.ServerMessage.TickParameters;
import io.tidemark.gateway.wire.ServerMessage.TickPrice;
import io.tidemark.gateway.wire.ServerMessage.TickSize;
import io.tidemark.gateway.wire.ServerMessage.TickSnapshotEnd;
import io.tidemark.gateway.wire.ServerMessage.TickText;
import io.tidemark.gateway.wire.ServerMessage.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How messages from server to client are laid out as text, and their numbers.
final class TextServerMessages {
    private static final int TICK_PRICE = 1;
    private static final int TICK_SIZE = 2;
    private static final int NOTICE = 4;
    private static final int NEXT_VALID_ID = 9;
    private static final int CONTRACT_DATA = 10;
    private static final int MANAGED_ACCOUNTS = 15;
    private static final int HISTORICAL_DATA = 17;
    private static final int TICK_OPTION = 21;
    private static final int TICK_NUMBER = 45;
    private static final int TICK_TEXT = 46;
    private static final int CURRENT_TIME = 49;
    private static final int CONTRACT_DATA_END = 52;
    private static final int TICK_SNAPSHOT_END = 57;
    private static final int MARKET_DATA_TYPE = 58;
    private static final int OPTION_PARAMETERS = 75;
    private static final int OPTION_PARAMETERS_END = 76;
    private static final int TICK_PARAMETERS = 81;
    private static final int HEAD_TIMESTAMP = 88;
    private static final int HISTORICAL_DATA_UPDATE = 90;
    private static final int HISTORICAL_SCHEDULE = 106;
    /// The version that stands in every kind of tick.
    private static final int TICK_VERSION = 6;

    private TextServerMessages() {
    }

    static byte[] encode(ServerMessage message) {
        var out = new FieldWriter();
        switch (message) {
            case ManagedAccounts it -> out.number(MANAGED_ACCOUNTS).number(1).text(String.join(",", it.accounts()));
            case NextValidId it -> out.number(NEXT_VALID_ID).number(1).number(it.id());
            case Notice it -> out.number(NOTICE).number(2).number(it.requestId()).number(it.code())
                    .escaped(it.text()).escaped(it.rejectJson());
            case ContractData it -> it.details().write(out.number(CONTRACT_DATA).number(it.requestId()));
            case ContractDataEnd it -> out.number(CONTRACT_DATA_END).number(1).number(it.requestId());
            case HistoricalData it -> write(out, it);
            case HistoricalDataUpdate it ->
                it.bar().writeUpdate(out.number(HISTORICAL_DATA_UPDATE).number(it.requestId()));
            case HistoricalSchedule it -> write(out, it);
            case HeadTimestamp it -> out.number(HEAD_TIMESTAMP).number(it.requestId()).text(it.time());
            case OptionParameters it -> write(out, it);
            case OptionParametersEnd it -> out.number(OPTION_PARAMETERS_END).number(it.requestId());
            case MarketDataType it -> out.number(MARKET_DATA_TYPE).number(1).number(it.requestId()).number(it.type());
            case TickParameters it -> out.number(TICK_PARAMETERS).number(it.requestId()).decimal(it.minTick())
                    .text(it.bboExchange()).number(it.snapshotPermissions());
            case TickPrice it -> tick(out, TICK_PRICE, it.requestId(), it.tickType()).decimal(it.price())
                    .decimal(it.size()).number(it.attributes());
            case TickSize it -> tick(out, TICK_SIZE, it.requestId(), it.tickType()).decimal(it.size());
            case TickNumber it -> tick(out, TICK_NUMBER, it.requestId(), it.tickType()).decimal(it.value());
            case TickText it -> tick(out, TICK_TEXT, it.requestId(), it.tickType()).text(it.value());
            case TickOption it -> it.values().write(out.number(TICK_OPTION).number(it.requestId())
                    .number(it.tickType()).number(it.attribute()));
            case TickSnapshotEnd it -> out.number(TICK_SNAPSHOT_END).number(1).number(it.requestId());
            case CurrentTime it -> out.number(CURRENT_TIME).number(1).number(it.epochSeconds());
            case AccountEnd it -> write(out, it);
            case Unknown it -> throw new IllegalArgumentException("message " + it.id() + " has no layout");
        }
        return out.body();
    }

    static ServerMessage decode(int id, FieldReader in) throws WireException {
        return switch (id) {
            case MANAGED_ACCOUNTS -> new ManagedAccounts(accounts(afterVersion(in).text()));
            case NEXT_VALID_ID -> new NextValidId(afterVersion(in).integer());
            case NOTICE -> readNotice(afterVersion(in));
            case CONTRACT_DATA -> new ContractData(in.integer(), ContractDetails.read(in));
            case CONTRACT_DATA_END -> new ContractDataEnd(afterVersion(in).integer());
            case HISTORICAL_DATA -> readHistoricalData(in);
            case HISTORICAL_DATA_UPDATE -> new HistoricalDataUpdate(in.integer(), HistoricalBar.readUpdate(in));
            case HISTORICAL_SCHEDULE -> readSchedule(in);
            case HEAD_TIMESTAMP -> new HeadTimestamp(in.integer(), in.text());
            case OPTION_PARAMETERS -> readOptionParameters(in);
            case OPTION_PARAMETERS_END -> new OptionParametersEnd(in.integer());
            case MARKET_DATA_TYPE -> new MarketDataType(afterVersion(in).integer(), in.integer());
            case TICK_PARAMETERS -> new TickParameters(in.integer(), in.decimal(), in.text(), in.integer());
            case TICK_PRICE -> new TickPrice(afterVersion(in).integer(), in.integer(), in.decimal(), in.decimal(),
                    in.integer());
            case TICK_SIZE -> new TickSize(afterVersion(in).integer(), in.integer(), in.decimal());
            case TICK_NUMBER -> new TickNumber(afterVersion(in).integer(), in.integer(), in.decimal());
            case TICK_TEXT -> new TickText(afterVersion(in).integer(), in.integer(), in.text());
            case TICK_OPTION -> new TickOption(in.integer(), in.integer(), in.integer(), OptionComputation.read(in));
            case TICK_SNAPSHOT_END -> new TickSnapshotEnd(afterVersion(in).integer());
            case CURRENT_TIME -> new CurrentTime(afterVersion(in).number());
            default -> {
                var topic = AccountTopic.ofEnd(id);
                yield topic.isPresent() ? readAccountEnd(topic.get(), in) : new Unknown(id);
            }
        };
    }

    private static void write(FieldWriter out, HistoricalData it) {
        out.number(HISTORICAL_DATA).number(it.requestId()).text(it.start()).text(it.end())
                .number(it.bars().size());
        it.bars().forEach(each -> each.write(out));
    }

    private static void write(FieldWriter out, HistoricalSchedule it) {
        out.number(HISTORICAL_SCHEDULE).number(it.requestId()).text(it.start()).text(it.end()).text(it.timeZone())
                .number(it.sessions().size());
        it.sessions().forEach(each -> out.text(each.open()).text(each.close()).text(each.date()));
    }

    private static void write(FieldWriter out, OptionParameters it) {
        out.number(OPTION_PARAMETERS).number(it.requestId()).text(it.exchange()).number(it.underlyingConId())
                .text(it.tradingClass()).text(it.multiplier()).number(it.expirations().size());
        it.expirations().forEach(out::text);
        out.number(it.strikes().size());
        it.strikes().forEach(out::decimal);
    }

    private static FieldWriter write(FieldWriter out, AccountEnd it) {
        out.number(it.topic().endId());
        return switch (it.topic()) {
            case COMPLETED_ORDERS -> out;
            case POSITIONS, OPEN_ORDERS, ALL_OPEN_ORDERS -> out.number(1);
            case ACCOUNT_UPDATES -> out.number(1).text(it.account());
            case ACCOUNT_UPDATES_MULTI, EXECUTIONS -> out.number(1).number(it.requestId());
        };
    }

    private static FieldWriter tick(FieldWriter out, int id, int requestId, int tickType) {
        return out.number(id).number(TICK_VERSION).number(requestId).number(tickType);
    }

    private static List<String> accounts(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private static Notice readNotice(FieldReader in) throws WireException {
        return new Notice(in.integer(), in.integer(), in.escapedText(), in.hasNext() ? in.escapedText() : "");
    }

    private static HistoricalData readHistoricalData(FieldReader in) throws WireException {
        int requestId = in.integer();
        String start = in.text();
        String end = in.text();
        int count = in.count();
        var bars = new ArrayList<HistoricalBar>();
        for (int i = 0; i < count; i++) {
            bars.add(HistoricalBar.read(in));
        }
        return new HistoricalData(requestId, start, end, bars);
    }

    private static HistoricalSchedule readSchedule(FieldReader in) throws WireException {
        int requestId = in.integer();
        String start = in.text();
        String end = in.text();
        String timeZone = in.text();
        int count = in.count();
        var sessions = new ArrayList<Session>();
        for (int i = 0; i < count; i++) {
            sessions.add(new Session(in.text(), in.text(), in.text()));
        }
        return new HistoricalSchedule(requestId, start, end, timeZone, sessions);
    }

    private static OptionParameters readOptionParameters(FieldReader in) throws WireException {
        int requestId = in.integer();
        String exchange = in.text();
        int underlyingConId = in.integer();
        String tradingClass = in.text();
        String multiplier = in.text();
        var expirations = new ArrayList<String>();
        for (int left = in.count(); left > 0; left--) {
            expirations.add(in.text());
        }
        var strikes = new ArrayList<BigDecimal>();
        for (int left = in.count(); left > 0; left--) {
            strikes.add(in.decimal());
        }
        return new OptionParameters(requestId, exchange, underlyingConId, tradingClass, multiplier, expirations,
                strikes);
    }

    private static AccountEnd readAccountEnd(AccountTopic topic, FieldReader in) throws WireException {
        return switch (topic) {
            case POSITIONS, OPEN_ORDERS, ALL_OPEN_ORDERS, COMPLETED_ORDERS -> new AccountEnd(topic, 0, "");
            case ACCOUNT_UPDATES -> new AccountEnd(topic, 0, afterVersion(in).text());
            case ACCOUNT_UPDATES_MULTI, EXECUTIONS -> new AccountEnd(topic, afterVersion(in).integer(), "");
        };
    }

    private static FieldReader afterVersion(FieldReader in) throws WireException {
        in.skip(1);
        return in;
    }
}

package io.tidemark.gateway.wire;

import java.math.BigDecimal;
import java.util.List;

/// What a server can say to a client.
public sealed interface ServerMessage {

    /// The accounts of the login, never empty on a real gateway.
    record ManagedAccounts(List<String> accounts) implements ServerMessage {
        /// Keeps a copy.
        public ManagedAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /// The next id; with [ManagedAccounts] the sign that requests are taken.
    record NextValidId(int id) implements ServerMessage {}

    /// An error, a warning or a notice; which of them follows from the code and from whose request it is.
    ///
    /// @param requestId the request it belongs to, -1 for none
    /// @param code TWS code
    /// @param text TWS's words
    /// @param rejectJson details of a rejected order, empty here
    record Notice(int requestId, int code, String text, String rejectJson) implements ServerMessage {

        /// The request id of a notice that belongs to no request.
        public static final int GENERAL = -1;

        /// A notice about one request.
        public static Notice about(int requestId, int code, String text) {
            return new Notice(requestId, code, text, "");
        }

        /// A notice about the connection as a whole.
        public static Notice general(int code, String text) {
            return about(GENERAL, code, text);
        }
    }

    /// One contract that fits the description asked for.
    record ContractData(int requestId, ContractDetails details) implements ServerMessage {}

    /// No more contracts follow.
    record ContractDataEnd(int requestId) implements ServerMessage {}

    /// All bars asked for; no other message follows.
    ///
    /// @param start first moment covered, for information only: its zone is the server's choice
    /// @param end last moment covered, likewise
    record HistoricalData(int requestId, String start, String end, List<HistoricalBar> bars)
            implements
                ServerMessage {
        /// Keeps a copy.
        public HistoricalData {
            bars = List.copyOf(bars);
        }
    }

    /// The running bar anew, when updates were asked for.
    record HistoricalDataUpdate(int requestId, HistoricalBar bar) implements ServerMessage {}

    /// The sessions of a contract.
    ///
    /// @param timeZone zone of all the times
    record HistoricalSchedule(int requestId, String start, String end, String timeZone, List<Session> sessions)
            implements
                ServerMessage {
        /// Keeps a copy.
        public HistoricalSchedule {
            sessions = List.copyOf(sessions);
        }
    }

    /// One trading session.
    ///
    /// @param open first moment
    /// @param close last moment
    /// @param date session date, `yyyyMMdd`
    record Session(String open, String close, String date) {}

    /// The date of the earliest bar.
    record HeadTimestamp(int requestId, String time) implements ServerMessage {}

    /// The expirations and strikes of an underlying's options on one exchange.
    ///
    /// @param expirations `yyyyMMdd`
    record OptionParameters(int requestId, String exchange, int underlyingConId, String tradingClass,
            String multiplier, List<String> expirations, List<BigDecimal> strikes) implements ServerMessage {
        /// Keeps copies.
        public OptionParameters {
            expirations = List.copyOf(expirations);
            strikes = List.copyOf(strikes);
        }
    }

    /// No more option parameters follow.
    record OptionParametersEnd(int requestId) implements ServerMessage {}

    /// Which kind of quotes a request gets: live (1), frozen (2), delayed (3), delayed and frozen (4).
    record MarketDataType(int requestId, int type) implements ServerMessage {}

    /// How quotes of a request are to be read.
    record TickParameters(int requestId, BigDecimal minTick, String bboExchange, int snapshotPermissions)
            implements
                ServerMessage {}

    /// A price.
    ///
    /// @param size the size that goes with it, zero when there is none
    /// @param attributes bits: 0 can execute automatically, 1 past the limit, 2 before the opening
    record TickPrice(int requestId, int tickType, BigDecimal price, BigDecimal size, int attributes)
            implements
                ServerMessage {}

    /// A size.
    record TickSize(int requestId, int tickType, BigDecimal size) implements ServerMessage {}

    /// Some other number.
    record TickNumber(int requestId, int tickType, BigDecimal value) implements ServerMessage {}

    /// Some other text.
    record TickText(int requestId, int tickType, String value) implements ServerMessage {}

    /// Greeks.
    ///
    /// @param attribute 0 when computed from returns, 1 from prices
    record TickOption(int requestId, int tickType, int attribute, OptionComputation values) implements ServerMessage {}

    /// No more quotes follow for a snapshot.
    record TickSnapshotEnd(int requestId) implements ServerMessage {}

    /// The server's clock.
    record CurrentTime(long epochSeconds) implements ServerMessage {}

    /// The end of an answer about the account.
    ///
    /// @param topic what was asked about; the two kinds of open orders cannot be told apart here
    /// @param requestId id of the question, 0 where the topic has none
    /// @param account account asked about, empty where the topic has none
    record AccountEnd(AccountTopic topic, int requestId, String account) implements ServerMessage {}

    /// A message that this codec has no record for. Skip it.
    ///
    /// @param id its number
    record Unknown(int id) implements ServerMessage {}
}

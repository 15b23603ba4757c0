package io.tidemark.gateway.wire;

/// What a client can say to a server.
///
/// Reading only: there is no message for placing, changing or cancelling an order, and none for exercising an option.
public sealed interface ClientMessage {

    /// Opens the session.
    ///
    /// @param clientId number of this client; two live connections cannot share one
    /// @param capabilities optional capabilities, mostly empty
    record StartApi(int clientId, String capabilities) implements ClientMessage {}

    /// Asks which contracts fit a description.
    ///
    /// @param secIdType kind of `secId`, such as `ISIN`; mostly empty
    /// @param secId the id, mostly empty
    /// @param issuerId issuer of a bond, mostly empty
    record ContractDetailsRequest(int requestId, Contract contract, boolean includeExpired, String secIdType,
            String secId, String issuerId) implements ClientMessage {

        /// Asks for a contract that has not expired, by its description alone.
        public static ContractDetailsRequest of(int requestId, Contract contract) {
            return new ContractDetailsRequest(requestId, contract, false, "", "", "");
        }
    }

    /// Asks for bars.
    ///
    /// @param range which bars
    /// @param dateFormat 1 for texts, 2 for epoch seconds; daily bars are `yyyyMMdd` either way
    /// @param keepUpToDate whether updates shall follow
    /// @param options `tag=value;` pairs, mostly empty
    record HistoricalDataRequest(int requestId, Contract contract, boolean includeExpired, HistoricalRange range,
            int dateFormat, boolean keepUpToDate, String options) implements ClientMessage {

        /// Asks once, with dates as texts.
        public static HistoricalDataRequest once(int requestId, Contract contract, HistoricalRange range) {
            return new HistoricalDataRequest(requestId, contract, false, range, 1, false, "");
        }
    }

    /// Which bars are asked for.
    ///
    /// @param end last moment, `yyyyMMdd HH:mm:ss zone` or `yyyyMMdd-HH:mm:ss` in UTC; empty for now
    /// @param barSize such as `1 day`
    /// @param duration such as `10 Y`
    /// @param regularHours whether only regular trading hours count
    /// @param whatToShow such as `TRADES`
    record HistoricalRange(String end, String barSize, String duration, boolean regularHours, String whatToShow) {}

    /// Gives up a request for bars.
    record CancelHistoricalData(int requestId) implements ClientMessage {}

    /// Asks for the date of the earliest bar.
    record HeadTimestampRequest(int requestId, Contract contract, boolean includeExpired, boolean regularHours,
            String whatToShow, int dateFormat) implements ClientMessage {}

    /// Gives up a request for the earliest date; also needed after its answer.
    record CancelHeadTimestamp(int requestId) implements ClientMessage {}

    /// Asks for the expirations and strikes of an underlying's options.
    ///
    /// @param exchange exchange of futures options, empty for options on stocks
    record OptionParametersRequest(int requestId, String underlyingSymbol, String exchange, String underlyingSecType,
            int underlyingConId) implements ClientMessage {}

    /// Chooses live (1), frozen (2), delayed (3) or delayed and frozen (4) quotes.
    record MarketDataTypeRequest(int type) implements ClientMessage {}

    /// Asks for quotes.
    ///
    /// @param genericTicks tick types wanted besides the usual; empty for a snapshot
    /// @param snapshot whether one answer is enough
    /// @param options `tag=value;` pairs, mostly empty
    record MarketDataRequest(int requestId, Contract contract, String genericTicks, boolean snapshot, String options)
            implements
                ClientMessage {}

    /// Ends quotes.
    record CancelMarketData(int requestId) implements ClientMessage {}

    /// Asks for the server's clock.
    record CurrentTimeRequest() implements ClientMessage {}

    /// Asks for the next id again.
    record IdsRequest() implements ClientMessage {}

    /// Asks for the managed accounts again.
    record ManagedAccountsRequest() implements ClientMessage {}

    /// One of the questions about the account that other clients ask on connecting.
    ///
    /// @param topic what is asked about
    /// @param requestId id to answer to, 0 where the topic has none
    /// @param account account asked about, empty where the topic has none
    record AccountQuestion(AccountTopic topic, int requestId, String account) implements ClientMessage {}

    /// A message that this codec has no record for. Skip it.
    ///
    /// @param id its number
    record Unknown(int id) implements ClientMessage {}
}

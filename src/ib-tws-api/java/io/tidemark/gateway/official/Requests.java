package io.tidemark.gateway.official;

import com.ib.client.EClientSocket;
import com.ib.client.TagValue;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ClientMessage.CancelHeadTimestamp;
import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.CancelMarketData;
import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.ClientMessage.CurrentTimeRequest;
import io.tidemark.gateway.wire.ClientMessage.HeadTimestampRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.IdsRequest;
import io.tidemark.gateway.wire.ClientMessage.ManagedAccountsRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataTypeRequest;
import io.tidemark.gateway.wire.ClientMessage.OptionParametersRequest;
import io.tidemark.gateway.wire.ClientMessage.StartApi;
import java.util.List;

/// Our messages as calls of IBKR's client. Reading only: none of its order methods is called here.
final class Requests {
    /// IBKR ignores the argument.
    private static final int ONE_ID = 1;
    private static final List<TagValue> NO_OPTIONS = List.of();

    private Requests() {
    }

    /// Makes the call that a message stands for.
    ///
    /// @throws IllegalArgumentException when it is one that Tidemark never sends
    static void send(ClientMessage message, EClientSocket client) {
        switch (message) {
            case StartApi start -> {
                client.optionalCapabilities(start.capabilities());
                client.startAPI();
            }
            case ContractDetailsRequest it ->
                client.reqContractDetails(it.requestId(), Contracts.theirs(it.contract(), it.includeExpired()));
            case HistoricalDataRequest it -> bars(it, client);
            case CancelHistoricalData it -> client.cancelHistoricalData(it.requestId());
            case HeadTimestampRequest it ->
                client.reqHeadTimestamp(it.requestId(), Contracts.theirs(it.contract(), it.includeExpired()),
                        it.whatToShow(), flag(it.regularHours()), it.dateFormat());
            case CancelHeadTimestamp it -> client.cancelHeadTimestamp(it.requestId());
            case OptionParametersRequest it -> client.reqSecDefOptParams(it.requestId(), it.underlyingSymbol(),
                    it.exchange(), it.underlyingSecType(), it.underlyingConId());
            case MarketDataTypeRequest it -> client.reqMarketDataType(it.type());
            case MarketDataRequest it -> client.reqMktData(it.requestId(), Contracts.theirs(it.contract(), false),
                    it.genericTicks(), it.snapshot(), false, NO_OPTIONS);
            case CancelMarketData it -> client.cancelMktData(it.requestId());
            case CurrentTimeRequest _ -> client.reqCurrentTime();
            case IdsRequest _ -> client.reqIds(ONE_ID);
            case ManagedAccountsRequest _ -> client.reqManagedAccts();
            case ClientMessage.AccountQuestion _,ClientMessage.Unknown _ ->
                throw new IllegalArgumentException("Tidemark never asks this: " + message);
        }
    }

    private static void bars(HistoricalDataRequest it, EClientSocket client) {
        var range = it.range();
        client.reqHistoricalData(it.requestId(), Contracts.theirs(it.contract(), it.includeExpired()), range.end(),
                range.duration(), range.barSize(), range.whatToShow(), flag(range.regularHours()), it.dateFormat(),
                it.keepUpToDate(), NO_OPTIONS);
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}

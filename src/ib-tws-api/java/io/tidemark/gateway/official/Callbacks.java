package io.tidemark.gateway.official;

import com.ib.client.Bar;
import com.ib.client.ContractDetails;
import com.ib.client.DefaultEWrapper;
import com.ib.client.TickAttrib;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.OptionComputation;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import io.tidemark.gateway.wire.ServerMessage.CurrentTime;
import io.tidemark.gateway.wire.ServerMessage.HeadTimestamp;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import io.tidemark.gateway.wire.ServerMessage.MarketDataType;
import io.tidemark.gateway.wire.ServerMessage.NextValidId;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.ServerMessage.OptionParameters;
import io.tidemark.gateway.wire.ServerMessage.OptionParametersEnd;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import io.tidemark.gateway.wire.ServerMessage.TickPrice;
import io.tidemark.gateway.wire.ServerMessage.TickSnapshotEnd;
import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// IBKR's callbacks as our messages.
///
/// Errors that IBKR's client makes itself, codes 501 to 599 without a request, tell of the connection and not of the
/// market: they are kept for the reason of its loss.
final class Callbacks extends DefaultEWrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int FIRST_OWN_CODE = 501;
    private static final int LAST_OWN_CODE = 599;

    private final Consumer<ServerMessage> told;
    /// Bars of requests under way: they come one by one, and their end apart.
    private final Map<Integer, List<HistoricalBar>> bars = new ConcurrentHashMap<>();
    private volatile @Nullable IOException failure;

    Callbacks(Consumer<ServerMessage> told) {
        this.told = told;
    }

    /// Learns what is asked: bars of a request that nobody made, or that was given up, are not kept.
    void asked(ClientMessage message) {
        switch (message) {
            case HistoricalDataRequest it -> bars.put(it.requestId(), new ArrayList<>());
            case ClientMessage.CancelHistoricalData it -> bars.remove(it.requestId());
            default -> {
                // nothing to keep
            }
        }
    }

    /// Why IBKR's client gave the connection up, where it said so.
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void managedAccounts(String accounts) {
        told.accept(new ManagedAccounts(Arrays.stream(accounts.split(",", -1)).map(String::strip)
                .filter(each -> !each.isEmpty()).toList()));
    }

    @Override
    public void nextValidId(int id) {
        told.accept(new NextValidId(id));
    }

    @Override
    public void currentTime(long epochSeconds) {
        told.accept(new CurrentTime(epochSeconds));
    }

    @Override
    public void contractDetails(int requestId, ContractDetails details) {
        told.accept(new ContractData(requestId, Contracts.ours(details)));
    }

    @Override
    public void contractDetailsEnd(int requestId) {
        told.accept(new ContractDataEnd(requestId));
    }

    @Override
    public void historicalData(int requestId, Bar bar) {
        List<HistoricalBar> rows = bars.get(requestId);
        if (rows != null) {
            rows.add(new HistoricalBar(bar.time(), Numbers.decimal(bar.open()), Numbers.decimal(bar.high()),
                    Numbers.decimal(bar.low()), Numbers.decimal(bar.close()), Numbers.decimal(bar.volume()),
                    Numbers.decimal(bar.wap()), bar.count()));
        }
    }

    @Override
    public void historicalDataEnd(int requestId, String start, String end) {
        List<HistoricalBar> rows = bars.remove(requestId);
        if (rows != null) {
            told.accept(new HistoricalData(requestId, start, end, rows));
        }
    }

    @Override
    public void headTimestamp(int requestId, String time) {
        told.accept(new HeadTimestamp(requestId, time));
    }

    @Override
    public void securityDefinitionOptionalParameter(int requestId, String exchange, int underlyingConId,
            String tradingClass, String multiplier, Set<String> expirations, Set<Double> strikes) {
        told.accept(new OptionParameters(requestId, exchange, underlyingConId, tradingClass, multiplier,
                List.copyOf(expirations), strikes.stream().map(Numbers::decimal).toList()));
    }

    @Override
    public void securityDefinitionOptionalParameterEnd(int requestId) {
        told.accept(new OptionParametersEnd(requestId));
    }

    @Override
    public void marketDataType(int requestId, int type) {
        told.accept(new MarketDataType(requestId, type));
    }

    @Override
    public void tickPrice(int requestId, int tickType, double price, TickAttrib attributes) {
        int bits = (attributes.canAutoExecute() ? 1 : 0) | (attributes.pastLimit() ? 2 : 0)
                | (attributes.preOpen() ? 4 : 0);
        // IBKR's client tells the size that goes with it apart, in a callback that nobody here waits for
        told.accept(new TickPrice(requestId, tickType, Numbers.decimal(price), BigDecimal.ZERO, bits));
    }

    @Override
    public void tickOptionComputation(int requestId, int tickType, int attribute, double impliedVolatility,
            double delta, double price, double presentDividend, double gamma, double vega, double theta,
            double underlyingPrice) {
        told.accept(new TickOption(requestId, tickType, attribute, new OptionComputation(
                Numbers.computed(impliedVolatility), Numbers.computed(delta), Numbers.computed(price),
                Numbers.computed(presentDividend), Numbers.computed(gamma), Numbers.computed(vega),
                Numbers.computed(theta), Numbers.computed(underlyingPrice))));
    }

    @Override
    public void tickSnapshotEnd(int requestId) {
        told.accept(new TickSnapshotEnd(requestId));
    }

    /// As IBKR's client calls it up to 10.32.
    @SuppressWarnings("MissingOverride") // one of the two is an override, whichever copy of IBKR's this is built with
    public void error(int requestId, int code, String text, @Nullable String rejectJson) {
        if (requestId == Notice.GENERAL && code >= FIRST_OWN_CODE && code <= LAST_OWN_CODE) {
            failed(new IOException(text.strip() + " (" + code + ")"));
        } else {
            told.accept(new Notice(requestId, code, text, rejectJson == null ? "" : rejectJson));
        }
    }

    /// As IBKR's client calls it from 10.33 on.
    @SuppressWarnings("MissingOverride") // see above
    public void error(int requestId, long time, int code, String text, @Nullable String rejectJson) {
        error(requestId, code, text, rejectJson);
    }

    @Override
    public void error(Exception e) {
        failed(switch (e) {
            case IOException it -> it;
            // what IBKR's reader makes of the end of the stream while it waits for the rest of a frame
            case IndexOutOfBoundsException _ -> new WireException("the connection ended inside a frame");
            default -> new IOException(e.toString(), e);
        });
    }

    @Override
    public void error(String text) {
        LOG.warn("IBKR's client says: {}", text);
    }

    private void failed(IOException e) {
        LOG.debug("IBKR's client failed", e);
        if (failure == null) {
            failure = e;
        }
    }
}

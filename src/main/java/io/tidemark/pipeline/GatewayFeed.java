package io.tidemark.pipeline;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.MarketGateway;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;

/// Bars from a gateway.
public final class GatewayFeed implements BarFeed {
    private final MarketGateway gateway;

    /// A feed that owns the gateway and closes it.
    public GatewayFeed(MarketGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public DataSource open(Progress progress) throws StageFailure {
        return switch (gateway.connect(progress)) {
            case ConnectResult.Connected connected -> connected.source();
            case ConnectResult.Failed failed ->
                throw new StageFailure(Stage.DOWNLOAD, Sentences.of(failed.reason(), failed.advice()));
        };
    }

    @Override
    public FetchResult fetch(Instrument instrument, int years, Progress progress) {
        return gateway.fetch(HistoryRequest.trades(instrument, HistoryDuration.years(years)), progress);
    }

    @Override
    public void addListener(GatewayListener listener) {
        gateway.addListener(listener);
    }

    @Override
    public void close() {
        gateway.close();
    }
}

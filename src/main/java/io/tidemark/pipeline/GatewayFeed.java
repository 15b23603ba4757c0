package io.tidemark.pipeline;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.MarketGateway;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;

/// Bars from a gateway.
public final class GatewayFeed implements BarFeed {
    private static final HistoryDuration FEW = new HistoryDuration(5, HistoryDuration.Unit.DAYS);

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
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
        return gateway.fetch(HistoryRequest.trades(instrument, span), progress);
    }

    @Override
    public FeedTrial tryOut(Progress progress) {
        return switch (gateway.connect(progress)) {
            case ConnectResult.Connected connected -> bars(connected,
                    gateway.fetch(HistoryRequest.trades(Universe.instrument(Universe.SPY), FEW), progress));
            case ConnectResult.Failed failed ->
                new FeedTrial.Failed(TrialStep.of(failed.step()), failed.reason(), failed.advice());
        };
    }

    private static FeedTrial bars(ConnectResult.Connected connected, FetchResult result) {
        return switch (result) {
            case FetchResult.Bars got ->
                new FeedTrial.Passed(connected.source(), connected.accounts(), got.bars());
            case FetchResult.NoData none ->
                noBars(none.text(), "Check that your account may see the history of SPY.");
            case FetchResult.Paced paced -> noBars(paced.text(), paced.advice());
            case FetchResult.Refused refused ->
                noBars("error " + refused.code() + ": " + refused.text(), refused.advice());
            case FetchResult.TimedOut late ->
                noBars("no " + late.what() + " within " + late.waited().toSeconds() + " s", late.advice());
            case FetchResult.Disconnected lost -> noBars(lost.reason(), lost.advice());
        };
    }

    private static FeedTrial noBars(String reason, String advice) {
        return new FeedTrial.Failed(TrialStep.BARS, reason, advice);
    }

    @Override
    public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) {
        return gateway.fetch(HistoryRequest.impliedVolatility(instrument, HistoryDuration.years(years)), progress);
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

package io.tidemark.ui.screen;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Severity;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedTrial;
import io.tidemark.pipeline.Sentences;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.TrialStep;
import io.tidemark.ui.task.Batches;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/// A feed that can be watched in the window while somebody uses it: the state of its gateway in the status bar, what
/// the gateway says in the log.
public final class WatchedFeed implements BarFeed {
    private final BarFeed feed;
    private final MarketStatus market;
    private final Clock clock;
    private final Batches<Runnable> told = new Batches<>(each -> each.forEach(Runnable::run));

    /// Watches a feed that nobody has opened yet, and is closed with it.
    public WatchedFeed(BarFeed feed, MarketStatus market, Clock clock) {
        this.feed = feed;
        this.market = market;
        this.clock = clock;
        feed.addListener(new Listener());
    }

    @Override
    public DataSource open(Progress progress) throws StageFailure {
        try {
            return feed.open(progress);
        } catch (StageFailure e) {
            log(Severity.ERROR, GatewayListener.OWN_HINT, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) throws IOException {
        FetchResult result = feed.fetch(instrument, span, progress);
        if (!(result instanceof FetchResult.Bars)) {
            int code = result instanceof FetchResult.Refused refused ? refused.code() : GatewayListener.OWN_HINT;
            log(Severity.ERROR, code, Sentences.failed(instrument.symbol(), result));
        }
        return result;
    }

    /// A refusal is no error here: accounts need not see it, and the download notes it.
    @Override
    public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) throws IOException {
        return feed.fetchVolatility(instrument, years, progress);
    }

    @Override
    public FeedTrial tryOut(Progress progress) {
        FeedTrial trial = feed.tryOut(progress);
        if (trial instanceof FeedTrial.Failed(var step, var reason, var _)) {
            log(Severity.ERROR, GatewayListener.OWN_HINT, step.title() + ": " + Sentences.of(reason));
        }
        return trial;
    }

    @Override
    public void addListener(GatewayListener listener) {
        feed.addListener(listener);
    }

    /// Closes the feed; the gateway is told to be gone even when it does not say so itself.
    @Override
    public void close() {
        feed.close();
        told.add(() -> market.report(this, GatewayState.CLOSED));
    }

    private void log(Severity severity, int code, String text) {
        var message = new GatewayMessage(clock.instant(), severity, code, text);
        told.add(() -> market.log().add(message));
    }

    private final class Listener implements GatewayListener {
        @Override
        public void stateChanged(GatewayState from, GatewayState to) {
            told.add(() -> market.report(WatchedFeed.this, to));
            boolean lost = to == GatewayState.DISCONNECTED
                    && (from == GatewayState.READY || from == GatewayState.IMPAIRED);
            if (lost) {
                log(Severity.WARNING, OWN_HINT, "The connection was lost.");
            } else if (to == GatewayState.CLOSED) {
                log(Severity.INFO, OWN_HINT, "Closed.");
            }
        }

        @Override
        public void stepPassed(ConnectResult.Step step, String detail) {
            log(Severity.INFO, OWN_HINT, TrialStep.of(step).title() + ": " + detail);
        }

        @Override
        public void notice(Severity severity, int code, String text) {
            log(severity, code, text);
        }

        @Override
        public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
            log(Severity.WARNING, OWN_HINT, "Attempt " + attempt + " failed, the next one in " + retryIn.toSeconds()
                    + " s. " + Sentences.failed(request.instrument().symbol(), because));
        }
    }
}

package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.history.RecentBars;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A feed of one symbol that serves the given histories one after the other, the last one for ever.
final class ServedBars implements BarFeed {
    final List<HistoryDuration> asked = new ArrayList<>();
    private final Clock clock;
    private final Deque<List<DailyBar>> histories = new ArrayDeque<>();

    ServedBars(Clock clock, List<DailyBar> history) {
        this.clock = clock;
        this.histories.add(history);
    }

    /// Serves another history from the next request on.
    ServedBars then(List<DailyBar> history) {
        histories.add(history);
        return this;
    }

    @Override
    public DataSource open(Progress progress) {
        return new DataSource(DataSource.Kind.TWS, "127.0.0.1:7497");
    }

    @Override
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
        asked.add(span);
        List<DailyBar> all = histories.size() > 1 ? histories.removeFirst() : histories.getFirst();
        return new FetchResult.Bars(RecentBars.of(all, span.period()), clock.instant());
    }

    @Override
    public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) {
        return new FetchResult.NoData("no implied volatility here");
    }

    @Override
    public FeedTrial tryOut(Progress progress) {
        throw new UnsupportedOperationException("nothing to try");
    }

    @Override
    public void addListener(GatewayListener listener) {
        // nothing is told
    }

    @Override
    public void close() {
        // nothing is held open
    }
}

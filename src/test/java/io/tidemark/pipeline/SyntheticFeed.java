package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The default synthetic market without a gateway, the morning after a day.
final class SyntheticFeed implements BarFeed {
    private static final SyntheticMarket MARKET = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Map<Symbol, List<DailyBar>> BARS = new ConcurrentHashMap<>();

    private final LocalDate today;

    SyntheticFeed(LocalDate today) {
        this.today = today;
    }

    /// The morning after.
    Clock clock() {
        return Clock.fixed(today.plusDays(1).atTime(8, 0).atZone(SessionClock.NEW_YORK).toInstant(), ZoneOffset.UTC);
    }

    @Override
    public DataSource open(Progress progress) {
        return new DataSource(DataSource.Kind.DEMO, Long.toString(SyntheticMarket.DEFAULT_SEED));
    }

    @Override
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
        LocalDate before = today.minus(span.period());
        List<DailyBar> all = BARS.computeIfAbsent(instrument.symbol(), symbol -> MARKET.bars(symbol, FIRST, LAST));
        return new FetchResult.Bars(all.stream()
                .filter(bar -> bar.date().isAfter(before) && !bar.date().isAfter(today)).toList(), clock().instant());
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

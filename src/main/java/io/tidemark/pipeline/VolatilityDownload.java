package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.history.BarManifest;
import io.tidemark.history.FinalBars;
import io.tidemark.history.SavedBars;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches and stores the daily option-implied volatility of symbols whose bars are there.
///
/// Many accounts may not see it, and nothing depends on it: whatever fails costs one note, and options on those symbols
/// get a proxy. After a gateway that is silent or gone no further symbol is asked for.
final class VolatilityDownload {
    private static final Logger LOG = LoggerFactory.getLogger(VolatilityDownload.class);
    /// A listing younger than asked for, or a holiday at the edge, is no reason to fetch again.
    private static final int EDGE_DAYS = 10;

    private final VolatilityStore store;
    private final BarFeed feed;
    private final DataSource source;
    private final LocalDate lastSession;
    private final List<BarManifest> stored = new ArrayList<>();
    private final List<Symbol> without = new ArrayList<>();
    private Optional<String> firstReason = Optional.empty();
    private boolean feedAnswers = true;

    /// A download into `folder` from an open feed; the clock judges whether what is stored is fresh enough.
    VolatilityDownload(Path folder, BarFeed feed, DataSource source, Clock clock) {
        this.store = new VolatilityStore(folder);
        this.feed = feed;
        this.source = source;
        this.lastSession = TradingCalendar.nyse().lastSessionAtOrBefore(SessionClock.lastFinalDate(clock.instant()));
    }

    /// Asks for nothing, because the feed was gone before.
    ///
    /// @param reason why, a sentence
    void lost(String reason) {
        feedAnswers = false;
        firstReason = Optional.of(reason);
    }

    /// Fetches what is missing, and what is damaged.
    ///
    /// @param symbols those with options and with bars
    /// @param fresh whether to fetch even what is stored already
    VolatilityReport run(List<Symbol> symbols, int years, boolean fresh, Progress progress) {
        for (Symbol symbol : symbols) {
            progress.checkCancelled();
            if (!fresh && isFresh(symbol, years)) {
                store.manifest(symbol).ifPresent(stored::add);
            } else if (feedAnswers) {
                fetch(symbol, years, progress);
            } else {
                passOver(symbol);
            }
        }
        return new VolatilityReport(stored,
                without.isEmpty() ? Optional.empty() : firstReason.map(this::note));
    }

    private boolean isFresh(Symbol symbol, int years) {
        try {
            return store.manifest(symbol).filter(manifest -> reachesToday(manifest, years)).isPresent()
                    && store.isWhole(symbol);
        } catch (IOException e) {
            LOG.warn("{}: implied volatility cannot be read and is fetched again: {}", symbol, e.getMessage());
            return false;
        }
    }

    private boolean reachesToday(BarManifest manifest, int years) {
        return manifest.source().equals(source) && source.kind() != DataSource.Kind.CSV
                && !manifest.lastDate().isBefore(lastSession)
                && !manifest.firstDate().isAfter(lastSession.minusYears(years).plusDays(EDGE_DAYS));
    }

    private void fetch(Symbol symbol, int years, Progress progress) {
        try {
            FetchResult result = feed.fetchVolatility(Universe.instrument(symbol), years, progress);
            switch (result) {
                case FetchResult.Bars bars -> save(symbol, bars);
                case FetchResult.NoData _,FetchResult.Refused _ -> failed(symbol, Sentences.failed(symbol, result));
                case FetchResult.Paced _,FetchResult.TimedOut _,FetchResult.Disconnected _ -> {
                    feedAnswers = false;
                    failed(symbol, Sentences.failed(symbol, result));
                }
            }
        } catch (IOException e) {
            failed(symbol, String.valueOf(e.getMessage()));
        }
    }

    private void save(Symbol symbol, FetchResult.Bars received) throws IOException {
        List<DailyBar> bars = FinalBars.of(received.bars(), received.asOf());
        if (bars.isEmpty()) {
            failed(symbol, symbol + ": only today's unfinished value came.");
            return;
        }
        switch (store.save(symbol, bars, source, received.asOf())) {
            case SavedBars.Stored saved -> stored.add(saved.manifest());
            case SavedBars.Rejected rejected -> failed(symbol, rejected.sentence());
        }
    }

    private void failed(Symbol symbol, String reason) {
        passOver(symbol);
        firstReason = firstReason.or(() -> Optional.of(reason));
    }

    /// What was stored of it before stays in use.
    private void passOver(Symbol symbol) {
        store.manifest(symbol).ifPresent(stored::add);
        without.add(symbol);
    }

    private String note(String reason) {
        return "No new implied volatility for " + without.stream().map(Symbol::value).collect(Collectors.joining(", "))
                + "; days without it get an estimate. " + reason;
    }
}

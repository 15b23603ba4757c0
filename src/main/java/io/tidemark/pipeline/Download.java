package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Severity;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.FinalBars;
import io.tidemark.history.OlderBars;
import io.tidemark.history.Provenance;
import io.tidemark.history.QualityReport;
import io.tidemark.history.SavedBars;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first hop: bars come in from a feed and are stored, symbol by symbol.
///
/// A symbol that fails leaves its stored file as it was and does not keep the others from being stored.
public final class Download {
    /// A listing younger than asked for, or a holiday at the edge, is no reason to fetch again.
    private static final int EDGE_DAYS = 10;

    private final Workspace workspace;
    private final BarStore store;
    private final BarFeed feed;
    private final Clock clock;
    private final TradingCalendar calendar = TradingCalendar.nyse();

    /// A download into `workspace` from `feed`; the clock judges whether stored bars are fresh enough.
    public Download(Workspace workspace, BarFeed feed, Clock clock) {
        this.workspace = workspace;
        this.store = new BarStore(workspace.historical());
        this.feed = feed;
        this.clock = clock;
    }

    /// Fetches and stores what is missing.
    ///
    /// @param fresh whether to fetch even what is stored already
    /// @return one outcome for each symbol
    /// @throws StageFailure when no symbol can be served at all, or the source may not enter this workspace
    public DownloadReport run(List<Symbol> symbols, int years, boolean fresh, RunContext context) throws StageFailure {
        return context.stage(Stage.DOWNLOAD, progress -> {
            symbols.forEach(each -> context.listener().symbol(SymbolProgress.of(each, SymbolProgress.State.WAITING)));
            feed.addListener(told(context));
            DataSource source = feed.open(progress);
            claim(source);
            var outcomes = new ArrayList<SymbolOutcome>();
            for (Symbol symbol : symbols) {
                progress.checkCancelled();
                progress.report(outcomes.size(), symbols.size(), symbol.value());
                SymbolOutcome outcome = one(symbol, source, new Wanted(years, fresh), context, progress);
                context.listener().symbol(told(outcome));
                outcomes.add(outcome);
            }
            var volatility = new VolatilityDownload(workspace.historical(), feed, source, clock)
                    .run(withOptions(outcomes), years, fresh, progress);
            progress.report(symbols.size(), symbols.size(), "stored");
            return new DownloadReport(source, outcomes, volatility);
        });
    }

    private static List<Symbol> withOptions(List<SymbolOutcome> outcomes) {
        return outcomes.stream().filter(SymbolOutcome.Stored.class::isInstance).map(SymbolOutcome::symbol)
                .filter(Universe::hasOptions).toList();
    }

    private record Wanted(int years, boolean fresh) {}

    private void claim(DataSource source) throws StageFailure {
        try {
            workspace.claim(source);
        } catch (IOException e) {
            throw StageFailure.because(Stage.DOWNLOAD, e);
        }
    }

    private SymbolOutcome one(Symbol symbol, DataSource source, Wanted wanted, RunContext context, Progress progress) {
        try {
            Optional<BarManifest> stored = store.manifest(symbol);
            if (!wanted.fresh() && stored.isPresent() && reachesToday(stored.get(), source, wanted.years())) {
                return new SymbolOutcome.Stored(symbol, stored.get(), quality(symbol), List.of(), false);
            }
            context.listener().symbol(SymbolProgress.of(symbol, SymbolProgress.State.REQUESTING));
            FetchResult result = feed.fetch(Universe.instrument(symbol), wanted.years(), progress);
            return result instanceof FetchResult.Bars bars
                    ? save(symbol, bars, source)
                    : new SymbolOutcome.Failed(symbol, Sentences.failed(symbol, result));
        } catch (IOException e) {
            return new SymbolOutcome.Failed(symbol, String.valueOf(e.getMessage()));
        }
    }

    private SymbolOutcome save(Symbol symbol, FetchResult.Bars received, DataSource source) throws IOException {
        List<DailyBar> bars = FinalBars.of(received.bars(), received.asOf());
        if (bars.isEmpty()) {
            return new SymbolOutcome.Failed(symbol,
                    symbol + ": only today's unfinished bar came. Try again after the close.");
        }
        List<DailyBar> before = store.has(symbol) ? store.loadExact(symbol) : List.of();
        Optional<List<DailyBar>> whole = OlderBars.keptBefore(before, bars);
        if (whole.isEmpty()) {
            return new SymbolOutcome.Failed(symbol,
                    symbol + ": the stored bars reach back to " + before.getFirst().date()
                            + ", the new ones only to " + bars.getFirst().date()
                            + ", and they do not fit together there. "
                            + "Nothing was replaced; ask for more years, so that the whole history comes anew.");
        }
        var from = new Provenance(source, "TRADES", true, unit(symbol, bars), received.asOf());
        return switch (store.save(symbol, whole.get(), from)) {
            case SavedBars.Stored stored ->
                new SymbolOutcome.Stored(symbol, stored.manifest(), quality(symbol), stored.findings(), true);
            case SavedBars.Rejected rejected -> new SymbolOutcome.Failed(symbol, rejected.sentence());
        };
    }

    /// The unit of volumes. What TWS sends is a setting of TWS, so all stocks have the one that SPY shows.
    private VolumeUnit unit(Symbol symbol, List<DailyBar> bars) {
        VolumeUnit own = VolumeUnit.judge(symbol, bars);
        boolean lots = store.manifest(Universe.SPY).filter(spy -> spy.volumeUnit() == VolumeUnit.LOTS).isPresent();
        return own == VolumeUnit.SHARES && lots && !symbol.equals(Universe.SPY) ? VolumeUnit.LOTS : own;
    }

    private QualityReport quality(Symbol symbol) throws IOException {
        return QualityReport.of(store.load(symbol), calendar);
    }

    /// A stored series is good enough when it is of this source, begins early enough and has the last finished session.
    /// A folder of files is read anew each time: it may have been exchanged.
    private boolean reachesToday(BarManifest stored, DataSource source, int years) {
        LocalDate last = calendar.lastSessionAtOrBefore(SessionClock.lastFinalDate(clock.instant()));
        return stored.source().equals(source) && source.kind() != DataSource.Kind.CSV
                && !stored.lastDate().isBefore(last)
                && !stored.firstDate().isAfter(last.minusYears(years).plusDays(EDGE_DAYS));
    }

    private static GatewayListener told(RunContext context) {
        return new GatewayListener() {
            @Override
            public void notice(Severity severity, int code, String text) {
                if (severity != Severity.INFO) {
                    context.listener().notice(code == OWN_HINT ? text : text + " (" + code + ")");
                }
            }

            @Override
            public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
                Symbol symbol = request.instrument().symbol();
                context.listener().symbol(new SymbolProgress(symbol, SymbolProgress.State.RETRYING, attempt, 0, retryIn,
                        Sentences.failed(symbol, because)));
            }
        };
    }

    private static SymbolProgress told(SymbolOutcome outcome) {
        return switch (outcome) {
            case SymbolOutcome.Stored stored -> new SymbolProgress(stored.symbol(),
                    stored.fetched() ? SymbolProgress.State.STORED : SymbolProgress.State.UP_TO_DATE, 1,
                    stored.manifest().rows(), Duration.ZERO,
                    stored.manifest().firstDate() + " to " + stored.manifest().lastDate());
            case SymbolOutcome.Failed failed -> new SymbolProgress(failed.symbol(), SymbolProgress.State.FAILED, 1, 0,
                    Duration.ZERO, failed.sentence());
        };
    }
}

package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Severity;
import io.tidemark.gateway.WhatToShow;
import io.tidemark.history.BarFileException;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.VolatilityStore;
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
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

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
    /// Attempts that failed in passing, by symbol.
    private final Map<Symbol, Integer> missed = new ConcurrentHashMap<>();

    /// A download into `workspace` from `feed`; the clock judges whether stored bars are fresh enough.
    public Download(Workspace workspace, BarFeed feed, Clock clock) {
        this.workspace = workspace;
        this.store = new BarStore(workspace.historical());
        this.feed = feed;
        this.clock = clock;
    }

    /// Fetches and stores what is missing.
    ///
    /// @param fresh whether to fetch the whole history even of what is stored already
    /// @return one outcome for each symbol
    /// @throws StageFailure when no symbol can be served at all, or the source may not enter this workspace
    public DownloadReport run(List<Symbol> symbols, int years, boolean fresh, RunContext context) throws StageFailure {
        return each(new Asked(symbols, Set.of(), () -> years, fresh), context, (intake, symbol, progress) -> {
            Optional<BarManifest> stored = store.manifest(symbol);
            boolean whole = isWhole(symbol);
            if (!fresh && whole && stored.isPresent() && reachesToday(stored.get(), intake.source(), years)) {
                return intake.upToDate(symbol);
            }
            context.listener().symbol(requesting(symbol));
            BarIntake.Depth depth = fresh || !whole
                    ? BarIntake.Depth.WHOLE_ANEW
                    : stored.isPresent() && reachesBack(stored.get(), years)
                            ? BarIntake.Depth.MISSING
                            : BarIntake.Depth.WHOLE;
            return intake.take(symbol, years, depth, progress);
        });
    }

    /// Fetches the sessions that are missing since the last ones stored, with a month of those to compare.
    ///
    /// @param symbols with stored bars; damaged ones fail
    /// @param trueJumps symbols whose jumps a person has said to be moves of the market
    /// @return one outcome for each symbol
    /// @throws StageFailure as [Download#run]
    public DownloadReport update(List<Symbol> symbols, Set<Symbol> trueJumps, RunContext context) throws StageFailure {
        return each(new Asked(symbols, trueJumps, () -> yearsWithoutVolatility(symbols), false), context,
                (intake, symbol, progress) -> {
                    context.listener().symbol(requesting(symbol));
                    return intake.take(symbol, 1, BarIntake.Depth.MISSING, progress);
                });
    }

    private static List<Symbol> withOptions(List<SymbolOutcome> outcomes) {
        return outcomes.stream().filter(SymbolOutcome.Stored.class::isInstance).map(SymbolOutcome::symbol)
                .filter(Universe::hasOptions).toList();
    }

    @FunctionalInterface
    private interface Taking {
        SymbolOutcome take(BarIntake intake, Symbol symbol, Progress progress) throws IOException;
    }

    /// What is asked for.
    ///
    /// @param volatilityYears how far back implied volatility shall reach, known when the bars are stored
    /// @param fresh whether to fetch even implied volatility that is stored already
    private record Asked(List<Symbol> symbols, Set<Symbol> trueJumps, IntSupplier volatilityYears, boolean fresh) {}

    private DownloadReport each(Asked asked, RunContext context, Taking taking) throws StageFailure {
        List<Symbol> symbols = asked.symbols();
        return context.stage(Stage.DOWNLOAD, progress -> {
            symbols.forEach(each -> context.listener().symbol(SymbolProgress.of(each, SymbolProgress.State.WAITING)));
            feed.addListener(told(context));
            DataSource source = feed.open(progress);
            claim(source);
            var intake = new BarIntake(store, feed, source, clock, asked.trueJumps());
            var outcomes = new ArrayList<SymbolOutcome>();
            for (Symbol symbol : symbols) {
                progress.checkCancelled();
                progress.report(outcomes.size(), symbols.size(), symbol.value());
                SymbolOutcome outcome = one(taking, intake, symbol, progress);
                context.listener().symbol(told(outcome));
                outcomes.add(outcome);
            }
            VolatilityReport volatility = isVolatilityWanted()
                    ? volatility(intake, withOptions(outcomes), asked, progress)
                    : VolatilityReport.off();
            progress.report(symbols.size(), symbols.size(), "stored");
            return new DownloadReport(source, outcomes, volatility);
        });
    }

    private boolean isVolatilityWanted() throws StageFailure {
        try {
            return new VolatilityChoice(workspace).isOn();
        } catch (IOException e) {
            throw StageFailure.because(Stage.DOWNLOAD, e);
        }
    }

    private VolatilityReport volatility(BarIntake intake, List<Symbol> symbols, Asked asked, Progress progress) {
        var download = new VolatilityDownload(workspace.historical(), feed, intake.source(), clock);
        intake.loss().ifPresent(download::lost);
        return download.run(symbols, asked.volatilityYears().getAsInt(), asked.fresh(), progress);
    }

    /// The years that reach from today back over the days whose implied volatility is missing.
    private int yearsWithoutVolatility(List<Symbol> symbols) {
        LocalDate today = SessionClock.lastFinalDate(clock.instant());
        return symbols.stream().filter(Universe::hasOptions)
                .map(symbol -> lastVolatility(symbol).or(() -> store.manifest(symbol).map(BarManifest::firstDate)))
                .flatMap(Optional::stream).mapToInt(from -> Math.max(1, Period.between(from, today).getYears() + 1))
                .max().orElse(1);
    }

    private Optional<LocalDate> lastVolatility(Symbol symbol) {
        var volatilities = new VolatilityStore(workspace.historical());
        try {
            return volatilities.isWhole(symbol)
                    ? volatilities.manifest(symbol).map(BarManifest::lastDate)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SymbolOutcome one(Taking taking, BarIntake intake, Symbol symbol, Progress progress) {
        try {
            return taking.take(intake, symbol, progress);
        } catch (IOException e) {
            return new SymbolOutcome.Failed(symbol, String.valueOf(e.getMessage()));
        }
    }

    private void claim(DataSource source) throws StageFailure {
        try {
            workspace.claim(source);
        } catch (IOException e) {
            throw StageFailure.because(Stage.DOWNLOAD, e);
        }
    }

    private boolean isWhole(Symbol symbol) throws IOException {
        try {
            store.loadExact(symbol);
            return true;
        } catch (BarFileException e) {
            return false;
        }
    }

    /// A stored series is good enough when it is of this source, begins early enough and has the last finished session.
    /// A folder of files is read anew each time: it may have been exchanged.
    private boolean reachesToday(BarManifest stored, DataSource source, int years) {
        LocalDate last = calendar.lastSessionAtOrBefore(SessionClock.lastFinalDate(clock.instant()));
        return stored.source().equals(source) && source.kind() != DataSource.Kind.CSV
                && !stored.lastDate().isBefore(last) && reachesBack(stored, years);
    }

    private boolean reachesBack(BarManifest stored, int years) {
        LocalDate last = calendar.lastSessionAtOrBefore(SessionClock.lastFinalDate(clock.instant()));
        LocalDate end = stored.lastDate().isBefore(last) ? stored.lastDate() : last;
        return !stored.firstDate().isAfter(end.minusYears(years).plusDays(EDGE_DAYS));
    }

    private GatewayListener told(RunContext context) {
        return new GatewayListener() {
            @Override
            public void notice(Severity severity, int code, String text) {
                if (severity != Severity.INFO) {
                    context.listener().notice(code == OWN_HINT ? text : text + " (" + code + ")");
                }
            }

            @Override
            public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
                if (request.series() != WhatToShow.TRADES) {
                    return;
                }
                Symbol symbol = request.instrument().symbol();
                missed.put(symbol, attempt);
                context.listener().symbol(new SymbolProgress(symbol, SymbolProgress.State.RETRYING, attempt, 0, retryIn,
                        Sentences.failed(symbol, because)));
            }
        };
    }

    private static SymbolProgress requesting(Symbol symbol) {
        return new SymbolProgress(symbol, SymbolProgress.State.REQUESTING, 1, 0, Duration.ZERO, "");
    }

    private SymbolProgress told(SymbolOutcome outcome) {
        int attempt = missed.getOrDefault(outcome.symbol(), 0) + 1;
        return switch (outcome) {
            case SymbolOutcome.Stored stored -> new SymbolProgress(stored.symbol(),
                    stored.fetched() ? SymbolProgress.State.STORED : SymbolProgress.State.UP_TO_DATE,
                    stored.fetched() ? attempt : 0,
                    stored.manifest().rows(), Duration.ZERO,
                    stored.manifest().firstDate() + " to " + stored.manifest().lastDate());
            case SymbolOutcome.Failed failed ->
                new SymbolProgress(failed.symbol(), SymbolProgress.State.FAILED, attempt, 0,
                        Duration.ZERO, failed.sentence());
        };
    }
}

package io.tidemark.ui.download;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.BarsOnFile;
import io.tidemark.pipeline.Download;
import io.tidemark.pipeline.DownloadPace;
import io.tidemark.pipeline.DownloadReport;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.SymbolOutcome;
import io.tidemark.pipeline.VolatilityChoice;
import io.tidemark.ui.download.DownloadRow.Standing;
import io.tidemark.ui.screen.GatewayWords;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.PipelineEvent;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done on the download pane: look at what is stored, fetch all symbols or one, stop.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class DownloadDesk {
    private final Pipelines pipelines;
    private final DownloadState state;
    private final RunningWork work;
    private final Notices notices;
    private final MarketStatus market;
    private final Clock clock;
    private @Nullable WorkTask<?> reading;
    private @Nullable WorkTask<?> running;
    private List<Symbol> asked = List.of();
    private DownloadPace pace = new DownloadPace(Instant.EPOCH, 0);

    /// A desk that has looked at nothing yet.
    public DownloadDesk(Pipelines pipelines, DownloadState state, RunningWork work, Notices notices,
            MarketStatus market, Clock clock) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.notices = notices;
        this.market = market;
        this.clock = clock;
    }

    /// Looks at what is stored, unless a download runs.
    public void look() {
        state.sourceProperty().set(market.choiceProperty().get().words());
        tick();
        if (running != null || reading != null) {
            return;
        }
        reading = work.start(
                Job.reading("Check stored bars",
                        progress -> new Found(BarsOnFile.in(pipelines.workspace(), progress),
                                new VolatilityChoice(pipelines.workspace()).isOn())),
                this::looked);
    }

    /// What a look at the workspace found.
    ///
    /// @param stored the bars
    /// @param volatility whether implied volatility is used
    private record Found(List<SymbolOutcome> stored, boolean volatility) {}

    private void looked(WorkEnd<Found> end) {
        reading = null;
        switch (end) {
            case WorkEnd.Succeeded<Found>(Found(List<SymbolOutcome> stored, boolean volatility)) -> {
                state.volatilityProperty().set(volatility);
                Universe.defaultSymbols().forEach(state::row);
                if (running == null) {
                    stored.forEach(each -> takeStored(state.row(each.symbol()), each));
                }
                if (state.selectedProperty().get() == null) {
                    state.selectedProperty().set(state.rows().getFirst());
                }
            }
            case WorkEnd.Failed<Found> failed -> state.troubleProperty()
                    .set("The stored bars cannot be listed: " + failed.sentence());
            case WorkEnd.Cancelled<Found> _ ->
                state.summaryProperty().set("Checking the stored bars was cancelled.");
        }
    }

    /// What a download of this pane found stays until the next one.
    private static void takeStored(DownloadRow row, SymbolOutcome outcome) {
        if (row.standingProperty().get() == Standing.MISSING || row.standingProperty().get() == Standing.ON_FILE) {
            row.take(outcome, false);
        }
    }

    /// Fetches symbols, each with SPY's and VIX's source.
    ///
    /// @param years how many years of bars
    /// @param fresh whether to fetch even what is stored and up to date
    public void fetch(List<Symbol> symbols, int years, boolean fresh) {
        if (running != null || symbols.isEmpty()) {
            return;
        }
        FeedChoice choice = market.choiceProperty().get();
        state.troubleProperty().set("");
        state.notices().clear();
        state.summaryProperty().set("Asking for " + years + " years of daily bars.");
        state.runningProperty().set(true);
        asked = symbols;
        pace = new DownloadPace(clock.instant(), symbols.size());
        tick();
        var watch = new PipelineWatch(this::follow);
        running = work.start(Job.writing("Download " + years + " years",
                progress -> pipelines.fetch("download", choice,
                        feed -> new Download(pipelines.workspace(), feed, clock).run(symbols, years, fresh,
                                watch.context(progress)))),
                this::ended);
    }

    /// Makes the workspace remember whether implied volatility is to be downloaded and used.
    public void useVolatility(boolean on) {
        state.volatilityProperty().set(on);
        work.start(Job.writing("Remember the choice", progress -> pipelines.write("choosing what is downloaded", () -> {
            new VolatilityChoice(pipelines.workspace()).choose(on);
            return on;
        })), end -> {
            switch (end) {
                case WorkEnd.Succeeded<Boolean> _ -> state.summaryProperty().set(on
                        ? "Implied volatility comes with the next download."
                        : "Implied volatility is not downloaded any more; options from now on get an estimate.");
                case WorkEnd.Failed<Boolean> failed -> {
                    state.volatilityProperty().set(!on);
                    state.troubleProperty().set("The choice was not kept: " + failed.sentence());
                }
                case WorkEnd.Cancelled<Boolean> _ -> state.volatilityProperty().set(!on);
            }
        });
    }

    /// Stops the download that runs; symbols that are stored stay stored.
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    /// Counts down, and looks how much of the request budget is used.
    void tick() {
        Instant now = clock.instant();
        state.rows().forEach(row -> row.tick(now));
        state.pacingProperty().set(pipelines.pacing(market.choiceProperty().get()));
        state.leftProperty().set(state.runningProperty().get() ? left(now) : "");
    }

    private String left(Instant now) {
        int done = (int) asked.stream().filter(each -> state.row(each).standingProperty().get().over()).count();
        Duration waits = asked.stream().map(each -> state.row(each).waits(now)).reduce(Duration.ZERO, Duration::plus);
        return done + " of " + asked.size() + (asked.size() == 1 ? " symbol" : " symbols") + pace.left(done, now)
                .filter(left -> done < asked.size())
                .map(left -> ", about " + GatewayWords.of(left.plus(waits)) + " left").orElse("");
    }

    private void follow(List<PipelineEvent> events) {
        for (PipelineEvent event : events) {
            switch (event) {
                case PipelineEvent.OfSymbol(var step) -> {
                    state.row(step.symbol()).take(step, clock.instant());
                    tick();
                }
                case PipelineEvent.Noticed(String text) -> state.notices().add(text);
                case PipelineEvent.Started _,PipelineEvent.Went _,PipelineEvent.Finished _,PipelineEvent.Round _ -> {
                    // one stage only: the status bar shows its progress
                }
            }
        }
    }

    private void ended(WorkEnd<DownloadReport> end) {
        running = null;
        state.runningProperty().set(false);
        tick();
        switch (end) {
            case WorkEnd.Succeeded<DownloadReport>(DownloadReport report) -> report(report);
            case WorkEnd.Failed<DownloadReport> failed -> {
                state.rows().forEach(row -> row.stop(Standing.FAILED));
                state.summaryProperty().set("Nothing was downloaded. What was stored before is untouched.");
                state.troubleProperty().set(failed.sentence());
            }
            case WorkEnd.Cancelled<DownloadReport> _ -> {
                state.rows().forEach(row -> row.stop(Standing.CANCELLED));
                state.summaryProperty().set("Cancelled. Symbols downloaded before that are kept; "
                        + "the others are as they were.");
            }
        }
    }

    private void report(DownloadReport report) {
        market.sourceProperty().set(report.source());
        report.symbols().forEach(each -> state.row(each.symbol()).take(each, true));
        report.volatility().note().ifPresent(state.notices()::add);
        int failed = report.failures().size();
        int stored = report.symbols().size() - failed;
        if (failed == 0) {
            state.summaryProperty().set(stored + (stored == 1 ? " symbol is" : " symbols are") + " up to date.");
            notices.done("Bars of " + stored + (stored == 1 ? " symbol" : " symbols") + " are stored.");
        } else {
            state.summaryProperty().set(stored + " stored, " + failed + " failed. Nothing partial was stored.");
            state.troubleProperty().set(report.failures().getFirst().sentence());
            state.selectedProperty().set(state.row(report.failures().getFirst().symbol()));
        }
    }
}

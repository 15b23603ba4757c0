package io.tidemark.ui.connection;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Severity;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.FeedTrial;
import io.tidemark.pipeline.Sentences;
import io.tidemark.pipeline.TrialStep;
import io.tidemark.ui.screen.GatewayWords;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Batches;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be done on the connection pane: test what is entered, choose it, or open the workspace where it belongs.
///
/// Belongs to the window's thread; a test runs elsewhere and its steps are written to the state.
public final class ConnectionDesk {
    private final Pipelines pipelines;
    private final ConnectionState state;
    private final RunningWork work;
    private final MarketStatus market;
    private final Consumer<Path> openWorkspace;
    private @Nullable WorkTask<?> testing;

    /// A desk that shows what is chosen now.
    ///
    /// @param openWorkspace opens another folder in this window
    public ConnectionDesk(Pipelines pipelines, ConnectionState state, RunningWork work, MarketStatus market,
            Consumer<Path> openWorkspace) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.market = market;
        this.openWorkspace = openWorkspace;
        state.form().show(market.choiceProperty().get());
        forget();
        state.form().whenChanged(this::forget);
    }

    /// Whether IBKR's own client can be chosen here.
    boolean hasOfficialClient() {
        return pipelines.clients().contains(ClientKind.OFFICIAL);
    }

    /// What was tested is no longer what is entered.
    private void forget() {
        if (testing == null) {
            state.begin(stepsOfEntry());
            state.outcomeProperty().set("");
        }
    }

    private List<TrialStep> stepsOfEntry() {
        return TrialStep.of(state.form().originProperty().get() == Origin.CSV
                ? new FeedChoice.CsvFolder(Path.of(""))
                : FeedChoice.Demo.standard());
    }

    /// Tests what is entered, one test at a time.
    void test() {
        if (testing != null || !state.form().problem().get().isEmpty()) {
            return;
        }
        FeedChoice choice = state.form().choice();
        state.begin(TrialStep.of(choice));
        state.steps().getFirst().run();
        state.testedProperty().set(null);
        state.outcomeProperty().set("");
        state.testingProperty().set(true);
        var steps = new Batches<Runnable>(each -> each.forEach(Runnable::run));
        testing = work.start(Job.reading("Test the connection", progress -> {
            try (BarFeed feed = pipelines.feed(choice)) {
                feed.addListener(new Steps(steps));
                return feed.tryOut(progress);
            }
        }), end -> ended(choice, end));
    }

    /// Stops the test.
    void cancel() {
        if (testing != null) {
            testing.cancel();
        }
    }

    private void ended(FeedChoice choice, WorkEnd<FeedTrial> end) {
        testing = null;
        state.testingProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<FeedTrial>(FeedTrial.Passed passed) -> passed(choice, passed);
            case WorkEnd.Succeeded<FeedTrial>(FeedTrial.Failed failed) -> failed(failed);
            case WorkEnd.Failed<FeedTrial> failed -> {
                state.running().ifPresent(row -> row.fail(failed.sentence(), "Test again."));
                state.outcomeProperty().set("The test could not be made.");
            }
            case WorkEnd.Cancelled<FeedTrial> _ -> {
                state.running().ifPresent(StepRow::reset);
                state.outcomeProperty().set("The test was cancelled. Nothing was changed.");
            }
        }
    }

    private void passed(FeedChoice choice, FeedTrial.Passed passed) {
        state.testedProperty().set(new ConnectionState.Tested(choice, passed));
        passBefore(TrialStep.BARS);
        List<DailyBar> bars = passed.bars();
        state.row(TrialStep.BARS).ifPresent(row -> row.pass("%,d bars, %s to %s".formatted(bars.size(),
                bars.getFirst().date(), bars.getLast().date())));
        state.outcomeProperty().set("Passed: bars can come from " + passed.source().words() + ".");
    }

    private void failed(FeedTrial.Failed failed) {
        passBefore(failed.step());
        state.row(failed.step()).ifPresent(row -> row.fail(Sentences.of(failed.reason()), failed.advice()));
        state.steps().stream().filter(row -> row.step().compareTo(failed.step()) > 0).forEach(StepRow::reset);
        state.outcomeProperty().set("The test failed. Nothing was changed.");
    }

    /// A folder is not told of by a gateway.
    private void passBefore(TrialStep end) {
        state.steps().stream().filter(row -> row.step().compareTo(end) < 0)
                .filter(row -> row.standingProperty().get() == StepRow.Standing.WAITING
                        || row.standingProperty().get() == StepRow.Standing.RUNNING)
                .forEach(row -> row.pass(""));
    }

    /// Takes bars from what is entered, from now on.
    void use() {
        if (state.form().problem().get().isEmpty() && obstacle().isEmpty()) {
            FeedChoice choice = state.form().choice();
            market.choiceProperty().set(choice);
            state.outcomeProperty().set("Downloads take their bars from " + choice.words() + " from now on.");
        }
    }

    /// Why what is entered may not be used in this workspace, or empty.
    String obstacle() {
        DataSource present = market.sourceProperty().get();
        if (present == null || !state.form().problem().get().isEmpty()) {
            return "";
        }
        FeedChoice choice = state.form().choice();
        Optional<FeedTrial.Passed> found = state.found(choice);
        boolean may = found.map(passed -> present.mayMeet(passed.source())).orElseGet(() -> choice.mayMeet(present));
        if (may) {
            return "";
        }
        String offered = found.map(passed -> passed.source().words()).orElse(choice.words());
        return "This workspace holds bars of " + present.words() + ". Bars of " + offered
                + " may not be mixed with them.";
    }

    /// The workspace where what is entered belongs: a folder beside this one.
    Path other() {
        return pipelines.workspace().beside(switch (state.form().originProperty().get()) {
            case DEMO -> "demo";
            case CSV -> "files";
            case TWS_PAPER, TWS_LIVE, GATEWAY_PAPER, GATEWAY_LIVE, CUSTOM -> "tws";
        });
    }

    /// Takes bars from what is entered and opens the workspace where they belong.
    void useElsewhere() {
        if (!work.writing().get() && state.form().problem().get().isEmpty()) {
            Path folder = other();
            market.choiceProperty().set(state.form().choice());
            openWorkspace.accept(folder);
        }
    }

    /// Looks how much of the request budget is used.
    void measure() {
        state.pacingProperty().set(state.form().problem().get().isEmpty()
                ? pipelines.pacing(state.form().choice())
                : Optional.empty());
    }

    /// Follows the steps of a test; what a gateway tells comes from its own thread.
    private final class Steps implements GatewayListener {
        private final Batches<Runnable> steps;
        private GatewayState now = GatewayState.DISCONNECTED;

        Steps(Batches<Runnable> steps) {
            this.steps = steps;
        }

        @Override
        public void stateChanged(GatewayState from, GatewayState to) {
            steps.add(() -> {
                now = to;
                if (to == GatewayState.READY) {
                    state.row(TrialStep.FARMS)
                            .filter(row -> row.standingProperty().get() == StepRow.Standing.CAUTION)
                            .ifPresent(row -> row.pass("history service is back"));
                }
            });
        }

        @Override
        public void stepPassed(ConnectResult.Step step, String detail) {
            steps.add(() -> passed(TrialStep.of(step), detail));
        }

        private void passed(TrialStep step, String detail) {
            state.row(step).ifPresent(row -> {
                if (now == GatewayState.IMPAIRED) {
                    row.caution(Sentences.of(detail),
                            "The test waits until it is back. Outages are listed on IBKR's system status "
                                    + "page.");
                } else {
                    row.pass(detail);
                }
                int next = state.steps().indexOf(row) + 1;
                state.steps().subList(next, state.steps().size()).forEach(StepRow::reset);
                state.steps().get(next).run();
                if (step == TrialStep.FARMS && state.pacingProperty().get().isPresent()) {
                    state.steps().get(next).detailProperty().set("Asked for; repeated within 16 s it waits its turn.");
                }
            });
        }

        @Override
        public void notice(Severity severity, int code, String text) {
            if (code == OWN_HINT) {
                steps.add(() -> state.running().ifPresent(row -> row.detailProperty().set(text)));
            }
        }

        @Override
        public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
            steps.add(() -> state.running().ifPresent(row -> row.detailProperty()
                    .set("Attempt " + attempt + " failed; the next one in " + GatewayWords.of(retryIn) + ".")));
        }
    }
}

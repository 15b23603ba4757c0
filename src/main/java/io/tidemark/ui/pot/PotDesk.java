package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionBins;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionFilter;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.inspection.OptionReplay;
import io.tidemark.inspection.OptionSelection;
import io.tidemark.market.Symbol;
import io.tidemark.pipeline.PotDefaults;
import io.tidemark.pipeline.PreparePot;
import io.tidemark.ui.pot.PotState.Phase;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.LatestWins;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What can be done on the touch data pane: read, filter, sort, replay, export, prepare.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class PotDesk {
    private final Pipelines pipelines;
    private final PotState state;
    private final RunningWork work;
    private final Notices notices;
    private final LatestWins<Question, OptionSelection> selecting;
    private final LatestWins<Counting, OptionFigures> counting;
    private final LatestWins<Playing, Played> playing;
    private boolean reading;
    private @Nullable Symbol wanted;

    /// @param quick where options are filtered and counted
    public PotDesk(Pipelines pipelines, PotState state, RunningWork work, Executor quick, Notices notices) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.notices = notices;
        selecting = new LatestWins<>(quick, question -> question.options.select(question.query), this::selected);
        counting = new LatestWins<>(quick, each -> each.options.figures(each.selection),
                figures -> state.figuresProperty().set(figures));
        playing = new LatestWins<>(quick, PotDesk::play, this::played);
    }

    private record Question(OptionInspection options, OptionQuery query) {}

    private record Counting(OptionInspection options, OptionSelection selection) {}

    private record Playing(OptionInspection options, int row) {}

    /// How a replay came out.
    ///
    /// @param replay null when there is none
    /// @param trouble why there is none
    private record Played(@Nullable OptionReplay replay, String trouble) {}

    /// What was read.
    ///
    /// @param options null when none were prepared
    /// @param bars whether there are bars to prepare some on
    private record Found(@Nullable OptionInspection options, boolean bars) {}

    /// Reads the options, unless that is under way; what did not change stays as it is shown.
    public void read() {
        if (reading) {
            return;
        }
        reading = true;
        OptionInspection before = state.optionsProperty().get();
        work.start(Job.reading("Read prepared options", progress -> {
            if (!OptionInspection.isPossible(pipelines.workspace())) {
                return new Found(null, !PotDefaults.symbols(pipelines.workspace()).isEmpty());
            }
            return new Found(before != null && before.isCurrent(pipelines.workspace())
                    ? before
                    : OptionInspection.read(pipelines.workspace(), progress), true);
        }), this::readEnded);
    }

    private void readEnded(WorkEnd<Found> end) {
        reading = false;
        switch (end) {
            case WorkEnd.Succeeded<Found>(Found(var options, var bars)) -> take(options, bars);
            case WorkEnd.Failed<Found> failed -> fail(failed.sentence());
            case WorkEnd.Cancelled<Found>() -> {
                if (state.optionsProperty().get() == null) {
                    fail("Reading the options was cancelled.");
                }
            }
        }
    }

    private void fail(String sentence) {
        state.troubleProperty().set(sentence);
        state.phaseProperty().set(Phase.FAILED);
    }

    private void take(@Nullable OptionInspection options, boolean bars) {
        if (options == null) {
            state.phaseProperty().set(bars ? Phase.EMPTY : Phase.NO_BARS);
            return;
        }
        if (options != state.optionsProperty().get()) {
            state.replayProperty().set(null);
            state.replayTroubleProperty().set("");
            state.optionsProperty().set(options);
            state.messageProperty().set((options.modelTrouble() + " " + options.splitNote()).strip());
            ask(state.queryProperty().get());
        }
        state.phaseProperty().set(Phase.READY);
        if (wanted != null) {
            find(wanted);
        }
    }

    private void ask(OptionQuery query) {
        state.queryProperty().set(query);
        OptionInspection options = state.optionsProperty().get();
        if (options != null) {
            selecting.ask(new Question(options, query));
        }
    }

    private void selected(OptionSelection found) {
        OptionSelection before = state.selectionProperty().get();
        state.selectionProperty().set(found);
        OptionInspection options = state.optionsProperty().get();
        boolean sorted = before != null && state.figuresProperty().get() != null
                && before.query().filters().equals(found.query().filters())
                && before.summary().all() == found.summary().all();
        if (options != null && !sorted) {
            counting.ask(new Counting(options, found));
        }
    }

    /// Lets only rows pass that a filter lets pass, in place of its column's filter.
    public void filter(OptionFilter filter) {
        state.messageProperty().set("");
        ask(state.queryProperty().get().with(filter));
    }

    /// Sets a filter, or takes it away when it is set already.
    public void toggle(OptionFilter filter) {
        if (state.queryProperty().get().filters().contains(filter)) {
            clear(filter.column());
        } else {
            filter(filter);
        }
    }

    /// Filters by a bin of a column's histogram, or takes that filter away.
    public void toggleBin(OptionColumn column, int bin) {
        OptionFigures figures = state.figuresProperty().get();
        OptionBins bins = figures == null ? null : figures.bins().get(column);
        if (bins != null) {
            toggle(bins.filter(bin));
        }
    }

    /// Sets several filters at once.
    public void filter(List<? extends OptionFilter> filters) {
        OptionQuery query = state.queryProperty().get();
        for (OptionFilter each : filters) {
            query = query.with(each);
        }
        ask(query);
    }

    /// Takes the filter of a column away.
    public void clear(OptionColumn column) {
        ask(state.queryProperty().get().without(column));
    }

    /// Takes all filters away.
    public void clearAll() {
        ask(state.queryProperty().get().unfiltered());
    }

    /// Puts the options in order.
    public void sort(List<OptionQuery.Sort> order) {
        if (!order.equals(state.queryProperty().get().order())) {
            ask(state.queryProperty().get().sorted(order));
        }
    }

    /// Shows the options of a symbol, now or as soon as they are read.
    public void find(Symbol symbol) {
        OptionInspection options = state.optionsProperty().get();
        wanted = options == null ? symbol : null;
        if (options != null) {
            if (options.choices(OptionColumn.SYMBOL).contains(symbol.value())) {
                filter(new OptionFilter.Choice(OptionColumn.SYMBOL, Set.of(symbol.value())));
            } else {
                state.messageProperty().set("There are no options on " + symbol + ".");
            }
        }
    }

    /// Plays an option once more.
    public void replay(int row) {
        OptionInspection options = state.optionsProperty().get();
        if (options != null) {
            playing.ask(new Playing(options, row));
        }
    }

    private static Played play(Playing asked) {
        try {
            return new Played(asked.options.replay(asked.row), "");
        } catch (IOException e) {
            return new Played(null, String.valueOf(e.getMessage()));
        }
    }

    private void played(Played played) {
        state.replayTroubleProperty().set(played.trouble());
        state.replayProperty().set(played.replay());
    }

    /// Writes the options found, in their order, as a CSV file.
    public void export(Path file) {
        OptionInspection options = state.optionsProperty().get();
        OptionSelection found = state.selectionProperty().get();
        if (options == null || found == null) {
            return;
        }
        work.start(Job.writing("Export options", progress -> {
            options.export(found, file, progress);
            return found.size();
        }), end -> {
            switch (end) {
                case WorkEnd.Succeeded<Integer>(Integer count) -> notices
                        .done("%,d options exported to %s.".formatted(count, file.getFileName()));
                case WorkEnd.Failed<Integer> failed -> notices.problem(
                        Problem.of("The options could not be exported: " + failed.sentence(),
                                "A file that was there before is untouched.", "Choose another folder and export again.")
                                .causedBy(failed.cause()));
                case WorkEnd.Cancelled<Integer>() -> state.messageProperty()
                        .set("The export was cancelled; no file was written.");
            }
        });
    }

    /// Samples and labels options anew on the stored bars.
    public void prepare() {
        if (state.preparingProperty().get()) {
            return;
        }
        state.preparingProperty().set(true);
        var watch = new PipelineWatch(events -> {
            // the task's own progress says enough here
        });
        work.start(Job.writing("Prepare the options", progress -> pipelines.write("prepare-pot",
                () -> new PreparePot(pipelines.workspace()).run(PotDefaults.settings(pipelines.workspace()),
                        watch.context(progress)))),
                this::prepared);
    }

    private void prepared(WorkEnd<PreparePot.Prepared> end) {
        state.preparingProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<PreparePot.Prepared>(PreparePot.Prepared made) -> notices
                    .done("%,d options prepared. Train again to learn from them."
                            .formatted(made.manifest().rows()));
            case WorkEnd.Failed<PreparePot.Prepared> failed -> notices.problem(
                    Problem.of("The options could not be prepared: " + failed.sentence(),
                            "Options prepared before are kept.", "Solve the cause and prepare them again.")
                            .causedBy(failed.cause()));
            case WorkEnd.Cancelled<PreparePot.Prepared>() -> state.messageProperty()
                    .set("Preparing was cancelled; options prepared before are kept.");
        }
        read();
    }
}

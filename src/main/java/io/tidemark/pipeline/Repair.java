package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.market.Symbol;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeParameters;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mends what is damaged: bars from the archive, training sets from the bars, models in use from their runs.
///
/// A set is made the way its manifest tells, or the newest run that learned from such a set. Whatever is replaced is
/// copied aside first. What cannot be mended is left as it lies and told.
public final class Repair {
    private final Workspace workspace;
    private final Clock clock;
    private final BarStore bars;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public Repair(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.bars = new BarStore(workspace.historical());
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Mends what can be, then checks all of it.
    ///
    /// @throws StageFailure when the workspace cannot be read or written at all
    public RepairReport run(RunContext context) throws StageFailure {
        var work = new Work(new DamagedFiles(workspace, clock.instant()), context);
        for (Symbol symbol : symbols()) {
            work.attempt(Verify.nameOf(symbol), () -> bars(symbol, work));
        }
        work.attempt(Verify.REGIME_SET, () -> regimeSet(work));
        work.attempt(Verify.TOUCH_SET, () -> touchSet(work));
        for (ModelKind model : ModelKind.values()) {
            work.attempt(Verify.nameOf(model), () -> champion(model, work));
        }
        return RepairReport.of(work.mended, new Verify(workspace, clock).run(context), work.obstacles,
                work.damaged.kept());
    }

    private List<Symbol> symbols() throws StageFailure {
        try {
            return StoredSymbols.in(workspace);
        } catch (IOException e) {
            throw StageFailure.because(Stage.REPAIR, e);
        }
    }

    private void bars(Symbol symbol, Work work) throws IOException {
        if (isWhole(() -> bars.loadExact(symbol))) {
            return;
        }
        Optional<BarManifest> former = bars.inArchive(symbol);
        if (former.isPresent()) {
            work.damaged.keep(bars.files(symbol));
            bars.restoreFromArchive(symbol);
            work.mended.add("Bars of " + symbol + ": the newest whole ones of the archive are in place, to "
                    + former.get().lastDate() + ". Update to bring the rest ('tidemark update').");
        }
    }

    private void regimeSet(Work work) throws StageFailure, IOException {
        DatasetFiles files = DatasetFiles.regime(workspace.historical());
        if (isWhole(files::load)) {
            return;
        }
        Optional<DatasetManifest> made = made(files, ModelKind.REGIME_CLASSIFIER);
        RegimeLabelling labelling = made.isPresent()
                ? RegimeParameters.of(made.get()).labelling()
                : WorkspaceLabelling.of(workspace).labelling(PipelineSettings.defaults().horizon());
        work.damaged.keep(List.of(files.data(), files.names(), files.manifest()));
        var prepared = new PrepareRegime(workspace).run(labelling, work.context);
        work.mended.add("Regime training set: made anew from the bars, " + prepared.manifest().rows() + " days.");
    }

    private void touchSet(Work work) throws StageFailure, IOException {
        DatasetFiles files = DatasetFiles.pot(workspace.historical());
        if (isWhole(() -> PotDataset.read(workspace.historical()))) {
            return;
        }
        Optional<DatasetManifest> made = made(files, ModelKind.PROBABILITY_OF_TOUCH);
        PotSampling sampling = made.isPresent()
                ? PotDataset.samplingOf(made.get(), files.manifest())
                : PreparePot.sampling(PipelineSettings.defaults());
        List<Symbol> drawn = List.copyOf(sampling.densities().keySet());
        work.damaged.keep(List.of(files.data(), files.names(), PotDataset.samplesFile(workspace.historical()),
                files.manifest()));
        var prepared = new PreparePot(workspace).run(drawn.isEmpty() ? symbols() : drawn, sampling,
                made.map(PreparePot::realShare).orElse(1.0), work.context);
        work.mended.add("Touch training set: made anew from the bars, " + prepared.manifest().rows() + " options.");
    }

    /// How a set was made, by its own manifest or else that which the newest run has of it.
    private Optional<DatasetManifest> made(DatasetFiles files, ModelKind model) throws IOException {
        var own = new ArrayList<DatasetManifest>();
        if (isWhole(() -> files.readManifest().ifPresent(own::add)) && !own.isEmpty()) {
            return Optional.of(own.getFirst());
        }
        List<RunRecord> runs = registry.runs(model);
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast().manifest().training().data());
    }

    private void champion(ModelKind model, Work work) throws IOException {
        var files = registry.championFiles(model);
        List<Path> damaged = files.damaged();
        if (!damaged.isEmpty()) {
            work.damaged.keep(damaged);
            work.mended.add(model.title() + ": run " + files.restore() + ", which was in use, is in place again.");
        }
    }

    private interface Look {
        void at() throws IOException;
    }

    private static boolean isWhole(Look look) {
        try {
            look.at();
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private interface Mending {
        void run() throws StageFailure, IOException;
    }

    /// A repair under way.
    private static final class Work {
        private final DamagedFiles damaged;
        private final RunContext context;
        private final List<String> mended = new ArrayList<>();
        private final Map<String, String> obstacles = new HashMap<>();

        private Work(DamagedFiles damaged, RunContext context) {
            this.damaged = damaged;
            this.context = context;
        }

        /// What stands in the way of one thing does not keep others from being mended.
        private void attempt(String what, Mending mending) {
            context.progress(Stage.REPAIR).checkCancelled();
            try {
                mending.run();
            } catch (IOException | StageFailure | IllegalArgumentException e) {
                obstacles.put(what, String.valueOf(e.getMessage()));
            }
        }
    }
}

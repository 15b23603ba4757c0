package io.tidemark.pipeline;

import io.tidemark.chain.ChainPlans;
import io.tidemark.chain.ChainStore;
import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.Revisions;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.Symbol;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunFiles;
import io.tidemark.model.RunRecord;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeParameters;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mends what is damaged: bars from the archive, training sets from the bars, models in use from their runs and runs
/// from the models in use; what can be read of a list stays.
///
/// A set is made the way its manifest tells, or the newest run that learned from such a set. Whatever is replaced is
/// copied aside first. What cannot be mended is left as it lies and told, but for what would be in the way of work:
/// that is moved aside.
public final class Repair {
    private final Workspace workspace;
    private final Clock clock;
    private final BarStore bars;
    private final VolatilityStore volatilities;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public Repair(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.bars = new BarStore(workspace.historical());
        this.volatilities = new VolatilityStore(workspace.historical());
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Mends what can be, then checks all of it.
    ///
    /// @throws StageFailure when the workspace cannot be read or written at all
    public RepairReport run(RunContext context) throws StageFailure {
        var work = new RepairWork(new DamagedFiles(workspace, clock.instant()), context);
        List<Symbol> symbols = symbols();
        for (Symbol symbol : symbols) {
            work.attempt(SeriesAudit.bars(symbol), () -> bars(symbol, work));
            revisions(SeriesAudit.bars(symbol), bars.revisions(symbol), work);
            revisions(SeriesAudit.volatility(symbol), volatilities.revisions(symbol), work);
        }
        work.attempt(RecordsAudit.SETTINGS, () -> settings(symbols, work));
        chains(work);
        for (ModelKind model : ModelKind.values()) {
            work.attempt(RunsAudit.runsOf(model), () -> runs(model, work));
        }
        work.attempt(Verify.REGIME_SET, () -> regimeSet(work));
        work.attempt(Verify.TOUCH_SET, () -> touchSet(work));
        for (ModelKind model : ModelKind.values()) {
            work.attempt(Verify.nameOf(model), () -> champion(model, work));
        }
        work.attempt(RunsAudit.PROMOTIONS, () -> promotions(work));
        work.attempt(RecordsAudit.REPORTS, () -> new RecordsAudit(workspace).mendReports(work));
        return work.report(new Verify(workspace, clock).run(context));
    }

    private List<Symbol> symbols() throws StageFailure {
        try {
            return StoredSymbols.in(workspace);
        } catch (IOException e) {
            throw StageFailure.because(Stage.REPAIR, e);
        }
    }

    private void bars(Symbol symbol, RepairWork work) throws IOException {
        if (isWhole(() -> bars.loadExact(symbol))) {
            return;
        }
        Optional<BarManifest> former = bars.inArchive(symbol);
        if (former.isPresent()) {
            work.keep(bars.files(symbol));
            bars.restoreFromArchive(symbol);
            work.mended("Bars of " + symbol + ": the newest whole ones of the archive are in place, to "
                    + former.get().lastDate() + ". Update to bring the rest ('tidemark update').");
        }
    }

    private static void revisions(String series, Revisions revisions, RepairWork work) {
        work.attempt(SeriesAudit.revisionsOf(series), () -> {
            if (!isWhole(revisions::count)) {
                work.keep(revisions.files());
                work.mended("Revisions of the " + series + ": " + revisions.salvage());
            }
        });
    }

    /// The sources of the bars tell what else may join them.
    private void settings(List<Symbol> symbols, RepairWork work) throws IOException {
        if (isSourceNamed()) {
            return;
        }
        if (Files.exists(workspace.settingsFile())) {
            work.setAside(workspace.settingsFile(), "Settings of the workspace: the damaged file is out of the way.");
        }
        for (Symbol symbol : symbols) {
            Optional<BarManifest> stored = bars.manifest(symbol);
            if (stored.isPresent()) {
                workspace.claim(stored.get().source());
            }
        }
        work.mended("Settings of the workspace: written anew from where its bars come from.");
    }

    private boolean isSourceNamed() {
        try {
            return workspace.source().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private void chains(RepairWork work) throws StageFailure {
        var chains = new ChainStore(workspace.historical());
        var plans = new ChainPlans(workspace.historical());
        work.attempt(SeriesAudit.PLANS, () -> {
            if (!isWhole(plans::all)) {
                work.setAside(plans.file(), "Plans of snapshots: they cannot be read. Plan them again "
                        + "('tidemark chains schedule').");
            }
        });
        try {
            for (Symbol symbol : chains.symbols()) {
                work.attempt(SeriesAudit.begunOf(symbol), () -> {
                    if (!isWhole(() -> chains.begun(symbol))) {
                        work.setAside(chains.begunFile(symbol), "Snapshot under way of " + symbol
                                + ": it cannot be read. Take another one ('tidemark chains snapshot').");
                    }
                });
            }
        } catch (IOException e) {
            throw StageFailure.because(Stage.REPAIR, e);
        }
    }

    private void runs(ModelKind model, RepairWork work) throws IOException {
        for (RunFiles run : registry.runFiles(model)) {
            if (run.isRestorable()) {
                work.keep(run.shared());
                run.restore();
                work.mended("Run " + run.folder().getFileName() + " of the " + Verify.nameOf(model)
                        + ": model and manifest are copied back from the model in use.");
            }
        }
    }

    private void promotions(RepairWork work) throws IOException {
        var audit = new RunsAudit(registry);
        for (Path verdict : audit.unreadableVerdicts()) {
            work.setAside(verdict, "Verdict " + verdict + ": it cannot be read; the run counts as not judged.");
        }
        if (!registry.promotionFaults().isEmpty()) {
            work.keep(List.of(registry.promotionLog()));
            int before = registry.promotionFaults().size();
            int steps = registry.mendPromotions(audit.promoted());
            if (registry.promotionFaults().size() < before) {
                work.mended("Log of promotions: written anew from what can be read of it and what the runs tell, "
                        + steps + " steps.");
            }
        }
    }

    private void regimeSet(RepairWork work) throws StageFailure, IOException {
        DatasetFiles files = DatasetFiles.regime(workspace.historical());
        if (isWhole(files::load)) {
            return;
        }
        Optional<DatasetManifest> made = made(files, ModelKind.REGIME_CLASSIFIER);
        RegimeLabelling labelling = made.isPresent()
                ? RegimeParameters.of(made.get()).labelling()
                : WorkspaceLabelling.of(workspace).labelling(PipelineSettings.defaults().horizon());
        work.keep(List.of(files.data(), files.names(), files.manifest()));
        var prepared = new PrepareRegime(workspace).run(labelling, work.context());
        work.mended("Regime training set: made anew from the bars, " + prepared.manifest().rows() + " days.");
    }

    private void touchSet(RepairWork work) throws StageFailure, IOException {
        DatasetFiles files = DatasetFiles.pot(workspace.historical());
        if (isWhole(() -> PotDataset.read(workspace.historical()))) {
            return;
        }
        Optional<DatasetManifest> made = made(files, ModelKind.PROBABILITY_OF_TOUCH);
        PotSampling sampling = made.isPresent()
                ? PotDataset.samplingOf(made.get(), files.manifest())
                : PreparePot.sampling(PipelineSettings.defaults());
        List<Symbol> drawn = List.copyOf(sampling.densities().keySet());
        work.keep(List.of(files.data(), files.names(), PotDataset.samplesFile(workspace.historical()),
                files.manifest()));
        var prepared = new PreparePot(workspace).run(drawn.isEmpty() ? symbols() : drawn, sampling,
                made.map(PreparePot::realShare).orElse(1.0), work.context());
        work.mended("Touch training set: made anew from the bars, " + prepared.manifest().rows() + " options.");
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

    private void champion(ModelKind model, RepairWork work) throws IOException {
        var files = registry.championFiles(model);
        List<Path> damaged = files.damaged();
        if (!damaged.isEmpty()) {
            work.keep(damaged);
            work.mended(model.title() + ": run " + files.restore() + ", which was in use, is in place again.");
        }
    }

    private static boolean isWhole(RepairWork.Look look) {
        try {
            look.at();
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}

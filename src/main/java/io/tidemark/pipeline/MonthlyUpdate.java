package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes a workspace from last month to today: new bars, longer training sets, models that have learned from them.
///
/// What is there says how: the same symbols, sampling, seed and horizon as before. The bars of every symbol have to
/// come before anything is made of them; those that came stay when another fails, for they are good. Each stage leaves
/// whole files behind, and what an interrupted update left undone is done by the next one.
public final class MonthlyUpdate {
    private final Workspace workspace;
    private final BarFeed feed;
    private final Clock clock;

    /// An update of `workspace` with bars from `feed`.
    public MonthlyUpdate(Workspace workspace, BarFeed feed, Clock clock) {
        this.workspace = workspace;
        this.feed = feed;
        this.clock = clock;
    }

    /// Updates. When nothing is new and nothing was left undone, no file is changed.
    ///
    /// @throws StageFailure when a stage fails; the stages before it keep their results
    public UpdateReport run(UpdateWish wish, RunContext context) throws StageFailure {
        Made before = made();
        Prolonged data = prolong(wish, context);
        if (data.sets().isEmpty() && haveLearned()) {
            return UpdateReport.nothingNew(data.download(), context.times());
        }
        Sets sets = data.sets().isPresent() ? data.sets().get() : prepare(made(), wish, LocalDate.EPOCH, context);
        var train = new Train(workspace, clock, wish.policy(), wish.rules());
        long seed = before.sampling().map(PotSampling::seed).orElse(PipelineSettings.defaults().seed());
        var regime = train.regime(RegimeTrainingOptions.of(seed), context);
        var pot = train.pot(PotTrainingOptions.of(seed), context);
        return UpdateReport.of(new UpdateReport.Grown(before.regimeRows(), before.potRows()), data.download(),
                new UpdateReport.Parts(sets.regimes(), sets.options(), regime, pot), context.times());
    }

    /// The longer training sets.
    record Sets(PrepareRegime.Prepared regimes, PreparePot.Prepared options) {}

    /// What came, and what was made of it; no sets when those in place are made of the bars as they are.
    record Prolonged(DownloadReport download, Optional<Sets> sets) {}

    /// The part of an update that needs no training.
    Prolonged prolong(UpdateWish wish, RunContext context) throws StageFailure {
        List<Symbol> symbols = symbols();
        LocalDate before = lastDate(symbols);
        Made made = made();
        var download = new Download(workspace, feed, clock).update(symbols, wish.trueJumps(), context).orFail();
        return new Prolonged(download, areCurrent(made, symbols)
                ? Optional.empty()
                : Optional.of(prepare(made, wish, before.plusDays(1), context)));
    }

    /// @param since first day of starts that no set has drawn yet
    private Sets prepare(Made made, UpdateWish wish, LocalDate since, RunContext context) throws StageFailure {
        var labelling = WorkspaceLabelling.of(workspace).labelling(made.horizon());
        var regimes = new PrepareRegime(workspace).run(labelling, context);
        PotSampling sampling = made.sampling().map(drawn -> since.equals(LocalDate.EPOCH)
                ? drawn
                : drawn.growing(since, wish.growth()))
                .orElseGet(() -> PreparePot.sampling(PipelineSettings.defaults()));
        return new Sets(regimes, new PreparePot(workspace).run(made.underlyings(symbols()), sampling, context));
    }

    private List<Symbol> symbols() throws StageFailure {
        try {
            List<Symbol> stored = StoredSymbols.in(workspace);
            if (stored.isEmpty()) {
                throw new StageFailure(Stage.DOWNLOAD, "Nothing is stored in " + workspace.root()
                        + ", so there is nothing to update. Set it up first ('tidemark setup' in the terminal).");
            }
            return stored;
        } catch (IOException e) {
            throw StageFailure.because(Stage.DOWNLOAD, e);
        }
    }

    private LocalDate lastDate(List<Symbol> symbols) {
        var store = new BarStore(workspace.historical());
        return symbols.stream().map(store::manifest).flatMap(Optional::stream).map(BarManifest::lastDate)
                .max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    }

    /// What an earlier set-up or update made.
    ///
    /// @param regime what the labelled days were made from
    /// @param pot what the options were made from
    /// @param sampling how they were drawn
    private record Made(Optional<DatasetManifest> regime, Optional<DatasetManifest> pot,
            Optional<PotSampling> sampling) {

        int horizon() {
            return regime.map(set -> set.origin().parameters().get("horizon")).filter(Number.class::isInstance)
                    .map(value -> ((Number) value).intValue()).orElse(PipelineSettings.defaults().horizon());
        }

        int regimeRows() {
            return regime.map(DatasetManifest::rows).orElse(0);
        }

        int potRows() {
            return pot.map(DatasetManifest::rows).orElse(0);
        }

        List<Symbol> underlyings(List<Symbol> stored) {
            return sampling.map(drawn -> List.copyOf(drawn.densities().keySet())).filter(drawn -> !drawn.isEmpty())
                    .orElse(stored);
        }
    }

    private Made made() throws StageFailure {
        Path folder = workspace.historical();
        try {
            return new Made(DatasetFiles.regime(folder).readManifest(), DatasetFiles.pot(folder).readManifest(),
                    PotDataset.samplingOf(folder));
        } catch (IOException e) {
            throw StageFailure.because(Stage.DOWNLOAD, e);
        }
    }

    /// Whether both sets are made of the bars as they are stored now.
    private boolean areCurrent(Made made, List<Symbol> symbols) throws StageFailure {
        if (made.regime().isEmpty() || made.pot().isEmpty()) {
            return false;
        }
        var days = StoredBars.read(workspace, List.of(Universe.SPY, Universe.VIX), Stage.PREPARE_REGIME);
        var options = StoredBars.readForOptions(workspace, PreparePot.withOptions(made.underlyings(symbols)),
                Stage.PREPARE_POT);
        return made.regime().get().origin().inputs().equals(days.hashes())
                && made.pot().get().origin().inputs().equals(options.hashes());
    }

    /// Whether the newest runs have learned from the sets in place, and were judged.
    private boolean haveLearned() throws StageFailure {
        Made made = made();
        try {
            return hasLearned(ModelKind.REGIME_CLASSIFIER, made.regime())
                    && hasLearned(ModelKind.PROBABILITY_OF_TOUCH, made.pot());
        } catch (IOException e) {
            throw StageFailure.because(Stage.TRAIN_REGIME, e);
        }
    }

    private boolean hasLearned(ModelKind model, Optional<DatasetManifest> set) throws IOException {
        List<RunRecord> runs = new ModelRegistry(workspace.models(), clock).runs(model);
        return !runs.isEmpty() && set.isPresent()
                && runs.getLast().manifest().training().data().files().equals(set.get().files())
                && Files.exists(runs.getLast().verdict());
    }
}

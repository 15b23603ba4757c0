package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.NotEnoughHistory;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSampling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.HashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hop from bars to the probability-of-touch training set.
public final class PreparePot {
    private static final Logger LOG = LoggerFactory.getLogger(PreparePot.class);

    private final Workspace workspace;

    /// Works in `workspace`.
    public PreparePot(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What was prepared.
    ///
    /// @param dataset rows and samples
    /// @param manifest what was written beside them
    public record Prepared(PotDataset dataset, DatasetManifest manifest) {}

    /// Samples, labels and writes options on every symbol but VIX, mixed with the real ones that have expired. Rows
    /// of a set that was drawn alike stay.
    ///
    /// @throws StageFailure when bars are missing or too few, or a file cannot be written
    public Prepared run(PipelineSettings settings, RunContext context) throws StageFailure {
        return run(settings.symbols(), sampling(settings), settings.realShare(), context);
    }

    /// The same with a sampling at hand, such as that of the set that is to grow, and the share of real options that
    /// the set has.
    Prepared run(List<Symbol> symbols, PotSampling sampling, RunContext context) throws StageFailure {
        return run(symbols, sampling, shareBefore(), context);
    }

    /// The same with another share of the real options, from 0 to 1.
    Prepared run(List<Symbol> symbols, PotSampling sampling, double realShare, RunContext context)
            throws StageFailure {
        return context.stage(Stage.PREPARE_POT, progress -> {
            List<Symbol> underlyings = withOptions(symbols);
            if (underlyings.isEmpty()) {
                throw new StageFailure(Stage.PREPARE_POT,
                        "None of " + symbols + " has options. Name one, such as SPY.");
            }
            StoredBars bars = StoredBars.readForOptions(workspace, underlyings, Stage.PREPARE_POT);
            progress.checkCancelled();
            progress.report(0, 2, "sampling options");
            PotDataset dataset = sample(bars.options().withQuotedShare(realShare, sampling.seed()), sampling);
            progress.checkCancelled();
            progress.report(1, 2, "writing " + dataset.set().rows() + " options");
            return write(dataset, bars, realShare);
        });
    }

    /// Those that have options, in order of name: rows have one order however the symbols were named.
    static List<Symbol> withOptions(List<Symbol> symbols) {
        return symbols.stream().filter(Universe::hasOptions).sorted().toList();
    }

    /// The sampling that settings ask for.
    static PotSampling sampling(PipelineSettings settings) {
        return PotSampling.of(settings.seed()).withSamplesPerSymbol(settings.samplesPerSymbol());
    }

    private PotDataset sample(PotBars bars, PotSampling sampling) throws StageFailure {
        try {
            PotSampling continued = before().map(sampling::continuing).orElse(sampling);
            return PotDataset.build(bars, sampling.densities().isEmpty() ? continued : sampling,
                    PotFeature.defaults());
        } catch (NotEnoughHistory e) {
            throw StageFailure.because(Stage.PREPARE_POT, e);
        }
    }

    /// The share of real options in the set in place; all of them when it does not say.
    private double shareBefore() {
        try {
            return DatasetFiles.pot(workspace.historical()).readManifest().map(PreparePot::realShare).orElse(1.0);
        } catch (IOException e) {
            LOG.warn("All real options are taken: {}", e.getMessage());
            return 1;
        }
    }

    /// The share of real options in the set of a manifest; all of them when it does not say.
    static double realShare(DatasetManifest manifest) {
        return manifest.origin().parameters().get("realShare") instanceof Number share ? share.doubleValue() : 1;
    }

    /// How the set in place was drawn; nothing when there is none that can be understood.
    private Optional<PotSampling> before() {
        try {
            return PotDataset.samplingOf(workspace.historical());
        } catch (IOException e) {
            LOG.warn("A new set is begun: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Prepared write(PotDataset dataset, StoredBars bars, double realShare) throws StageFailure {
        try {
            var further = new HashMap<>(bars.splitOptions().asMap());
            further.put("realShare", realShare);
            return new Prepared(dataset, dataset.write(workspace.historical(), bars.source(), bars.hashes(), further));
        } catch (IOException e) {
            throw StageFailure.because(Stage.PREPARE_POT, e);
        }
    }
}

package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.market.Symbol;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a workspace holds at one moment, in counts and figures. What is missing or cannot be read is left out.
///
/// @param bars by symbol
/// @param rows of the training sets, by name
/// @param models those in use, by name of file
public record UpdateStanding(SortedMap<String, Bars> bars, SortedMap<String, Integer> rows,
        SortedMap<String, Model> models) {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateStanding.class);

    /// Bars of a symbol.
    ///
    /// @param rows number of them
    /// @param lastDate session of the newest
    public record Bars(int rows, LocalDate lastDate) {
        private static Bars of(BarManifest manifest) {
            return new Bars(manifest.rows(), manifest.lastDate());
        }
    }

    /// A kept run.
    ///
    /// @param run its number
    /// @param figures by name, from evaluation forward in time
    public record Model(int run, Map<String, Double> figures) {
        static Model of(RunRecord run) {
            return new Model(run.number(), run.manifest().training().metrics());
        }
    }

    /// What is there now.
    static UpdateStanding of(Workspace workspace, Clock clock) {
        var standing = new UpdateStanding(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        reading(() -> {
            var store = new BarStore(workspace.historical());
            for (Symbol symbol : StoredSymbols.in(workspace)) {
                store.manifest(symbol).ifPresent(found -> standing.bars.put(symbol.value(), Bars.of(found)));
            }
        });
        for (DatasetFiles files : new DatasetFiles[]{DatasetFiles.regime(workspace.historical()),
                DatasetFiles.pot(workspace.historical())}) {
            reading(() -> files.readManifest().map(DatasetManifest::rows)
                    .ifPresent(rows -> standing.rows.put(files.name(), rows)));
        }
        var registry = new ModelRegistry(workspace.models(), clock);
        for (ModelKind kind : ModelKind.values()) {
            reading(() -> registry.champion(kind).map(ModelRegistry.Champion::manifest)
                    .ifPresent(found -> standing.models.put(kind.fileName(),
                            new Model(found.run(), found.training().metrics()))));
        }
        return standing;
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void reading(Reading reading) {
        try {
            reading.read();
        } catch (IOException e) {
            LOG.warn("left out of what is there: {}", e.getMessage());
        }
    }
}

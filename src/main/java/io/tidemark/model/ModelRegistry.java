package io.tidemark.model;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models of a workspace: every run kept, and for each model the one promoted for a bot to load.
///
/// ```
/// models/regime_classifier.ubj  regime_classifier.json          the promoted one, with its manifest
/// models/runs/regime_classifier/0007/...                        run 7, never changed again
/// ```
///
/// A run is written aside and moved into place as a whole folder, so a run that failed or was cut short is not there.
/// Promotion writes the manifest first, then the model. A crash between the two leaves a pair whose hashes differ, and
/// the manifest names the run that has the right model: [ModelRegistry#champion] completes it.
///
/// One process at a time may write to a workspace; this class does not lock.
public final class ModelRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");
    private static final String ASIDE = ".new";

    private final Path folder;
    private final Clock clock;

    /// The models in `folder`; it need not exist yet.
    ///
    /// @param clock tells when a run was kept
    public ModelRegistry(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Keeps a trained model as the next run. What a bot loads does not change.
    ///
    /// @throws IOException when the files cannot be written; then no run was added
    public RunRecord saveRun(TrainedModel trained) throws IOException {
        Path runs = Files.createDirectories(runsFolder(trained.model()));
        int number = numbers(runs).stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        var manifest = new ModelManifest(ModelManifest.FORMAT, trained.model(), number, Sha256.of(trained.ubj()),
                clock.instant(),
                new ModelManifest.Holdout(trained.holdout().from(), Sha256.of(trained.holdout().ubj())),
                trained.facts());
        Path aside = runs.resolve(ASIDE);
        delete(aside);
        var run = new RunRecord(runs.resolve("%04d".formatted(number)), manifest);
        try {
            ModelFiles files = ModelFiles.in(aside, trained.model());
            AtomicFile.write(files.ubj(), out -> out.write(trained.ubj()));
            Json.write(files.manifest(), manifest);
            var half = new RunRecord(aside, manifest);
            AtomicFile.write(half.holdoutFile(), out -> out.write(trained.holdout().ubj()));
            Json.write(half.evaluation(), trained.evaluation());
            Files.move(aside, run.folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            delete(aside);
            throw e;
        }
        return run;
    }

    /// Makes a run's model the one that a bot loads.
    ///
    /// @throws IOException when the run is damaged, or the files cannot be written; then the model promoted before
    ///         stays, or [ModelRegistry#champion] completes the change
    public void promote(RunRecord run) throws IOException {
        ModelFiles from = ModelFiles.in(run.folder(), run.model());
        if (!from.match(run.manifest())) {
            throw new IOException(from.ubj() + " is not the file that its manifest was written for. The run is damaged;"
                    + " train the model again.");
        }
        ModelFiles to = ModelFiles.in(folder, run.model());
        Json.write(to.manifest(), run.manifest());
        copy(from.ubj(), to.ubj());
    }

    /// All runs of a model that can be read, in order of number. An unreadable one is logged and left out.
    ///
    /// @throws IOException when the folder cannot be listed
    public List<RunRecord> runs(ModelKind model) throws IOException {
        Path runs = runsFolder(model);
        var readable = new ArrayList<RunRecord>();
        for (int number : numbers(runs)) {
            Path run = runs.resolve("%04d".formatted(number));
            try {
                readable.add(new RunRecord(run, ModelFiles.in(run, model).readManifest(model)));
            } catch (IOException e) {
                LOG.warn("run {} is left out: {}", run, e.getMessage());
            }
        }
        return List.copyOf(readable);
    }

    /// The promoted model, after completing a promotion that was cut short; empty when none was ever promoted.
    ///
    /// @throws IOException when model and manifest do not belong together and the run they name cannot repair them
    public Optional<Champion> champion(ModelKind model) throws IOException {
        ModelFiles files = ModelFiles.in(folder, model);
        if (!Files.exists(files.manifest()) && !Files.exists(files.ubj())) {
            return Optional.empty();
        }
        ModelManifest manifest = files.readManifest(model);
        if (!files.match(manifest)) {
            repair(files, manifest);
        }
        return Optional.of(new Champion(files.ubj(), manifest));
    }

    /// The promoted model.
    ///
    /// @param ubj the model file that a bot loads
    /// @param manifest what it is
    public record Champion(Path ubj, ModelManifest manifest) {}

    private void repair(ModelFiles files, ModelManifest manifest) throws IOException {
        Path run = runsFolder(manifest.model()).resolve("%04d".formatted(manifest.run()));
        ModelFiles source = ModelFiles.in(run, manifest.model());
        if (!source.match(manifest)) {
            throw new IOException(files.ubj() + " is not the file that " + files.manifest().getFileName()
                    + " was written for, and " + run
                    + " does not have it either. Promote another run, or train again.");
        }
        LOG.warn("{} was not the model of run {}; it is copied from there again", files.ubj(), manifest.run());
        copy(source.ubj(), files.ubj());
    }

    private Path runsFolder(ModelKind model) {
        return folder.resolve("runs").resolve(model.fileName());
    }

    private static List<Integer> numbers(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).filter(NUMBER.asMatchPredicate())
                    .map(Integer::valueOf).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        AtomicFile.write(to, out -> Files.copy(from, out));
    }

    private static void delete(Path aside) throws IOException {
        if (!Files.isDirectory(aside)) {
            return;
        }
        try (Stream<Path> files = Files.list(aside)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(aside);
    }
}

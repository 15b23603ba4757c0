package io.tidemark.model;

import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The files of a promoted model, held beside the run that they were copied from.
///
/// That run is the one that the manifest is a copy of, or else the one that the log of promotions tells of.
public final class ChampionFiles {
    private final ModelRegistry registry;
    private final Path folder;
    private final ModelKind model;
    private final ModelFiles files;

    ChampionFiles(ModelRegistry registry, Path folder, ModelKind model) {
        this.registry = registry;
        this.folder = folder;
        this.model = model;
        this.files = ModelFiles.in(folder, model);
    }

    /// Those that are missing or are not what was promoted; empty when all are right, or none was ever promoted.
    /// Nothing is changed.
    ///
    /// @throws IOException when a file cannot be read
    public List<Path> damaged() throws IOException {
        Optional<RunRecord> origin = origin();
        if (origin.isEmpty()) {
            return vouchForThemselves() ? List.of() : List.of(files.manifest(), files.ubj());
        }
        RunRecord run = origin.get();
        ModelFiles kept = ModelFiles.in(run.folder(), model);
        var damaged = new ArrayList<Path>();
        if (!isCopy(kept.manifest(), files.manifest())) {
            damaged.add(files.manifest());
        }
        if (!files.match(run.manifest())) {
            damaged.add(files.ubj());
        }
        if (kept.match(run.manifest()) && !isExport(run)) {
            damaged.add(files.joblib());
        }
        return damaged;
    }

    /// Copies all of them from the run again, as one.
    ///
    /// @return the number of the run
    /// @throws IOException when no run is known that they were copied from, or it is damaged; nothing is changed then
    public int restore() throws IOException {
        RunRecord run = origin().orElseThrow(() -> new IOException("Nothing tells which run of " + model.fileName()
                + " was in use. Put one in use ('tidemark promote' in the terminal), or train again."));
        ModelFiles kept = ModelFiles.in(run.folder(), model);
        if (!kept.match(run.manifest())) {
            throw new IOException(kept.ubj() + " is damaged too. Put another run in use ('tidemark promote' in the "
                    + "terminal), or train again.");
        }
        try (Journal.Change change = registry.journal().begin("restore run " + run.number() + " of "
                + model.fileName())) {
            change.copy(kept.manifest(), files.manifest());
            change.copy(kept.ubj(), files.ubj());
            change.put(files.joblib(), out -> out.write(JoblibExport.of(run)));
            change.commit();
        }
        return run.number();
    }

    private boolean vouchForThemselves() throws IOException {
        if (!Files.exists(files.manifest()) && !Files.exists(files.ubj())) {
            return true;
        }
        Optional<ModelManifest> manifest = found(() -> Optional.of(files.readManifest(model)));
        return manifest.isPresent() && files.match(manifest.get());
    }

    private Optional<RunRecord> origin() throws IOException {
        Optional<RunRecord> named = found(
                () -> Optional.of(registry.run(model, files.readManifest(model).run())));
        if (named.isPresent() && isCopy(ModelFiles.in(named.get().folder(), model).manifest(), files.manifest())) {
            return named;
        }
        Optional<RunRecord> logged = found(() -> {
            Integer standing = PromotionLog.standing(PromotionLog.in(folder).steps(), model).peekLast();
            return standing == null ? Optional.empty() : Optional.of(registry.run(model, standing));
        });
        return logged.isPresent() ? logged : named;
    }

    private interface Look<T> {
        Optional<T> at() throws IOException;
    }

    /// Nothing where a file is missing or cannot be understood.
    private static <T> Optional<T> found(Look<T> look) {
        try {
            return look.at();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isCopy(Path original, Path copy) throws IOException {
        return Files.exists(copy) && Files.mismatch(original, copy) < 0;
    }

    private boolean isExport(RunRecord run) throws IOException {
        return Files.exists(files.joblib())
                && Arrays.equals(Files.readAllBytes(files.joblib()), JoblibExport.of(run));
    }
}

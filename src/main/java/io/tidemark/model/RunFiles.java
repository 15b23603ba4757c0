package io.tidemark.model;

import io.tidemark.storage.Journal;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a kept run, to be checked or restored.
public final class RunFiles {
    private final Path folder;
    private final ModelKind model;
    private final ModelFiles files;
    private final ModelFiles inUse;
    private final Journal journal;

    /// @param inUse the model in use, which may be a copy of this run
    RunFiles(Path folder, ModelKind model, ModelFiles inUse, Journal journal) {
        this.folder = folder;
        this.model = model;
        this.files = ModelFiles.in(folder, model);
        this.inUse = inUse;
        this.journal = journal;
    }

    /// Where they lie.
    public Path folder() {
        return folder;
    }

    /// Whether the run was put in use, and why; need not be there.
    public Path verdict() {
        return folder.resolve(RunRecord.VERDICT);
    }

    /// The figures of the run.
    public Path evaluation() {
        return folder.resolve(RunRecord.EVALUATION);
    }

    /// The run, as far as its manifest can be read.
    ///
    /// @throws IOException when it cannot
    public RunRecord run() throws IOException {
        return new RunRecord(folder, files.readManifest(model));
    }

    /// What is wrong with manifest and models, one sentence each; empty when all are as they were kept.
    public List<String> faults() {
        RunRecord run;
        try {
            run = run();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        var faults = new ArrayList<String>();
        try {
            if (!files.match(run.manifest())) {
                faults.add(files.ubj() + (Files.exists(files.ubj())
                        ? " is not the file that its manifest was written for."
                        : " is gone."));
            }
            if (run.manifest().holdout() != null) {
                run.holdout();
            }
        } catch (IOException e) {
            faults.add(Files.exists(run.holdoutFile())
                    ? String.valueOf(e.getMessage())
                    : run.holdoutFile() + " is gone.");
        }
        if (!Files.exists(run.evaluation())) {
            faults.add(run.evaluation() + " is gone.");
        }
        return faults;
    }

    /// Manifest and model, which the model in use may have too.
    public List<Path> shared() {
        return List.of(files.manifest(), files.ubj());
    }

    /// Whether manifest or model is missing or damaged, and the model in use is a whole copy of them.
    ///
    /// @throws IOException when a file cannot be read
    public boolean isRestorable() throws IOException {
        return !isWhole() && source().isPresent();
    }

    /// Copies manifest and model back from the model in use.
    ///
    /// @throws IOException when they cannot be written; nothing is changed then
    public void restore() throws IOException {
        Path model = source().orElseThrow(() -> new IOException(folder + " has no copy in use."));
        try (Journal.Change change = journal.begin("restore " + folder)) {
            change.copy(inUse.manifest(), files.manifest());
            change.copy(model, files.ubj());
            change.commit();
        }
    }

    private boolean isWhole() throws IOException {
        Optional<ModelManifest> own = readable(files);
        return own.isPresent() && files.match(own.get());
    }

    /// Where the model lies whole that the manifest in use vouches for, if that is the manifest of this run.
    private Optional<Path> source() throws IOException {
        Optional<ModelManifest> used = readable(inUse)
                .filter(each -> folder.getFileName().toString().equals("%04d".formatted(each.run())));
        Optional<ModelManifest> own = readable(files);
        if (used.isEmpty() || (own.isPresent() && !own.equals(used))) {
            return Optional.empty();
        }
        for (Path ubj : List.of(files.ubj(), inUse.ubj())) {
            if (Files.exists(ubj) && Sha256.of(ubj).equals(used.get().sha256())) {
                return Optional.of(ubj);
            }
        }
        return Optional.empty();
    }

    private Optional<ModelManifest> readable(ModelFiles some) {
        try {
            return Optional.of(some.readManifest(model));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.tidemark.model;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models of a workspace: every run kept, and for each model the one promoted for a bot to load.
///
/// ```
/// models/regime_classifier.ubj  .json  .joblib                  the promoted one, with its manifest, and for Python
/// models/promotions.csv                                         which run was promoted when
/// models/runs/regime_classifier/0007/...                        run 7, never changed again
/// ```
///
/// A run is written aside and moved into place as a whole folder, so a run that failed or was cut short is not there.
/// Promotion replaces all files of a model through a [Journal], the manifest first. While they are moved a reader may
/// meet a pair whose hashes differ; the manifest then names the run that has the right model, and
/// [ModelRegistry#champion] completes it.
///
/// One process at a time may write to a workspace; this class does not lock.
public final class ModelRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");
    private static final String ASIDE = ".new";
    /// What a person adds to the name of a damaged run's folder, so that nobody asks for it any more.
    private static final String SET_ASIDE = ".damaged";

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
        var taken = new ArrayList<>(numbers(runs));
        taken.addAll(numbers(runs, SET_ASIDE));
        int number = taken.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
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
        promote(run, PromotionStep.Way.PROMOTED);
    }

    private void promote(RunRecord run, PromotionStep.Way way) throws IOException {
        ModelFiles from = ModelFiles.in(run.folder(), run.model());
        if (!from.match(run.manifest())) {
            throw new IOException(from.ubj() + " is not the file that its manifest was written for. The run is damaged;"
                    + " train the model again.");
        }
        ModelFiles to = ModelFiles.in(folder, run.model());
        PromotionLog log = PromotionLog.in(folder);
        var steps = new ArrayList<PromotionStep>(unlogged(run.model(), log.steps()));
        steps.add(new PromotionStep(clock.instant(), run.model(), run.number(), way));
        try (Journal.Change change = journal().begin("put run " + run.number() + " of " + run.model().fileName()
                + " in use")) {
            change.copy(from.manifest(), to.manifest());
            change.copy(from.ubj(), to.ubj());
            change.put(to.joblib(), out -> out.write(JoblibExport.of(run)));
            change.putText(log.file(), log.with(steps));
            change.commit();
        }
    }

    /// The step that put the present model in use, where the log does not tell of it.
    private List<PromotionStep> unlogged(ModelKind model, List<PromotionStep> logged) {
        ModelFiles files = ModelFiles.in(folder, model);
        if (!Files.exists(files.manifest())) {
            return List.of();
        }
        ModelManifest present;
        try {
            present = files.readManifest(model);
        } catch (IOException e) {
            LOG.warn("a model in use cannot be read: {}", e.getMessage());
            return List.of();
        }
        return Integer.valueOf(present.run()).equals(PromotionLog.standing(logged, model).peekLast())
                ? List.of()
                : List.of(new PromotionStep(present.createdAt(), model, present.run(), PromotionStep.Way.PROMOTED));
    }

    /// Which run of which model was put in use when, the oldest first.
    ///
    /// @throws IOException when the log cannot be understood; the message names file and line
    public List<PromotionStep> promotions() throws IOException {
        return PromotionLog.in(folder).steps();
    }

    /// The run that was in use before the present one; empty when there was none.
    ///
    /// @throws IOException when the log cannot be understood, or that run is no longer there
    public Optional<RunRecord> before(ModelKind model) throws IOException {
        PromotionLog log = PromotionLog.in(folder);
        var steps = new ArrayList<PromotionStep>(log.steps());
        steps.addAll(unlogged(model, log.steps()));
        Deque<Integer> standing = PromotionLog.standing(steps, model);
        standing.pollLast();
        return standing.isEmpty() ? Optional.empty() : Optional.of(run(model, standing.getLast()));
    }

    /// Puts the run in use again that was so before the present one.
    ///
    /// @return the run in use now; empty when there was none before, and nothing changed
    /// @throws IOException when that run is damaged or no longer there, or as [ModelRegistry#promote]
    public Optional<RunRecord> rollBack(ModelKind model) throws IOException {
        Optional<RunRecord> before = before(model);
        if (before.isPresent()) {
            promote(before.get(), PromotionStep.Way.ROLLED_BACK);
        }
        return before;
    }

    /// The journal through which the files of a promoted model are replaced.
    public Journal journal() {
        return Journal.within(folder);
    }

    /// One run.
    ///
    /// @throws IOException when there is no such run, or it cannot be read
    public RunRecord run(ModelKind model, int number) throws IOException {
        Path run = runsFolder(model).resolve("%04d".formatted(number));
        if (!Files.isDirectory(run)) {
            List<Integer> kept = numbers(runsFolder(model));
            throw new IOException("There is no run " + number + " of " + model.fileName() + "; kept are " + kept + ".");
        }
        return new RunRecord(run, ModelFiles.in(run, model).readManifest(model));
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

    /// The files of the promoted model, to be checked or restored.
    public ChampionFiles championFiles(ModelKind model) {
        return new ChampionFiles(this, folder, model);
    }

    /// The files of every run of a model, readable or not, to be checked or restored. A run that is in use but has no
    /// folder any more is among them.
    ///
    /// @throws IOException when the folder cannot be listed
    public List<RunFiles> runFiles(ModelKind model) throws IOException {
        ModelFiles inUse = ModelFiles.in(folder, model);
        var numbers = new TreeSet<>(numbers(runsFolder(model)));
        readable(inUse, model).map(ModelManifest::run).filter(number -> !isSetAside(model, number))
                .ifPresent(numbers::add);
        return numbers.stream().map(number -> new RunFiles(runsFolder(model).resolve("%04d".formatted(number)), model,
                inUse, journal())).toList();
    }

    private static Optional<ModelManifest> readable(ModelFiles files, ModelKind model) {
        try {
            return Optional.of(files.readManifest(model));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isSetAside(ModelKind model, int number) {
        return Files.exists(runsFolder(model).resolve("%04d".formatted(number) + SET_ASIDE));
    }

    /// Where it is logged which run was put in use when.
    public Path promotionLog() {
        return PromotionLog.in(folder).file();
    }

    /// What is wrong with the log of promotions, one sentence each: lines that cannot be read, runs that are gone, a
    /// model in use that it does not tell of.
    ///
    /// @throws IOException when the log or the folders cannot be read
    public List<String> promotionFaults() throws IOException {
        PromotionLog log = PromotionLog.in(folder);
        PromotionLog.Contents contents = log.contents();
        List<String> faults = new ArrayList<>(contents.flaws().stream().map(each -> each + ".").toList());
        for (ModelKind model : ModelKind.values()) {
            contents.steps().stream().filter(step -> step.model() == model).map(PromotionStep::run).distinct()
                    .filter(run -> !Files.isDirectory(runsFolder(model).resolve("%04d".formatted(run)))
                            && !isSetAside(model, run))
                    .forEach(run -> faults.add(log.file() + " tells of run " + run + " of " + model.fileName()
                            + ", which is gone."));
            unlogged(model, contents.steps()).forEach(step -> faults.add(log.file() + " does not tell that run "
                    + step.run() + " of " + model.fileName() + " is in use."));
        }
        return faults;
    }

    /// Writes the log of promotions anew from what can be read of it, what is known otherwise, and what is in use.
    /// Copy it aside before.
    ///
    /// @param known steps that were taken, by what the runs tell
    /// @return how many steps are in it
    /// @throws IOException when it cannot be written
    public int mendPromotions(List<PromotionStep> known) throws IOException {
        PromotionLog log = PromotionLog.in(folder);
        var steps = new ArrayList<>(log.contents().steps());
        known.stream().filter(each -> steps.stream().noneMatch(step -> step.model() == each.model()
                && step.run() == each.run())).toList().forEach(steps::add);
        steps.sort(Comparator.comparing(PromotionStep::at));
        for (ModelKind model : ModelKind.values()) {
            steps.addAll(unlogged(model, steps));
        }
        AtomicFile.writeText(log.file(), PromotionLog.text(steps));
        return steps.size();
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
        return numbers(runs, "");
    }

    private static List<Integer> numbers(Path runs, String ending) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(NUMBER.asMatchPredicate()).map(Integer::valueOf).sorted().toList();
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

package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelManifest;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import io.tidemark.training.Contest;
import io.tidemark.training.ContestGround;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides which run's model a bot loads.
///
/// A run is held to checks of its own, and beside the champion to rows that neither has learned from: both are judged
/// by the models kept for that, [RunRecord#holdout]. What is put in use has learned from everything.
public final class Promotion {
    private static final long SEED = 42;

    private final Workspace workspace;
    private final Clock clock;
    private final PromotionRules rules;
    private final ModelRegistry registry;

    /// Decides in `workspace` by `rules`; the clock dates the verdicts.
    public Promotion(Workspace workspace, Clock clock, PromotionRules rules) {
        this.workspace = workspace;
        this.clock = clock;
        this.rules = rules;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Judges a run on the rows that the workspace holds now, keeps the verdict with it, and puts its model in use as
    /// the policy says.
    ///
    /// A model that answers another question than the champion is not put in use by itself, however good it is: a bot
    /// would take its answers for those of before.
    ///
    /// @throws IOException when rows or run cannot be read, or a file cannot be written; then the champion stays
    public PromotionVerdict decide(RunRecord run, PromotionPolicy policy, Progress progress) throws IOException {
        PromotionCheck leaks = leaks(run, progress);
        return decide(new Bid(run, policy, false), rows(run.model()), List.of(leaks));
    }

    /// The same of a run that a person picked: it may answer another question than the champion.
    ///
    /// @throws IOException as [Promotion#decide]
    public PromotionVerdict choose(RunRecord run, PromotionPolicy policy, Progress progress) throws IOException {
        PromotionCheck leaks = leaks(run, progress);
        return decide(new Bid(run, policy, true), rows(run.model()), List.of(leaks));
    }

    /// A run that asks to be put in use.
    ///
    /// @param run which
    /// @param policy when it is
    /// @param picked whether a person picked it
    record Bid(RunRecord run, PromotionPolicy policy, boolean picked) {}

    /// Puts the model in use that was so before the present one.
    ///
    /// @throws IOException when there was none before, or its run is damaged; then the champion stays
    public Rollback rollBack(ModelKind model) throws IOException {
        int from = registry.champion(model).map(champion -> champion.manifest().run())
                .orElseThrow(() -> new IOException("No " + model.fileName() + " is in use, so there is nothing to take "
                        + "back."));
        RunRecord to = registry.rollBack(model).orElseThrow(() -> new IOException("Run " + from + " of "
                + model.fileName() + " is the first that was in use: there is none before it to go back to."));
        return new Rollback(model, from, to.number());
    }

    /// A model taken back.
    ///
    /// @param model which model
    /// @param from number of the run that was in use
    /// @param to number of the run in use now
    public record Rollback(ModelKind model, int from, int to) {
        /// What was done, for a person.
        public String sentence() {
            return "Run " + to + " of " + model.fileName() + " is in use again, as before run " + from + "; run " + from
                    + " is kept.";
        }
    }

    /// The run of that number.
    ///
    /// @throws IOException when there is none
    public RunRecord run(ModelKind model, int number) throws IOException {
        return registry.run(model, number);
    }

    private PromotionCheck leaks(RunRecord run, Progress progress) {
        var context = new RunContext(PipelineListener.none(), () -> {
            progress.checkCancelled();
            return false;
        });
        try {
            List<String> found = new LeakCheck(workspace, clock).of(run, context).findings().stream()
                    .filter(finding -> !finding.passed()).map(LeakFinding::sentence).toList();
            return new PromotionCheck("leaks", found.isEmpty(), found.isEmpty()
                    ? "The leak check found nothing."
                    : String.join(" ", found));
        } catch (StageFailure e) {
            return PromotionCheck.leftOut("leaks", "The leak check was left out: " + e.getMessage());
        }
    }

    /// The same on rows at hand, with checks that were made already.
    PromotionVerdict decide(Bid bid, TrainingSet rows, List<PromotionCheck> made) throws IOException {
        RunRecord run = bid.run();
        List<String> features = run.manifest().training().features();
        if (!rows.features().names().equals(features)) {
            throw new IOException("Run " + run.number() + " takes the features " + features + ", the training set has "
                    + rows.features().names() + ". Prepare the data with those features first.");
        }
        PromotionVerdict judged = judge(bid, rows, made);
        boolean promoted = switch (bid.policy()) {
            case ALWAYS -> true;
            case IF_NOT_WORSE -> judged.passed() || judged.firstAndUsable();
            case NEVER -> false;
        };
        var verdict = new PromotionVerdict(judged.model(), judged.run(), judged.champion(), promoted, bid.policy(),
                rules, judged.checks(), judged.contest(), judged.at());
        if (promoted) {
            registry.promote(run);
        }
        Json.write(run.verdict(), verdict);
        return verdict;
    }

    private PromotionVerdict judge(Bid bid, TrainingSet rows, List<PromotionCheck> made) throws IOException {
        RunRecord run = bid.run();
        var checks = new ArrayList<PromotionCheck>(made);
        checks.addAll(own(run, rows));
        Opponent opponent = opponent(run);
        Optional<Contest> contest = Optional.empty();
        switch (opponent) {
            case Opponent.None none -> {
            }
            case Opponent.Incomparable other -> checks.add(PromotionCheck.leftOut("contest", other.sentence()));
            case Opponent.OfAnotherQuestion other -> checks.add(question(bid, other));
            case Opponent.Able other -> {
                contest = new ContestGround(run.model(), rows, SEED).hold(other.run().holdout(), run.holdout());
                checks.add(new PromotionChecks(rules).contest(run.model(), opponent.number(), contest));
            }
        }
        return new PromotionVerdict(run.model(), run.number(), opponent.number(), false, bid.policy(), rules, checks,
                contest.orElse(null), clock.instant());
    }

    private static PromotionCheck question(Bid bid, Opponent.OfAnotherQuestion other) {
        String differs = "It answers another question than run " + other.number() + ": " + other.question() + ".";
        if (bid.picked()) {
            return PromotionCheck.leftOut("contest", differs + " Only its own figures were judged.");
        }
        return new PromotionCheck("question", false, differs + " A bot would take its answers for those of before, so "
                + "it is put in use only when you say so: 'tidemark promote " + bid.run().model().fileName() + " "
                + bid.run().number() + "' in the terminal, or 'Put in use' among the runs.");
    }

    private List<PromotionCheck> own(RunRecord run, TrainingSet rows) throws IOException {
        var checks = new PromotionChecks(rules);
        return switch (run.model()) {
            case REGIME_CLASSIFIER -> checks.regime(run, RunEvaluations.regime(run), rows.features());
            case PROBABILITY_OF_TOUCH -> checks.touch(run, RunEvaluations.pot(run), rows.features());
        };
    }

    /// What a challenger is to be compared with.
    private sealed interface Opponent {
        /// Number of the champion's run; 0 when there is none.
        int number();

        /// No model is in use.
        record None(int number) implements Opponent {}

        /// Nothing is left to compare it by.
        record Incomparable(int number, String sentence) implements Opponent {}

        /// It answers another question.
        record OfAnotherQuestion(int number, String question) implements Opponent {}

        /// It is able to be compared.
        record Able(int number, RunRecord run) implements Opponent {}
    }

    private Opponent opponent(RunRecord challenger) throws IOException {
        Optional<ModelRegistry.Champion> champion;
        try {
            champion = registry.champion(challenger.model());
        } catch (IOException e) {
            return new Opponent.Incomparable(0, "The model in use cannot be read, so only this run's own figures were "
                    + "judged. " + e.getMessage());
        }
        if (champion.isEmpty()) {
            return new Opponent.None(0);
        }
        ModelManifest manifest = champion.get().manifest();
        int number = manifest.run();
        Optional<RunRecord> run = registry.runs(challenger.model()).stream().filter(each -> each.number() == number)
                .findFirst();
        if (run.isEmpty() || manifest.holdout() == null) {
            return new Opponent.Incomparable(number, "Run " + number + ", in use until now, left nothing to compare it "
                    + "by: only this run's own figures were judged.");
        }
        Optional<String> question = ModelQuestion.of(challenger.manifest())
                .differenceFrom(ModelQuestion.of(manifest));
        return question.isPresent()
                ? new Opponent.OfAnotherQuestion(number, question.get())
                : new Opponent.Able(number, run.get());
    }

    private TrainingSet rows(ModelKind model) throws IOException {
        return (switch (model) {
            case REGIME_CLASSIFIER -> DatasetFiles.regime(workspace.historical());
            case PROBABILITY_OF_TOUCH -> DatasetFiles.pot(workspace.historical());
        }).load().set();
    }
}

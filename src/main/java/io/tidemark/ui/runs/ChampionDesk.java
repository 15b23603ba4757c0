package io.tidemark.ui.runs;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.pipeline.Promotion;
import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.pipeline.PromotionRules;
import io.tidemark.pipeline.PromotionVerdict;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import java.io.IOException;
import java.time.Clock;

/// Changes which run's model a bot loads: another run's, or again the one before.
///
/// Belongs to the window's thread; the checks are made elsewhere.
public final class ChampionDesk {
    private final Pipelines pipelines;
    private final RunningWork work;
    private final Notices notices;
    private final Clock clock;

    /// @param clock dates what was decided
    public ChampionDesk(Pipelines pipelines, RunningWork work, Notices notices, Clock clock) {
        this.pipelines = pipelines;
        this.work = work;
        this.notices = notices;
        this.clock = clock;
    }

    /// Puts a run's model in use if it holds up; else tells what speaks against it and offers to do it all the same.
    ///
    /// @param after what to do once it was decided
    void promote(RunRecord run, Runnable after) {
        promote(run, PromotionPolicy.IF_NOT_WORSE, after);
    }

    private void promote(RunRecord run, PromotionPolicy policy, Runnable after) {
        work.start(Job.writing("Put run " + run.number() + " in use", progress -> pipelines.write("promote",
                () -> promotion().choose(run, policy, progress))), end -> {
                    if (end instanceof WorkEnd.Succeeded<PromotionVerdict>(PromotionVerdict verdict)) {
                        tell(run, verdict, after);
                    } else if (end instanceof WorkEnd.Failed<PromotionVerdict> failed) {
                        fail("Run " + run.number() + " was not put in use: " + failed.sentence(), failed.cause());
                    }
                    after.run();
                });
    }

    private void tell(RunRecord run, PromotionVerdict verdict, Runnable after) {
        if (verdict.promoted()) {
            notices.done(verdict.sentence());
        } else {
            notices.problem(Problem.of(verdict.sentence(), "", "Keep the model in use, or overrule the checks.")
                    .offering("Put in use all the same", () -> promote(run, PromotionPolicy.ALWAYS, after)));
        }
    }

    /// Puts the model in use again that was so before the present one.
    ///
    /// @param after what to do once it was done
    void rollBack(ModelKind model, Runnable after) {
        work.start(Job.writing("Roll " + model.title() + " back", progress -> pipelines.write("rollback",
                () -> promotion().rollBack(model))), end -> {
                    if (end instanceof WorkEnd.Succeeded<Promotion.Rollback>(Promotion.Rollback back)) {
                        notices.done(back.sentence());
                    } else if (end instanceof WorkEnd.Failed<Promotion.Rollback> failed) {
                        fail(failed.sentence(), failed.cause());
                    }
                    after.run();
                });
    }

    private void fail(String what, Throwable cause) {
        notices.problem(Problem.of(what, "The model in use is untouched.", "Take another run, or train again.")
                .causedBy(cause));
    }

    private Promotion promotion() throws IOException {
        return new Promotion(pipelines.workspace(), clock, PromotionRules.of(pipelines.workspace()));
    }
}

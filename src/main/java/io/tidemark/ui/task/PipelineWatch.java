package io.tidemark.ui.task;

import io.tidemark.pipeline.PipelineListener;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolProgress;
import io.tidemark.work.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Watches a run of the pipeline for a screen: its events come to the window's thread in order and in batches, its
/// progress goes to the task that runs it, and cancelling the task cancels the run.
///
/// ```
/// var watch = new PipelineWatch(state::follow);
/// work.start(Job.writing("Train", progress -> train.regime(options, watch.context(progress))), end -> ...);
/// ```
public final class PipelineWatch {
    private final Batches<PipelineEvent> events;

    /// A watch that tells `show` on the window's thread.
    public PipelineWatch(Consumer<? super List<PipelineEvent>> show) {
        events = new Batches<>(show);
    }

    /// The context to run the pipeline with, on the thread that works.
    ///
    /// @param progress of the task that runs it
    public RunContext context(Progress progress) {
        return new RunContext(new Listener(progress), () -> isCancelled(progress));
    }

    private static boolean isCancelled(Progress progress) {
        try {
            progress.checkCancelled();
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }

    private final class Listener implements PipelineListener {
        private final Progress progress;

        Listener(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void stageStarted(Stage stage) {
            progress.report(0, 0, stage.title());
            events.add(new PipelineEvent.Started(stage));
        }

        @Override
        public void stageProgress(Stage stage, long done, long total, String message) {
            progress.report(done, total, message.isBlank() ? stage.title() : stage.title() + ", " + message);
            events.add(new PipelineEvent.Went(stage, done, total, message));
        }

        @Override
        public void stageFinished(Stage stage, StageTime time) {
            events.add(new PipelineEvent.Finished(stage, time));
        }

        @Override
        public void symbol(SymbolProgress symbol) {
            events.add(new PipelineEvent.OfSymbol(symbol));
        }

        @Override
        public void notice(String text) {
            events.add(new PipelineEvent.Noticed(text));
        }

        @Override
        public void round(Stage stage, String phase, int round, double training, double validation) {
            events.add(new PipelineEvent.Round(stage, phase, round, training, validation));
        }
    }
}

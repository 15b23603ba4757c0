package io.tidemark.pipeline;

import io.tidemark.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Who watches one run of the pipeline, and whether it was cancelled.
///
/// Collects how long each stage took. Not thread-safe: a run works on one thread.
public final class RunContext {
    private final PipelineListener listener;
    private final BooleanSupplier cancelled;
    private final List<StageTime> times = new ArrayList<>();

    /// A context for one run.
    ///
    /// @param listener told what happens
    /// @param cancelled asked between units of work; true ends the run with `CancellationException`
    public RunContext(PipelineListener listener, BooleanSupplier cancelled) {
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /// A run that nobody watches or cancels.
    public static RunContext unwatched() {
        return new RunContext(PipelineListener.none(), () -> false);
    }

    /// Who is told.
    public PipelineListener listener() {
        return listener;
    }

    /// How long the stages took so far, in the order they were run.
    public List<StageTime> times() {
        return List.copyOf(times);
    }

    /// The progress to hand to the work of a stage.
    public Progress progress(Stage stage) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                listener.stageProgress(stage, done, total, message);
            }

            @Override
            public void checkCancelled() {
                if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(stage.title() + " was cancelled");
                }
            }
        };
    }

    /// Work of one stage.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws StageFailure;
    }

    /// Runs a stage, timed and told to the listener.
    <T> T stage(Stage stage, Work<T> work) throws StageFailure {
        Progress progress = progress(stage);
        progress.checkCancelled();
        listener.stageStarted(stage);
        long start = System.nanoTime();
        T result = work.run(progress);
        var time = new StageTime(stage.id(), (System.nanoTime() - start) / 1e9);
        times.add(time);
        listener.stageFinished(stage, time);
        return result;
    }
}

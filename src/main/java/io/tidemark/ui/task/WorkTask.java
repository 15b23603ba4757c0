package io.tidemark.ui.task;

import io.tidemark.work.Progress;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/// The one adapter between UI-free work and the window.
///
/// Cancelling asks the work to stop and interrupts its thread; the task counts as cancelled only once the work has
/// really left that thread, so that nobody starts anew beside an old run that still holds a file.
///
/// @param <T> what the work makes
public final class WorkTask<T> extends Task<T> {
    private final Job<T> job;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(this, "cancelling");
    private final Object door = new Object();
    private @Nullable Thread worker;
    private boolean left;

    WorkTask(Job<T> job) {
        this.job = job;
        updateTitle(job.title());
        updateProgress(-1, -1);
    }

    /// Whether leaving in the middle deserves a question.
    public boolean writesFiles() {
        return job.writesFiles();
    }

    /// True from the wish to cancel until the end.
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /// Asks the work to stop.
    ///
    /// @param mayInterrupt whether to interrupt the thread that works, which wakes it from waiting
    /// @return true unless the work has ended already
    @Override
    public boolean cancel(boolean mayInterrupt) {
        asked.set(true);
        synchronized (door) {
            if (left) {
                return false;
            }
            if (worker == null) {
                return super.cancel(false);
            }
            if (mayInterrupt) {
                worker.interrupt();
            }
        }
        FxThread.nowOrLater(() -> cancelling.set(true));
        updateMessage("Cancelling");
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // JavaFX takes null for the value of a cancelled task
    protected T call() throws Exception {
        try {
            enter();
            return job.work().run(new Adapter());
        } catch (Exception e) {
            if (!wasCancelled(e)) {
                throw e;
            }
            super.cancel(false);
            return null;
        } finally {
            leave();
        }
    }

    private void enter() {
        synchronized (door) {
            worker = Thread.currentThread();
        }
        if (asked.get()) {
            throw new CancellationException();
        }
    }

    private void leave() {
        synchronized (door) {
            left = true;
            // a late interrupt must not hit the next piece of work on this thread
            Thread.interrupted();
        }
    }

    private static boolean wasCancelled(Exception e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof CancellationException || each instanceof InterruptedException
                    || each instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private final class Adapter implements Progress {
        @Override
        public void report(long done, long total, String message) {
            if (total > 0) {
                updateProgress(done, total);
            } else {
                updateProgress(-1, -1);
            }
            if (!asked.get()) {
                updateMessage(message);
            }
        }

        @Override
        public void checkCancelled() {
            if (asked.get() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException(job.title() + " was cancelled");
            }
        }
    }
}

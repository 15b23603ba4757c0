package io.tidemark.gateway;

import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A wait that ends early when the work is cancelled. Tests pass one that only moves their clock.
@FunctionalInterface
public interface Pause {
    /// How long a wait goes on before it looks again whether the work was cancelled.
    Duration SLICE = Duration.ofMillis(50);

    /// Waits.
    ///
    /// @param duration how long; nothing or less returns at once
    /// @throws CancellationException when the work was cancelled or the thread interrupted, which stays marked
    void rest(Duration duration, Progress progress);

    /// Waits on the real clock.
    static Pause real() {
        return Pause::restReally;
    }

    /// What an interrupted wait ends with: the thread stays marked as interrupted.
    static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static void restReally(Duration duration, Progress progress) {
        long end = System.nanoTime() + duration.toNanos();
        var never = new CountDownLatch(1);
        while (true) {
            progress.checkCancelled();
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            try {
                never.await(Math.min(left, SLICE.toNanos()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }
}

package io.tidemark.gateway.tws;

import io.tidemark.gateway.Pause;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting for something that another thread completes, with a deadline and an ear for cancellation.
final class Waits {

    private Waits() {
    }

    /// Waits until `done` is completed, at most for `limit`.
    ///
    /// @return whether it was completed in time
    /// @throws java.util.concurrent.CancellationException when the work was cancelled or the thread interrupted
    static boolean until(CompletableFuture<?> done, Duration limit, Progress progress) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            progress.checkCancelled();
            long left = end - System.nanoTime();
            if (done.isDone() || left <= 0) {
                return done.isDone();
            }
            try {
                done.get(Math.min(left, Pause.SLICE.toNanos()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw Pause.interrupted(e);
            } catch (TimeoutException e) {
                // look again whether the work was cancelled
            } catch (ExecutionException e) {
                throw new IllegalStateException("nothing here is completed with a failure", e);
            }
        }
    }
}

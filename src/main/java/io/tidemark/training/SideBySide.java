package io.tidemark.training;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs pieces of computation a few at a time. Closing interrupts what still runs and waits for its end, so that no
/// piece outlives the block it was started in.
final class SideBySide implements AutoCloseable {
    private final ExecutorService pool;

    /// @param threads pieces that run at once
    SideBySide(int threads) {
        this.pool = Executors.newFixedThreadPool(threads);
    }

    /// What a piece will give.
    interface Pending<T> {
        /// Waits for it.
        ///
        /// @throws CancellationException when it was cancelled, or the waiting thread was interrupted
        T get();
    }

    /// Starts a piece as soon as there is a free thread, in the order of the calls.
    ///
    /// @param piece may throw unchecked exceptions, which `get` passes on as they are
    <T> Pending<T> start(Callable<T> piece) {
        Future<T> future = pool.submit(piece);
        return () -> result(future);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException thrown) {
        return switch (thrown.getCause()) {
            case Error error -> throw error;
            case RuntimeException cause -> cause;
            case null, default -> new IllegalStateException(thrown);
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}

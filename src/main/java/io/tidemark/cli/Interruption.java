package io.tidemark.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Turns Ctrl-C and a polite kill into a cancelled run that ends by itself.
///
/// The shutdown waits at most [Interruption#PATIENCE] for the run; what it was writing is written aside anyway.
final class Interruption implements AutoCloseable {
    /// How long a shutdown waits for the run to end.
    static final Duration PATIENCE = Duration.ofMillis(900);

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker) {
        this.hook = new Thread(() -> cancel(worker), "ctrl-c");
    }

    /// Watches for a shutdown while the calling thread works.
    static Interruption watching() {
        var interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /// Whether the run shall end.
    boolean cancelled() {
        return cancelled.get();
    }

    private void cancel(Thread worker) {
        cancelled.set(true);
        worker.interrupt();
        try {
            ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The run has ended, one way or another.
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is what we are being run down by
        }
    }
}

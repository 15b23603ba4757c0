package io.tidemark.ui.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The window's background threads: a few for long work, one for quick answers. Closed by the application.
public final class Workers implements AutoCloseable {
    private static final int LONG_RUNNING = 4;
    private static final long PATIENCE_MILLIS = 900;

    private final ExecutorService work = Executors.newFixedThreadPool(LONG_RUNNING, daemons("work"));
    private final ExecutorService quick = Executors.newSingleThreadExecutor(daemons("quick"));

    /// For work of seconds or minutes, started through [RunningWork].
    public Executor work() {
        return work;
    }

    /// For answers of milliseconds, asked through [LatestWins]: one at a time, so keep them short.
    public Executor quick() {
        return quick;
    }

    /// Interrupts what still runs and waits a moment for it to end; files are written aside, so nothing breaks.
    @Override
    public void close() {
        work.shutdownNow();
        quick.shutdownNow();
        try {
            work.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        var number = new AtomicInteger();
        return action -> {
            var thread = new Thread(action, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

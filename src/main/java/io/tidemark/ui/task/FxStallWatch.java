package io.tidemark.ui.task;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Measures how long the window's thread keeps others waiting.
///
/// A heartbeat is queued there every few milliseconds; the time until it is answered is the stall. The stack of the
/// thread at the worst moment is kept, so that a report names the culprit.
public final class FxStallWatch implements AutoCloseable {
    private static final long BEAT_MILLIS = 5;
    private static final long SUSPICIOUS_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(action -> {
        var thread = new Thread(action, "fx-stall-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final Thread watched;
    private volatile StackTraceElement[] suspects = new StackTraceElement[0];
    private volatile @Nullable Runnable pending;

    private FxStallWatch(Thread watched) {
        this.watched = watched;
    }

    /// Begins to watch; call on the window's thread.
    public static FxStallWatch start() {
        FxThread.require();
        var watch = new FxStallWatch(Thread.currentThread());
        var _ = watch.heart.scheduleWithFixedDelay(watch::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /// The longest stall so far, in milliseconds.
    public double longestMillis() {
        return longest.get() / 1e6;
    }

    /// Where the window's thread was during the longest stall, innermost call first; empty when there was none worth
    /// looking at.
    public String culprit() {
        var text = new StringBuilder();
        for (StackTraceElement each : suspects) {
            text.append("    at ").append(each).append('\n');
        }
        return text.toString();
    }

    private void beat() {
        if (pending == null) {
            asked.set(System.nanoTime());
            Runnable answer = this::answered;
            pending = answer;
            FxThread.later(answer);
            return;
        }
        long waited = System.nanoTime() - asked.get();
        if (waited > SUSPICIOUS_NANOS && waited > longest.get()) {
            StackTraceElement[] stack = watched.getStackTrace();
            longest.accumulateAndGet(waited, Math::max);
            suspects = stack;
        }
    }

    private void answered() {
        longest.accumulateAndGet(System.nanoTime() - asked.get(), Math::max);
        pending = null;
    }

    /// Ends the watch.
    @Override
    public void close() {
        heart.shutdownNow();
    }
}

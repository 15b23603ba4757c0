package io.tidemark.ui.task;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Measures how long the window's thread keeps others waiting.
///
/// A heartbeat is queued there every few milliseconds; the time until it is answered is a stall. Of each stall it is
/// also known how long the thread worked in it: the rest it waited, for what it asked for or for a processor that
/// others had. The stack at the worst moment is kept, so that a report names the culprit.
public final class FxStallWatch implements AutoCloseable {
    private static final long BEAT_MILLIS = 5;
    private static final long SUSPICIOUS_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(action -> {
        var thread = new Thread(action, "fx-stall-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Object door = new Object();
    private final Thread watched;
    private final ThreadMXBean times = ManagementFactory.getThreadMXBean();
    private @Nullable Beat pending;
    private Stall longest = Stall.NONE;
    private Stall hardest = Stall.NONE;

    private FxStallWatch(Thread watched) {
        this.watched = watched;
    }

    /// A heartbeat that is not answered yet.
    ///
    /// @param asked when
    /// @param worked the thread's processor time then
    private record Beat(long asked, long worked) {}

    /// A time for which the thread did not answer.
    ///
    /// @param millis how long others waited
    /// @param workedMillis processor time of the thread in it
    /// @param stack where the thread was when last looked at, innermost call first; empty when nobody looked
    public record Stall(double millis, double workedMillis, String stack) {
        /// Before there was one.
        public static final Stall NONE = new Stall(0, 0, "");

        @Override
        public String toString() {
            return "%.0f ms, %.0f ms of them work%n%s".formatted(millis, workedMillis, stack);
        }
    }

    /// Begins to watch; call on the window's thread.
    public static FxStallWatch start() {
        FxThread.require();
        var watch = new FxStallWatch(Thread.currentThread());
        var _ = watch.heart.scheduleWithFixedDelay(watch::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /// The stall for which others waited longest.
    public Stall longest() {
        synchronized (door) {
            return longest;
        }
    }

    /// The stall in which the thread worked longest.
    public Stall hardest() {
        synchronized (door) {
            return hardest;
        }
    }

    /// Forgets what was measured, so that the next part is measured by itself.
    public void forget() {
        synchronized (door) {
            longest = Stall.NONE;
            hardest = Stall.NONE;
        }
    }

    private void beat() {
        Beat beat = pending();
        if (beat == null) {
            var fresh = new Beat(System.nanoTime(), worked());
            synchronized (door) {
                pending = fresh;
            }
            FxThread.later(() -> answered(fresh));
        } else if (System.nanoTime() - beat.asked() > SUSPICIOUS_NANOS) {
            measure(beat, stack());
        }
    }

    private long worked() {
        return times.getThreadCpuTime(watched.threadId());
    }

    private @Nullable Beat pending() {
        synchronized (door) {
            return pending;
        }
    }

    private String stack() {
        var text = new StringBuilder();
        for (StackTraceElement each : watched.getStackTrace()) {
            text.append("    at ").append(each).append('\n');
        }
        return text.toString();
    }

    private void answered(Beat beat) {
        synchronized (door) {
            pending = null;
        }
        measure(beat, "");
    }

    private void measure(Beat beat, String stack) {
        double whole = (System.nanoTime() - beat.asked()) / 1e6;
        double worked = (worked() - beat.worked()) / 1e6;
        synchronized (door) {
            if (whole > longest.millis()) {
                longest = new Stall(whole, worked, stack.isEmpty() ? longest.stack() : stack);
            }
            if (worked > hardest.workedMillis()) {
                hardest = new Stall(whole, worked, stack.isEmpty() ? hardest.stack() : stack);
            }
        }
    }

    /// Ends the watch.
    @Override
    public void close() {
        heart.shutdownNow();
    }
}

package io.tidemark.gateway;

import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Makes requests for bars wait until they keep to a [PacingPolicy].
///
/// TWS answers too many requests with an error, with silence, or by ending the session, so a request is held back
/// before it is sent. At most one request per contract is under way. Thread-safe.
public final class Pacer {
    /// Before anything was sent.
    private static final Instant NEVER = Instant.EPOCH;

    private final PacingPolicy policy;
    private final Clock clock;
    private final Pause pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    /// When requests were sent, oldest first; only those inside the window.
    private final ArrayDeque<Instant> sent = new ArrayDeque<>();
    /// When each request was last sent; only as far back as identical requests matter.
    private final Map<Question, Instant> lastSent = new HashMap<>();
    private final Set<Object> underWay = new HashSet<>();
    private Instant previous = NEVER;
    private Instant heldUntil = NEVER;
    private Duration gap;

    /// A pacer that has sent nothing yet.
    public Pacer(PacingPolicy policy, Clock clock, Pause pause) {
        this.policy = policy;
        this.clock = clock;
        this.pause = pause;
        gap = policy.gap();
    }

    /// The right to have one request under way; closing it says that the request has ended, however it did.
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    private record Question(Object contract, Object request) {}

    /// Waits until the request may be sent, and counts it as sent.
    ///
    /// @param contract what the request is about: only one request about it is under way
    /// @param request what is asked about it: equal requests about one contract keep their distance
    /// @throws java.util.concurrent.CancellationException when the work was cancelled while waiting
    public Slot take(Object contract, Object request, Progress progress) {
        var question = new Question(contract, request);
        while (true) {
            progress.checkCancelled();
            Duration wait;
            lock.lock();
            try {
                if (underWay.contains(contract)) {
                    released.await(Pause.SLICE.toMillis(), TimeUnit.MILLISECONDS);
                    continue;
                }
                Instant now = now();
                wait = waitFor(question, now);
                if (!isPositive(wait)) {
                    return send(question, now);
                }
            } catch (InterruptedException e) {
                throw Pause.interrupted(e);
            } finally {
                lock.unlock();
            }
            pause.rest(wait, progress);
        }
    }

    /// Sends nothing for a while, because the gateway complained.
    public void holdOff(Duration duration) {
        locked(() -> {
            Instant until = now().plus(duration);
            heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
        });
    }

    /// Doubles the least time between two requests, because the gateway found the rate too high.
    public void slowDown() {
        locked(() -> gap = gap.isZero() ? Duration.ofMillis(100) : gap.multipliedBy(2));
    }

    /// The least time between two requests now; it grows when the gateway complains.
    public Duration gap() {
        lock.lock();
        try {
            return gap;
        } finally {
            lock.unlock();
        }
    }

    /// How much of the budget is used now.
    public PacingUsage usage() {
        lock.lock();
        try {
            Instant now = now();
            Duration next = generalWait(now);
            return new PacingUsage(sent.size(), policy.budget(), policy.window(),
                    isPositive(next) ? next : Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    private Slot send(Question question, Instant now) {
        sent.addLast(now);
        previous = now;
        lastSent.put(question, now);
        underWay.add(question.contract);
        var open = new AtomicBoolean(true);
        return () -> locked(() -> {
            if (open.getAndSet(false)) {
                underWay.remove(question.contract);
                released.signalAll();
            }
        });
    }

    private Duration waitFor(Question question, Instant now) {
        Instant last = lastSent.get(question);
        Duration general = generalWait(now);
        return last == null ? general : longer(general, Duration.between(now, last.plus(policy.identical())));
    }

    private Duration generalWait(Instant now) {
        Duration wait = longer(Duration.between(now, heldUntil), Duration.between(now, previous.plus(gap)));
        return sent.size() < policy.budget()
                ? wait
                : longer(wait, Duration.between(now, sent.getFirst().plus(policy.window())));
    }

    /// The time now, with everything forgotten that no longer matters.
    private Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(previous)) {
            setBack(now);
        }
        while (!sent.isEmpty() && !sent.getFirst().plus(policy.window()).isAfter(now)) {
            sent.removeFirst();
        }
        lastSent.values().removeIf(when -> !when.plus(policy.identical()).isAfter(now));
        return now;
    }

    /// The computer's clock was set back: without this, requests would wait for the lost time to pass again.
    private void setBack(Instant now) {
        previous = now;
        heldUntil = heldUntil.isAfter(now.plus(policy.window())) ? now.plus(policy.window()) : heldUntil;
        for (int left = sent.size(); left > 0; left--) {
            Instant when = sent.removeFirst();
            sent.addLast(when.isAfter(now) ? now : when);
        }
        lastSent.replaceAll((question, when) -> when.isAfter(now) ? now : when);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}

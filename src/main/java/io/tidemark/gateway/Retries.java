package io.tidemark.gateway;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Tries a request again after pacing complaints, missed deadlines and lost connections, and never after a refusal.
public final class Retries {
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final Pause pause;

    /// How often and when requests are tried again.
    ///
    /// @param random source of the random part of pauses; seeded, so that tests know them
    public Retries(RetrySchedule schedule, RandomGenerator random, Pause pause) {
        this.schedule = schedule;
        this.random = random;
        this.pause = pause;
    }

    /// How one attempt ended.
    ///
    /// @param result its outcome
    /// @param worthRetrying whether another attempt can end differently; a refusal never is
    public record Attempt(FetchResult result, boolean worthRetrying) {

        /// An outcome that speaks for itself: pacing, a missed deadline, a lost connection are tried again.
        public static Attempt of(FetchResult result) {
            return new Attempt(result, isPassing(result));
        }

        /// An outcome that stands, even where its kind is mostly tried again.
        public static Attempt last(FetchResult result) {
            return new Attempt(result, false);
        }
    }

    /// Told before each pause.
    @FunctionalInterface
    public interface Told {
        /// An attempt failed and is repeated.
        ///
        /// @param attempt its number, from 1
        /// @param because how it ended
        /// @param retryIn the pause before the next one
        void retrying(int attempt, FetchResult because, Duration retryIn);
    }

    /// Runs attempts, one at a time and on this thread, until one of them stands or the schedule is used up.
    ///
    /// @throws java.util.concurrent.CancellationException when the work was cancelled
    public FetchResult run(Supplier<Attempt> attempt, Told told, Progress progress) {
        Attempt first = attempt.get();
        var course = new Course(first);
        // Failsafe takes 20 ms to load, which the usual case, success at once, need not pay.
        return (course.pause.isEmpty() ? first : repeat(course, attempt, told, progress)).result();
    }

    private Attempt repeat(Course course, Supplier<Attempt> attempt, Told told, Progress progress) {
        // The pause is ours, not the policy's: it has to end when the work is cancelled.
        var policy = RetryPolicy.<Attempt>builder().handleResultIf(each -> course.pause.isPresent())
                .abortOn(Throwable.class).withMaxAttempts(schedule.mostAttempts()).build();
        return Failsafe.with(policy).get(() -> {
            Duration duration = course.pause.orElseThrow();
            told.retrying(course.attempts, course.last.result(), duration);
            pause.rest(duration, progress);
            return course.after(attempt.get());
        });
    }

    private static boolean isPassing(FetchResult result) {
        return switch (result) {
            case FetchResult.Bars bars -> false;
            case FetchResult.NoData noData -> false;
            case FetchResult.Refused refused -> false;
            case FetchResult.Paced paced -> true;
            case FetchResult.TimedOut timedOut -> true;
            case FetchResult.Disconnected disconnected -> true;
        };
    }

    /// What happened so far, and the pause that follows.
    private final class Course {
        private Attempt last;
        private int attempts;
        private int disconnected;
        private int paced;
        private int timedOut;
        private Optional<Duration> pause = Optional.empty();

        Course(Attempt first) {
            last = after(first);
        }

        private Attempt after(Attempt attempt) {
            last = attempt;
            attempts++;
            pause = pauseAfter(attempt);
            return attempt;
        }

        private Optional<Duration> pauseAfter(Attempt attempt) {
            if (!attempt.worthRetrying()) {
                return Optional.empty();
            }
            return switch (attempt.result()) {
                case FetchResult.Disconnected lost -> at(schedule.reconnects(), disconnected++).map(this::jittered);
                case FetchResult.Paced it -> at(schedule.pacedFactors(), paced++)
                        .map(factor -> jittered(it.retryAfter().multipliedBy(factor)));
                case FetchResult.TimedOut it -> at(schedule.timeouts(), timedOut++).map(this::jittered);
                case FetchResult.Bars bars -> Optional.empty();
                case FetchResult.NoData noData -> Optional.empty();
                case FetchResult.Refused refused -> Optional.empty();
            };
        }

        private Duration jittered(Duration duration) {
            double part = schedule.jitter() == 0 ? 0 : schedule.jitter() * random.nextDouble();
            return duration.plusNanos(Math.round(duration.toNanos() * part));
        }

        private static <T> Optional<T> at(List<T> values, int index) {
            return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
        }
    }
}

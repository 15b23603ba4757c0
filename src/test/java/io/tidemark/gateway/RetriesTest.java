package io.tidemark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.Paced;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final FetchResult LOST = new Disconnected("gone", "Wait.");
    private static final FetchResult PACED = new Paced(Duration.ofMinutes(1), "pacing violation", "Wait.");
    private static final FetchResult LATE = new TimedOut("bars", Duration.ofMinutes(2), "Wait.");
    private static final FetchResult REFUSED = new Refused(200, "no such contract", "Check the symbol.");
    private static final FetchResult GOOD = new NoData("none");

    private final List<Duration> rests = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void lostConnectionIsTriedAgainAfterLongerAndLongerPauses() {
        assertThat(run(noJitter(), LOST, LOST, LOST, LOST, LOST, GOOD)).isEqualTo(GOOD);
        assertThat(rests).extracting(Duration::toSeconds).containsExactly(2L, 5L, 10L, 30L, 60L);
    }

    @Test
    void lostConnectionIsGivenUpAfterTheLastPause() {
        assertThat(run(noJitter(), LOST, LOST, LOST, LOST, LOST, LOST)).isEqualTo(LOST);
        assertThat(rests).hasSize(5);
    }

    @Test
    void pacingComplaintIsFollowedByLongerAndLongerPauses() {
        assertThat(run(noJitter(), PACED, PACED, PACED, GOOD)).isEqualTo(GOOD);
        assertThat(rests).extracting(Duration::toSeconds).containsExactly(60L, 120L, 300L);
    }

    @Test
    void missedDeadlineIsTriedAgainOnce() {
        assertThat(run(noJitter(), LATE, LATE)).isEqualTo(LATE);
        assertThat(rests).hasSize(1);
    }

    @Test
    void refusalIsNeverTriedAgain() {
        assertThat(run(noJitter(), REFUSED)).isEqualTo(REFUSED);
        assertThat(run(noJitter(), LOST, REFUSED)).isEqualTo(REFUSED);
        assertThat(rests).hasSize(1);
    }

    @Test
    void kindsOfFailureAreCountedApart() {
        assertThat(run(noJitter(), LOST, PACED, LATE, LOST, PACED, GOOD)).isEqualTo(GOOD);
        assertThat(rests).extracting(Duration::toSeconds).containsExactly(2L, 60L, 2L, 5L, 120L);
    }

    @Test
    void outcomeThatStandsIsNotTriedAgain() {
        var retries = new Retries(noJitter(), new Random(1), (duration, progress) -> rests.add(duration));
        assertThat(retries.run(() -> Attempt.last(LOST), (attempt, because, retryIn) -> told.add("?"),
                Progress.none())).isEqualTo(LOST);
        assertThat(rests).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void everyPauseIsToldBeforeItBegins() {
        run(noJitter(), LOST, PACED, GOOD);
        assertThat(told).containsExactly("1 Disconnected PT2S after 0 rests", "2 Paced PT1M after 1 rests");
    }

    @Test
    void jitterLengthensPausesAndNeverShortensThem() {
        run(RetrySchedule.tws(), LOST, LOST, LOST, LOST, LOST, LOST);
        long[] least = {2, 5, 10, 30, 60};
        for (int i = 0; i < least.length; i++) {
            assertThat(rests.get(i)).isBetween(Duration.ofSeconds(least[i]), Duration.ofMillis(least[i] * 1200));
        }
        assertThat(rests).extracting(Duration::toSeconds).isNotEqualTo(List.of(2L, 5L, 10L, 30L, 60L));
    }

    @Test
    void sameSeedGivesTheSamePauses() {
        run(RetrySchedule.tws(), LOST, LOST, PACED, GOOD);
        var first = List.copyOf(rests);
        rests.clear();
        run(RetrySchedule.tws(), LOST, LOST, PACED, GOOD);
        assertThat(rests).isEqualTo(first);
    }

    @Test
    void cancellingDuringAPauseEndsTheAttempts() {
        var retries = new Retries(noJitter(), new Random(1), (duration, progress) -> {
            throw new CancellationException("cancelled");
        });
        var attempts = new ArrayList<String>();
        assertThatThrownBy(() -> retries.run(() -> {
            attempts.add("attempt");
            return Attempt.of(LOST);
        }, (attempt, because, retryIn) -> told.add("told"), Progress.none()))
                .isExactlyInstanceOf(CancellationException.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void failureOfOurOwnIsNotTriedAgain() {
        var retries = new Retries(noJitter(), new Random(1), (duration, progress) -> rests.add(duration));
        assertThatIllegalStateException().isThrownBy(() -> retries.run(() -> {
            throw new IllegalStateException("a bug");
        }, (attempt, because, retryIn) -> told.add("told"), Progress.none())).withMessage("a bug");
        assertThat(rests).isEmpty();
    }

    private FetchResult run(RetrySchedule schedule, FetchResult... outcomes) {
        var left = new ArrayDeque<>(Arrays.asList(outcomes));
        told.clear();
        var retries = new Retries(schedule, new Random(42), (duration, progress) -> rests.add(duration));
        var result = retries.run(() -> Attempt.of(left.removeFirst()),
                (attempt, because, retryIn) -> told.add(attempt + " " + because.getClass().getSimpleName() + " "
                        + retryIn + " after " + rests.size() + " rests"),
                Progress.none());
        assertThat(left).as("attempts not made").isEmpty();
        return result;
    }

    private static RetrySchedule noJitter() {
        var tws = RetrySchedule.tws();
        return new RetrySchedule(tws.reconnects(), tws.pacedFactors(), tws.timeouts(), 0);
    }
}

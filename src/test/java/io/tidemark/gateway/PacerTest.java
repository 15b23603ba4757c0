package io.tidemark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.Pacer.Slot;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacerTest {
    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final List<Duration> rests = new ArrayList<>();
    private final Pause pause = (duration, progress) -> {
        progress.checkCancelled();
        rests.add(duration);
        clock.advance(duration);
    };
    private final Pacer pacer = new Pacer(PacingPolicy.tws(), clock, pause);

    @Test
    void firstRequestLeavesAtOnce() {
        send("SPY", "10 Y");
        assertThat(rests).isEmpty();
        assertThat(pacer.usage())
                .isEqualTo(new PacingUsage(1, 50, Duration.ofMinutes(10), Duration.ofSeconds(1)));
    }

    @Test
    void twoRequestsKeepASecondBetweenThem() {
        send("SPY", "10 Y");
        clock.advance(Duration.ofMillis(300));
        send("VIX", "10 Y");
        assertThat(rests).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void identicalRequestsKeepSixteenSecondsBetweenThem() {
        send("SPY", "10 Y");
        clock.advance(Duration.ofSeconds(3));
        send("SPY", "1 M");
        send("SPY", "10 Y");
        assertThat(rests).containsExactly(Duration.ofSeconds(13));
        clock.advance(Duration.ofSeconds(16));
        send("SPY", "10 Y");
        assertThat(rests).hasSize(1);
    }

    @Test
    void fiftyFirstRequestWaitsUntilTheFirstLeavesTheWindow() {
        for (int i = 0; i < 50; i++) {
            send("S" + i, i);
        }
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(49));
        assertThat(pacer.usage().left()).isZero();
        assertThat(pacer.usage().nextSlotIn()).isEqualTo(Duration.ofSeconds(600 - 49));
        send("S50", 50);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(600));
        assertThat(pacer.usage().used()).isEqualTo(50);
    }

    @Test
    void budgetComesBackAsTimePasses() {
        send("SPY", "10 Y");
        clock.advance(Duration.ofMinutes(10));
        assertThat(pacer.usage()).isEqualTo(new PacingUsage(0, 50, Duration.ofMinutes(10), Duration.ZERO));
    }

    @Test
    void complaintOfTheGatewayHoldsEverythingBack() {
        pacer.holdOff(Duration.ofMinutes(1));
        pacer.holdOff(Duration.ofSeconds(2));
        assertThat(pacer.usage().nextSlotIn()).isEqualTo(Duration.ofMinutes(1));
        send("SPY", "10 Y");
        assertThat(rests).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void slowingDownDoublesTheGap() {
        pacer.slowDown();
        send("SPY", "10 Y");
        send("VIX", "10 Y");
        assertThat(rests).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void clockSetBackDoesNotStopTheDownload() {
        send("SPY", "10 Y");
        clock.advance(Duration.ofHours(-5));
        send("VIX", "10 Y");
        send("SPY", "10 Y");
        assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    @Test
    void withoutLimitsNothingWaits() {
        var free = new Pacer(PacingPolicy.none(), clock, pause);
        for (int i = 0; i < 1000; i++) {
            free.take("SPY", "10 Y", Progress.none()).close();
        }
        assertThat(rests).isEmpty();
        assertThat(free.usage().nextSlotIn()).isZero();
    }

    @Test
    void onlyOneRequestForAContractIsUnderWay() throws Exception {
        var free = new Pacer(PacingPolicy.none(), clock, Pause.real());
        Slot first = free.take("SPY", "10 Y", Progress.none());
        free.take("VIX", "10 Y", Progress.none()).close();
        var second = CompletableFuture.supplyAsync(() -> free.take("SPY", "1 M", Progress.none()));
        assertThatThrownBy(() -> second.get(150, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        first.close();
        Slot next = second.get(5, TimeUnit.SECONDS);
        first.close(); // again: must not free what the second holds
        var third = CompletableFuture.supplyAsync(() -> free.take("SPY", "2 M", Progress.none()));
        assertThatThrownBy(() -> third.get(150, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        next.close();
        third.get(5, TimeUnit.SECONDS).close();
    }

    @Test
    void waitingEndsWhenTheWorkIsCancelled() throws Exception {
        var real = new Pacer(PacingPolicy.tws(), clock, Pause.real());
        real.holdOff(Duration.ofMinutes(5));
        var cancelled = new AtomicBoolean();
        var waiting = CompletableFuture.runAsync(() -> real.take("SPY", "10 Y", cancelledBy(cancelled)));
        cancelled.set(true);
        assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void waitingEndsWhenTheThreadIsInterrupted() {
        var real = new Pacer(PacingPolicy.tws(), clock, Pause.real());
        real.holdOff(Duration.ofMinutes(5));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> real.take("SPY", "10 Y", Progress.none())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("the thread stays marked").isTrue();
    }

    /// Whatever is asked for, what leaves keeps every limit; checked against the plain list of times.
    @Test
    void randomDemandNeverBreaksALimit() {
        var random = new Random(7);
        var times = new ArrayList<Instant>();
        var requests = new ArrayList<Integer>();
        for (int i = 0; i < 400; i++) {
            int request = random.nextInt(30);
            send("S" + request, request);
            times.add(clock.instant());
            requests.add(request);
            clock.advance(Duration.ofMillis(random.nextInt(4000)));
        }
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            if (i >= 50) {
                assertThat(Duration.between(times.get(i - 50), times.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
            }
            for (int j = i - 1; j >= 0 && j > i - 20; j--) {
                if (requests.get(i).equals(requests.get(j))) {
                    assertThat(Duration.between(times.get(j), times.get(i)))
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(16));
                }
            }
        }
    }

    private void send(Object contract, Object request) {
        pacer.take(contract, request, Progress.none()).close();
    }

    private static Progress cancelledBy(AtomicBoolean cancelled) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                // nobody watches
            }

            @Override
            public void checkCancelled() {
                if (cancelled.get()) {
                    throw new CancellationException("cancelled");
                }
            }
        };
    }
}

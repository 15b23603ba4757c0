package io.tidemark.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.tidemark.ui.UiWindow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunningWorkTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Workers workers = new Workers();
    private final RunningWork work = new RunningWork(workers.work());
    private final List<WorkEnd<String>> ends = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    @CanIgnoreReturnValue
    private WorkTask<String> start(Work<String> what) {
        return UiWindow.onFx(() -> work.start(Job.writing("work", what), ends::add));
    }

    private void untilEnded() {
        UiWindow.until("the end", () -> !ends.isEmpty() && !work.busy().get());
        UiWindow.settle();
    }

    @Test
    void workThatReturnsSucceedsOnce() {
        start(progress -> "made");
        untilEnded();
        assertThat(ends).containsExactly(new WorkEnd.Succeeded<>("made"));
    }

    @Test
    void workThatThrowsFailsOnceWithItsSentence() {
        start(progress -> {
            throw new IOException("the disk is full");
        });
        untilEnded();
        assertThat(ends).singleElement().isInstanceOfSatisfying(WorkEnd.Failed.class,
                failed -> assertThat(failed.sentence()).isEqualTo("the disk is full"));
    }

    @Test
    void cancelledWorkCountsAsCancelledOnlyWhenItHasLeftItsThread() {
        var begun = new CountDownLatch(1);
        var mayLeave = new CountDownLatch(1);
        WorkTask<String> task = start(progress -> {
            begun.countDown();
            awaitThroughInterrupts(mayLeave);
            progress.checkCancelled();
            return "too late";
        });
        UiWindow.until("the beginning", () -> begun.getCount() == 0);
        UiWindow.onFx(() -> task.cancel());
        UiWindow.settle();
        assertThat(ends).as("ends while the work still holds its files").isEmpty();
        assertThat(work.busy().get()).isTrue();
        assertThat(task.cancellingProperty().get()).isTrue();
        mayLeave.countDown();
        untilEnded();
        assertThat(ends).containsExactly(new WorkEnd.Cancelled<>());
    }

    private static void awaitThroughInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // work that cannot stop in the middle
            }
        }
    }

    @Test
    void workThatFinishesInSpiteOfACancellationHasSucceeded() {
        var begun = new CountDownLatch(1);
        var mayLeave = new CountDownLatch(1);
        WorkTask<String> task = start(progress -> {
            begun.countDown();
            awaitThroughInterrupts(mayLeave);
            return "made all the same";
        });
        UiWindow.until("the beginning", () -> begun.getCount() == 0);
        UiWindow.onFx(() -> task.cancel());
        mayLeave.countDown();
        untilEnded();
        assertThat(ends).containsExactly(new WorkEnd.Succeeded<>("made all the same"));
    }

    @Test
    void waitingWorkIsWokenByACancellation() {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        WorkTask<String> task = start(progress -> {
            begun.countDown();
            never.await();
            return "never";
        });
        UiWindow.until("the beginning", () -> begun.getCount() == 0);
        UiWindow.onFx(() -> task.cancel());
        untilEnded();
        assertThat(ends).containsExactly(new WorkEnd.Cancelled<>());
    }

    @Test
    void anInterruptOfOneWorkDoesNotReachTheNextOnItsThread() {
        for (int i = 0; i < 40; i++) {
            ends.clear();
            WorkTask<String> hurried = start(progress -> "quick");
            UiWindow.onFx(() -> hurried.cancel());
            start(progress -> Boolean.toString(Thread.currentThread().isInterrupted()));
            UiWindow.until("both ends", () -> ends.size() == 2);
            assertThat(ends).contains(new WorkEnd.Succeeded<>("false"));
        }
    }

    @Test
    void writingWorkIsToldApartFromReadingWork() {
        var gate = new CountDownLatch(1);
        UiWindow.onFx(() -> work.start(Job.reading("look", progress -> {
            gate.await();
            return "seen";
        }), ends::add));
        assertThat(work.busy().get()).isTrue();
        assertThat(work.writing().get()).isFalse();
        gate.countDown();
        untilEnded();
    }

    @Test
    void batchesKeepEveryItemInOrder() {
        var seen = new ArrayList<Integer>();
        var calls = new ArrayList<Integer>();
        var batches = new Batches<Integer>(items -> {
            seen.addAll(items);
            calls.add(items.size());
        });
        start(progress -> {
            for (int i = 0; i < 10_000; i++) {
                batches.add(i);
            }
            return "";
        });
        UiWindow.until("all items", () -> seen.size() == 10_000);
        assertThat(seen).isSorted().hasSize(10_000);
        assertThat(calls.size()).isLessThan(5_000);
    }

    @Test
    void coalescedValuesEndWithTheLast() {
        var seen = new ArrayList<Integer>();
        var gauge = new Coalesced<Integer>(seen::add);
        start(progress -> {
            for (int i = 0; i <= 10_000; i++) {
                gauge.offer(i);
            }
            return "";
        });
        UiWindow.until("the last value", () -> !seen.isEmpty() && seen.getLast() == 10_000);
        assertThat(seen.size()).isLessThan(5_000);
        assertThat(seen).isSorted();
    }

    @Test
    void overtakenQuestionsAreSkippedAndTheLastIsAnswered() {
        var answers = new ArrayList<Integer>();
        var asked = Collections.synchronizedList(new ArrayList<Integer>());
        var gate = new CountDownLatch(1);
        var slider = new LatestWins<Integer, Integer>(workers.quick(), question -> {
            awaitThroughInterrupts(gate);
            asked.add(question);
            return question * 10;
        }, answers::add);
        UiWindow.onFx(() -> {
            for (int i = 1; i <= 100; i++) {
                slider.ask(i);
            }
            return slider;
        });
        gate.countDown();
        UiWindow.until("the last answer", () -> answers.contains(1000));
        assertThat(asked).containsExactly(1, 100);
        assertThat(answers).containsExactly(10, 1000);
    }

    @Test
    void aStallOfTheWindowsThreadIsMeasuredAndNamed() {
        FxStallWatch watch = UiWindow.onFx(FxStallWatch::start);
        UiWindow.onFx(() -> {
            busyFor(150);
            return "";
        });
        UiWindow.settle();
        watch.close();
        assertThat(watch.longest().millis()).isBetween(120.0, 5_000.0);
        assertThat(watch.hardest().workedMillis()).isBetween(20.0, watch.longest().millis() + 1);
        assertThat(watch.longest().stack()).contains("RunningWorkTest");
    }

    /// Keeps the thread for so long, and until it has worked half of that: on a busy machine others have the processor.
    private static void busyFor(long millis) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + millis * 1_000_000;
        long worked = times.getCurrentThreadCpuTime() + millis * 500_000;
        while (System.nanoTime() < end || times.getCurrentThreadCpuTime() < worked) {
            Thread.onSpinWait();
        }
    }
}

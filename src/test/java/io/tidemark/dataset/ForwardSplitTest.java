package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardSplitTest {

    @Test
    void partsOfAFoldAreCutAsByHand() {
        // Forty days, known the next day, embargo 2. T = 20: known < 18, rows 0..16 may be learned from.
        // Validation is the last quarter of 20: from 15, so 15 and 16. Train: known < 13, rows 0..11.
        // Purged: 12, 13, 14 before the validation part, 17, 18, 19 before the test block.
        int[] start = IntStream.range(0, 40).toArray();
        int[] known = IntStream.range(0, 40).map(day -> day + 1).toArray();

        Fold fold = new ForwardSplit(2, 2, 0.5, 0.25).split(start, known).getFirst();

        assertThat(fold.train()).containsExactly(IntStream.rangeClosed(0, 11).toArray());
        assertThat(fold.validation()).containsExactly(15, 16);
        assertThat(fold.test()).containsExactly(IntStream.rangeClosed(20, 29).toArray());
        assertThat(fold.purged()).isEqualTo(6);
        assertThat(fold.bounds()).isEqualTo(new Fold.Bounds(15, 20, 29));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noOutcomeLearnedFromReachesIntoTheRowsJudgedOn(long seed) {
        Options options = Options.random(seed);
        for (Fold fold : options.folds(4, 5)) {
            int lastLearned = max(fold.train(), options.known);
            assertThat(lastLearned).isLessThan(min(fold.validation(), options.start));
            assertThat(max(fold.validation(), options.known)).isLessThan(min(fold.test(), options.start));
            assertThat(embargoBetween(options, max(fold.validation(), options.known), min(fold.test(), options.start)))
                    .isGreaterThanOrEqualTo(5);
            assertThat(embargoBetween(options, lastLearned, min(fold.validation(), options.start)))
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyRowIsInExactlyOnePart(long seed) {
        Options options = Options.random(seed);
        for (Fold fold : options.folds(3, 5)) {
            var seen = new int[options.start.length];
            IntStream.of(fold.train()).forEach(row -> seen[row]++);
            IntStream.of(fold.validation()).forEach(row -> seen[row]++);
            IntStream.of(fold.test()).forEach(row -> seen[row]++);
            assertThat(seen).containsOnly(0, 1);
            long after = IntStream.of(options.start).filter(day -> day > fold.bounds().testTo()).count();
            long left = IntStream.of(seen).filter(times -> times == 0).count();
            assertThat(left).isEqualTo(fold.purged() + after);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7})
    void testBlocksFollowEachOtherWithoutGapOrOverlap(int folds) {
        Options options = Options.random(99);
        List<Fold> walk = options.folds(folds, 5);

        assertThat(walk).hasSize(folds);
        int[] tested = walk.stream().flatMapToInt(fold -> IntStream.of(fold.test())).sorted().toArray();
        int from = walk.getFirst().bounds().testFrom();
        assertThat(tested).containsExactly(
                IntStream.range(0, options.start.length).filter(row -> options.start[row] >= from).toArray());
        assertThat(walk.getLast().bounds().testTo()).isEqualTo(Arrays.stream(options.start).max().orElseThrow());
    }

    @Test
    void laterFoldsLearnFromMore() {
        List<Fold> walk = Options.random(5).folds(3, 5);

        assertThat(walk.get(0).train().length).isLessThan(walk.get(1).train().length);
        assertThat(walk.get(1).train().length).isLessThan(walk.get(2).train().length);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        Options options = Options.random(8);
        int n = options.start.length;
        int[] reversedStart = IntStream.range(0, n).map(i -> options.start[n - 1 - i]).toArray();
        int[] reversedKnown = IntStream.range(0, n).map(i -> options.known[n - 1 - i]).toArray();

        List<Fold> walk = ForwardSplit.walkForward(reversedStart, reversedKnown, 3, 5);

        int[] mirrored = IntStream.of(walk.getFirst().train()).map(i -> n - 1 - i).sorted().toArray();
        assertThat(mirrored).isEqualTo(options.folds(3, 5).getFirst().train());
    }

    @Test
    void labelsKnownAtOnceLoseOnlyTheEmbargo() {
        int[] days = IntStream.range(0, 1000).toArray();

        Fold fold = ForwardSplit.walkForward(days, days, 3, 5).getFirst();

        assertThat(fold.purged()).as("five sessions before validation, five before the test").isEqualTo(10);
    }

    @Test
    void tooFewSessionsAreAClearMessage() {
        assertThatThrownBy(() -> ForwardSplit.walkForward(new int[]{1, 2, 3, 4}, new int[]{1, 2, 3, 4}, 3, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("fold . of 3 has no .* rows: 4 sessions are too few for this split");
    }

    @Test
    void noRowsAreAClearMessage() {
        assertThatThrownBy(() -> ForwardSplit.walkForward(new int[0], new int[0], 3, 5))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 sessions are too few");
    }

    @Test
    void aRowKnownBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> ForwardSplit.walkForward(new int[]{5}, new int[]{4}, 1, 0))
                .hasMessage("row 0 is known before it starts");
    }

    private static long embargoBetween(Options options, int known, int start) {
        return IntStream.of(options.start).distinct().filter(day -> day > known && day < start).count();
    }

    private static int max(int[] rows, int[] days) {
        return IntStream.of(rows).map(row -> days[row]).max().orElseThrow();
    }

    private static int min(int[] rows, int[] days) {
        return IntStream.of(rows).map(row -> days[row]).min().orElseThrow();
    }

    /// Options as the probability-of-touch set has them: several a day, in no order, lives of 5 to 60 days.
    private record Options(int[] start, int[] known) {

        static Options random(long seed) {
            var random = new Random(seed);
            int[] start = IntStream.range(0, 3000).map(i -> 18000 + weekday(random.nextInt(1500))).toArray();
            int[] known = IntStream.of(start).map(day -> day + 5 + random.nextInt(56)).toArray();
            return new Options(start, known);
        }

        private static int weekday(int day) {
            return day % 7 < 5 ? day : day - 2;
        }

        List<Fold> folds(int folds, int embargo) {
            return ForwardSplit.walkForward(start, known, folds, embargo);
        }
    }
}

package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomSplitTest {

    @Test
    void everyRowIsOnExactlyOneSide() {
        RandomSplit split = RandomSplit.of(1001, 0.2, 42);

        assertThat(split.test()).hasSize(200).isSorted();
        assertThat(split.train()).hasSize(801).isSorted();
        assertThat(IntStream.concat(IntStream.of(split.train()), IntStream.of(split.test())).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1001).toArray());
    }

    @Test
    void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
        assertThat(RandomSplit.of(500, 0.2, 42).test()).isEqualTo(RandomSplit.of(500, 0.2, 42).test());
        assertThat(RandomSplit.of(500, 0.2, 42).test()).isNotEqualTo(RandomSplit.of(500, 0.2, 43).test());
    }

    @Test
    void testedRowsAreSpreadOverTheWholeRange() {
        int[] test = RandomSplit.of(10_000, 0.2, 1).test();

        assertThat(IntStream.of(test).average().orElseThrow()).isBetween(4750.0, 5250.0);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.01, 1", "2, 0.99, 1", "10, 0.25, 3"})
    void eachSideHasARow(int rows, double share, int tested) {
        assertThat(RandomSplit.of(rows, share, 1).test()).hasSize(tested);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "10, 0", "10, 1", "10, NaN"})
    void nothingToSplitIsRefused(int rows, double share) {
        assertThatThrownBy(() -> RandomSplit.of(rows, share, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

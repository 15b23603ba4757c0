package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    /// Half the width of a 95 % interval for the mean of 400 values of variance 1: 1.96 / sqrt(400).
    private static final double HALF_OF_INDEPENDENT = 0.098;

    @Test
    void independentRowsGiveTheTextbookInterval() {
        Interval interval = new BlockBootstrap(1, 2000, 1).of(days(400, 1), noise(400, 1), BlockBootstrapTest::mean);
        assertThat((interval.high() - interval.low()) / 2).isCloseTo(HALF_OF_INDEPENDENT, within(0.012));
    }

    @Test
    void rowsOfOneDayAreNotCountedAsIndependent() {
        Interval interval = new BlockBootstrap(1, 2000, 1).of(days(400, 10), noise(400, 10), BlockBootstrapTest::mean);
        assertThat((interval.high() - interval.low()) / 2).isCloseTo(HALF_OF_INDEPENDENT, within(0.012));
    }

    @Test
    void blocksWidenTheIntervalOfWhatLasts() {
        var lasting = new double[400][];
        double[][] noise = noise(40, 1);
        for (int i = 0; i < lasting.length; i++) {
            lasting[i] = noise[i / 10];
        }
        Interval single = new BlockBootstrap(1, 1000, 1).of(days(400, 1), lasting, BlockBootstrapTest::mean);
        Interval blocks = new BlockBootstrap(20, 1000, 1).of(days(400, 1), lasting, BlockBootstrapTest::mean);
        assertThat(blocks.high() - blocks.low()).isGreaterThan(2 * (single.high() - single.low()));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        var bootstrap = new BlockBootstrap(5, 100, 3);
        assertThat(bootstrap.of(days(50, 2), noise(50, 2), BlockBootstrapTest::mean))
                .isEqualTo(bootstrap.of(days(50, 2), noise(50, 2), BlockBootstrapTest::mean))
                .isNotEqualTo(new BlockBootstrap(5, 100, 4).of(days(50, 2), noise(50, 2), BlockBootstrapTest::mean));
    }

    @Test
    void aBlockLongerThanTheHistoryIsTheHistory() {
        Interval interval = new BlockBootstrap(1000, 100, 3).of(days(50, 1), noise(50, 1), BlockBootstrapTest::mean);
        assertThat(interval.low()).isEqualTo(interval.high());
    }

    private static double mean(double[] sums) {
        return sums[1] / sums[0];
    }

    private static int[] days(int days, int rowsOfADay) {
        return IntStream.range(0, days * rowsOfADay).map(i -> 20_000 - i / rowsOfADay).toArray();
    }

    /// One and a normal value for each row; rows of one day have the same.
    private static double[][] noise(int days, int rowsOfADay) {
        var random = new Random(11);
        double[] daily = random.doubles(days).map(u -> random.nextGaussian()).toArray();
        return IntStream.range(0, days * rowsOfADay).mapToObj(i -> new double[]{1, daily[i / rowsOfADay]})
                .toArray(double[][]::new);
    }
}

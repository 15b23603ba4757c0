package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Expected values: scikit-learn 1.2.1 (R², Brier, log-loss, AUC, `calibration_curve` by quantiles) and scipy 1.10
/// (Wilson) on the rows below, drawn with `numpy.random.default_rng(7)` and rounded.
class ProbabilityFiguresTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    /// 30 rows with many ties and one certain mistake.
    private static final int[] TIED_OUTCOMES = {0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1,
            1,
            0, 0, 0, 1, 0};
    private static final double[] TIED = {0.2, 0.8, 0.1, 0.0, 1.0, 0.2, 0.3, 0.2, 0.1, 0.2, 0.3, 0.4, 0.9, 0.1, 0.3,
            0.1,
            0.4, 0.3, 0.1, 0.7, 0.5, 0.9, 0.0, 0.8, 0.6, 0.3, 0.2, 0.1, 0.8, 0.4};

    /// 40 rows without ties.
    private static final int[] OUTCOMES = {1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0,
            1,
            0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final double[] SPREAD = {0.3815, 0.8306, 0.9195, 0.3874, 0.1378, 0.7604, 0.9929, 0.148, 0.7127,
            0.8253, 0.9206, 0.1234, 0.0918, 0.9879, 0.1168, 0.1768, 0.575, 0.4463, 0.7504, 0.1906, 0.9144, 0.2172,
            0.7691, 0.0676, 0.4734, 0.0326, 0.3138, 0.3122, 0.7197, 0.455, 0.0568, 0.9954, 0.8887, 0.9163, 0.2466,
            0.3941, 0.2272, 0.1249, 0.033, 0.5033};

    private final ProbabilityFigures tied = ProbabilityFigures.of(TIED_OUTCOMES, TIED);
    private final ProbabilityFigures spread = ProbabilityFigures.of(OUTCOMES, SPREAD);

    @Test
    void figuresAreScikitLearns() {
        assertThat(tied.r2()).isCloseTo(0.07443181818181821, CLOSE);
        assertThat(tied.brier()).isCloseTo(0.181, CLOSE);
        assertThat(tied.logLoss()).isCloseTo(1.6557865927922488, CLOSE);
    }

    @Test
    void tiesCountHalfInTheAreaUnderTheRocCurve() {
        assertThat(tied.auc()).isCloseTo(0.7755681818181819, CLOSE);
    }

    @Test
    void calibrationBinsAreScikitLearnsQuantiles() {
        assertThat(spread.calibration()).extracting(CalibrationBin::rows).containsOnly(4);
        assertThat(spread.calibration()).extracting(CalibrationBin::observed).containsExactly(0.0, 0.0, 0.0, 0.0, 0.5,
                0.5, 0.75, 0.75, 0.75, 1.0);
        double[] predicted = {0.0475, 0.114225, 0.1633, 0.2508, 0.3692, 0.4695, 0.68945, 0.79635, 0.909725, 0.9742};
        assertThat(spread.calibration().stream().mapToDouble(CalibrationBin::predicted).toArray())
                .containsExactly(predicted, CLOSE);
    }

    @Test
    void calibrationErrorWeighsTheBinsByTheirRows() {
        assertThat(spread.ece()).isCloseTo(0.10295499999999999, CLOSE);
    }

    @Test
    void barsAreWilsonIntervals() {
        CalibrationBin none = spread.calibration().getFirst();
        CalibrationBin threeOfFour = spread.calibration().get(6);
        CalibrationBin all = spread.calibration().getLast();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.4898908364545973, CLOSE);
        assertThat(threeOfFour.low()).isCloseTo(0.30064184258240184, CLOSE);
        assertThat(threeOfFour.high()).isCloseTo(0.9544127391902995, CLOSE);
        assertThat(all.low()).isCloseTo(0.5101091635454027, CLOSE);
        assertThat(all.high()).isEqualTo(1.0);
    }

    @Test
    void unevenCountsFillEveryBinOfTen() {
        var outcomes = new int[23];
        var probabilities = new double[23];
        java.util.Arrays.setAll(probabilities, i -> i / 23.0);
        assertThat(ProbabilityFigures.of(outcomes, probabilities).calibration()).hasSize(10)
                .allSatisfy(bin -> assertThat(bin.rows()).isBetween(2, 3)).extracting(CalibrationBin::predicted)
                .isSorted();
    }

    @Test
    void fewerRowsThanBinsLeaveBinsOut() {
        assertThat(ProbabilityFigures.of(new int[]{0, 1, 1}, new double[]{0.1, 0.2, 0.9}).calibration())
                .extracting(CalibrationBin::rows).containsExactly(1, 1, 1);
    }

    @Test
    void withoutBothOutcomesThereIsNoR2AndNoArea() {
        var calm = ProbabilityFigures.of(new int[]{0, 0}, new double[]{0.1, 0.3});
        assertThat(calm.r2()).isNull();
        assertThat(calm.auc()).isNull();
        assertThat(calm.brier()).isCloseTo(0.05, CLOSE);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> ProbabilityFigures.of(new int[]{0}, new double[]{Double.NaN}))
                .hasMessage("NaN is no probability");
        assertThatThrownBy(() -> ProbabilityFigures.of(new int[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

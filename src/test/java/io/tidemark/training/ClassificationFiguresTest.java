package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Expected values: scikit-learn 1.2.1 on the rows below, drawn with `numpy.random.default_rng(7)` and rounded.
/// Class 1 is never true, but predicted five times.
class ClassificationFiguresTest {
    private static final Offset<Double> DOUBLE = within(1e-12);
    private static final Offset<Double> FLOAT_INPUT = within(1e-6);

    private static final int[] TRUTH = {4, 3, 3, 4, 3, 4, 4, 0, 0, 2, 2, 4, 4, 0, 2, 4, 0, 4, 0, 2, 4, 2, 2, 2};
    private static final float[] PROBABILITIES = {0.075f, 0.094f, 0.162f, 0.019f, 0.65f, 0.347f, 0.168f, 0.416f, 0.039f,
            0.03f, 0.15f, 0.094f, 0.262f, 0.432f, 0.062f, 0.244f, 0.106f, 0.006f, 0.063f, 0.581f, 0.2f, 0.44f, 0f,
            0.28f, 0.08f, 0.03f, 0.297f, 0.139f, 0.366f, 0.168f, 0.344f, 0.025f, 0.044f, 0.037f, 0.55f, 0.648f, 0.025f,
            0.082f, 0.232f, 0.013f, 0.02f, 0.14f, 0.3f, 0.43f, 0.11f, 0.143f, 0.087f, 0.478f, 0.019f, 0.273f, 0.22f,
            0.22f, 0.01f, 0.28f, 0.27f, 0.126f, 0.069f, 0.164f, 0.188f, 0.453f, 0.062f, 0.294f, 0.119f, 0.131f, 0.394f,
            0.41f, 0.292f, 0.106f, 0.006f, 0.186f, 0.089f, 0.515f, 0.149f, 0.168f, 0.079f, 0f, 0.416f, 0.037f, 0.162f,
            0.385f, 0.707f, 0f, 0.222f, 0.02f, 0.051f, 0.208f, 0.356f, 0.089f, 0.198f, 0.149f, 0.08f, 0.4f, 0.33f,
            0.06f, 0.13f, 0.15f, 0.15f, 0.01f, 0.69f, 0f, 0.35f, 0.32f, 0.07f, 0.17f, 0.09f, 0f, 0.069f, 0.475f, 0.094f,
            0.362f, 0.063f, 0.069f, 0.591f, 0.076f, 0.201f, 0.155f, 0.075f, 0.404f, 0.043f, 0.323f};

    private final ClassificationFigures figures = ClassificationFigures.of(TRUTH, PROBABILITIES, 5);

    @Test
    void accuracyAndBalancedAccuracyAreScikitLearns() {
        assertThat(figures.accuracy()).isCloseTo(0.5416666666666666, DOUBLE);
        assertThat(figures.balancedAccuracy()).isCloseTo(0.515079365079365, DOUBLE);
    }

    @Test
    void logLossIsScikitLearns() {
        assertThat(figures.logLoss()).isCloseTo(1.5766829908879363, FLOAT_INPUT);
    }

    @Test
    void rowsOfTheConfusionMatrixAreTheTruth() {
        assertThat(figures.confusion()).isDeepEqualTo(new int[][]{{3, 1, 0, 1, 0}, {0, 0, 0, 0, 0}, {0, 1, 4, 2, 0},
                {0, 1, 1, 1, 0}, {1, 2, 0, 1, 5}});
    }

    @Test
    void figuresOfEachClassAreScikitLearns() {
        double[] precision = {0.75, 0.0, 0.8, 0.2, 1.0};
        double[] recall = {0.6, Double.NaN, 0.5714285714285714, 0.3333333333333333, 0.5555555555555556};
        double[] f1 = {0.6666666666666665, 0.0, 0.6666666666666666, 0.25, 0.7142857142857143};
        int[] support = {5, 0, 7, 3, 9};
        assertThat(figures.classes()).hasSize(5).allSatisfy(each -> {
            assertThat(each.support()).isEqualTo(support[each.id()]);
            assertThat(each.precision()).isCloseTo(precision[each.id()], DOUBLE);
            assertThat(each.f1()).isCloseTo(f1[each.id()], DOUBLE);
            if (each.id() != 1) {
                assertThat(each.recall()).isCloseTo(recall[each.id()], DOUBLE);
            }
        });
    }

    @Test
    void aClassThatIsNeverTrueHasNoRecall() {
        assertThat(figures.classes().get(1).recall()).isNull();
    }

    @Test
    void aClassThatIsNeverNamedHasNoPrecision() {
        var never = ClassificationFigures.of(new int[]{0, 1}, new float[]{0.9f, 0.1f, 0.8f, 0.2f}, 2);
        assertThat(never.classes().get(1).precision()).isNull();
        assertThat(never.classes().get(1).recall()).isZero();
    }

    @Test
    void majorityIsTheShareOfTheCommonestTruth() {
        assertThat(figures.majorityAccuracy()).isEqualTo(9 / 24.0);
    }

    @Test
    void fewerThanTwentyRowsOfAClassAreTooFew() {
        var truth = new int[39];
        java.util.Arrays.fill(truth, 20, 39, 1);
        var judged = ClassificationFigures.of(truth, new float[78], 2);
        assertThat(judged.classes()).extracting(ClassFigures::tooFew).containsExactly(false, true);
    }

    @Test
    void theBetterBaselineCounts() {
        assertThat(figures.bestBaseline()).isEqualTo(9 / 24.0);
        assertThat(figures.withPersistence(0.8).bestBaseline()).isEqualTo(0.8);
        assertThat(figures.withPersistence(0.1).bestBaseline()).isEqualTo(9 / 24.0);
        assertThat(figures.withPersistence(Double.NaN).persistenceAccuracy()).isNull();
    }

    @Test
    void aCertainMistakeCostsAFiniteLogLoss() {
        var wrong = ClassificationFigures.of(new int[]{0}, new float[]{0f, 1f}, 2);
        // -ln of the machine epsilon, where scikit-learn clips
        assertThat(wrong.logLoss()).isCloseTo(36.04365338911715, DOUBLE);
    }

    @Test
    void lengthsMustFit() {
        assertThatThrownBy(() -> ClassificationFigures.of(new int[]{0}, new float[3], 2))
                .hasMessage("3 probabilities for 1 rows of 2 classes");
    }

    @Test
    void persistenceComparesWithTheLabelSomeRowsEarlier() {
        int[] labels = {3, 3, 4, 4, 3};
        int[] all = {0, 1, 2, 3, 4};
        assertThat(Persistence.accuracy(labels, all, 1)).isEqualTo(2 / 4.0);
        assertThat(Persistence.accuracy(labels, all, 2)).isZero();
        assertThat(Persistence.accuracy(labels, new int[]{1, 3}, 1)).isEqualTo(1.0);
        assertThat(Persistence.accuracy(labels, new int[]{0}, 1)).isNaN();
    }
}

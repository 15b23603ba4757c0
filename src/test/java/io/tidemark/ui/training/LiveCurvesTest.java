package io.tidemark.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.training.LearningCurve;
import org.junit.jupiter.api.Test;

class LiveCurvesTest {
    private final LiveCurves live = new LiveCurves();

    @Test
    void roundsOfBoostersSideBySideMakeACurveEach() {
        live.add("fold 2", 0.9, 1.0);
        live.add("fold 1", 0.8, 0.95);
        live.add("fold 2", 0.7, 0.9);
        assertThat(live.curves()).extracting(LearningCurve::phase).containsExactly("fold 1", "fold 2");
        assertThat(live.curves().getLast().train()).containsExactly(0.9, 0.7);
        assertThat(live.curves().getLast().validation()).containsExactly(1.0, 0.9);
    }

    @Test
    void withoutValidationThereIsNoSuchCurve() {
        live.add("final", 0.5, Double.NaN);
        assertThat(live.curves().getFirst().validation()).isEmpty();
        live.clear();
        assertThat(live.curves()).isEmpty();
    }
}

package io.tidemark.ui.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.regime.RegimeThreshold;
import io.tidemark.ui.chart.DayWindow;
import org.junit.jupiter.api.Test;

class RegimesStateTest {
    private final RegimesState state = new RegimesState();

    @Test
    void keysStartFromTheHoveredDayElseTheSelectedElseTheLastSeen() {
        assertThat(state.currentDay()).isEqualTo(DayWindow.NONE);
        state.window().setDays(new int[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        assertThat(state.currentDay()).isEqualTo(11);
        state.window().selectedProperty().set(4);
        assertThat(state.currentDay()).isEqualTo(4);
        state.window().hoveredProperty().set(7);
        assertThat(state.currentDay()).isEqualTo(7);
    }

    @Test
    void withoutDaysThereIsNothingToApply() {
        state.draftProperty().set(RegimeThreshold.EXTREME_VIX.set(state.draftProperty().get(), 35));
        assertThat(state.dirty().get()).isFalse();
    }
}

package io.tidemark.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Universe;
import io.tidemark.touch.OptionRight;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OptionReplayTest {
    /// Seventy days from 2024-01-01 on, closed on none; day `i` trades between 90 + i and 92 + i.
    private static final BarSeries BARS = rising(70);
    private static final int START = (int) LocalDate.of(2024, 1, 31).toEpochDay();

    private static BarSeries rising(int days) {
        var bars = new ArrayList<DailyBar>();
        for (int i = 0; i < days; i++) {
            bars.add(new DailyBar(LocalDate.of(2024, 1, 1).plusDays(i), BigDecimal.valueOf(90 + i),
                    BigDecimal.valueOf(92 + i), BigDecimal.valueOf(90 + i), BigDecimal.valueOf(91 + i),
                    BigDecimal.TEN));
        }
        return BarSeries.of(Universe.SPY, bars);
    }

    private static OptionReplay.Life life(OptionRight right, double strike, int days) {
        return new OptionReplay.Life(7, right, strike, START, START + days);
    }

    @Test
    void aTouchIsToldWithItsDayAndItsBar() throws IOException {
        // bar 30 is the start; the high of bar 35 is 127
        OptionReplay replay = OptionReplay.of(BARS, life(OptionRight.CALL, 126.5, 10), START + 5);
        assertThat(replay.outcome()).isEqualTo("Touched on day 5 of 10, session 5 of 10: the high of 127 on 2024-02-05 "
                + "reached the strike 126.5.");
        assertThat(replay.doubt()).isEmpty();
        assertThat(replay.first()).isEqualTo(OptionReplay.BEFORE);
        assertThat(replay.touch()).isEqualTo(OptionReplay.BEFORE + 5);
        assertThat(replay.last()).isEqualTo(OptionReplay.BEFORE + 10);
        assertThat(replay.bars().days()).hasSize(OptionReplay.BEFORE + 1 + 10 + OptionReplay.AFTER);
        assertThat(replay.bars().high()[replay.touch()]).isEqualTo(127);
    }

    @Test
    void aMissIsToldWithWhatCameNearest() throws IOException {
        OptionReplay replay = OptionReplay.of(BARS, life(OptionRight.PUT, 100, 10), OptionReplay.NEVER);
        assertThat(replay.touch()).isEqualTo(OptionReplay.NEVER);
        assertThat(replay.outcome()).isEqualTo("Not touched in 10 days, 10 sessions: the low of 121 on 2024-02-01 "
                + "stayed 21 (21.0 %) above the strike 100.");
    }

    @Test
    void barsThatTellAnotherStoryAreDoubted() throws IOException {
        OptionReplay replay = OptionReplay.of(BARS, life(OptionRight.CALL, 126.5, 10), START + 6);
        assertThat(replay.doubt()).contains("prepare them again");
    }

    @Test
    void whatTheBarsDoNotCoverIsNotReplayed() {
        assertThatThrownBy(() -> OptionReplay.of(BARS, life(OptionRight.CALL, 126.5, 50), OptionReplay.NEVER))
                .isInstanceOf(IOException.class).hasMessageContaining("SPY").hasMessageContaining("2024-03-21");
    }

    @Test
    void aWindowEndsWhereTheBarsEnd() throws IOException {
        OptionReplay replay = OptionReplay.of(BARS, life(OptionRight.CALL, 200, 39), OptionReplay.NEVER);
        assertThat(replay.bars().days()).hasSize(OptionReplay.BEFORE + 1 + 39);
    }
}

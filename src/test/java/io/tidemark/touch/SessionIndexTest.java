package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionIndexTest {

    @Test
    void agreesWithTheSeriesOnEveryDayAround() {
        BarSeries bars = MadeBars.series("SPY", MadeBars.share(LocalDate.of(2019, 12, 20), 30, 4));
        var index = SessionIndex.of(bars);
        for (int day = bars.epochDay(0) - 5; day < bars.epochDay(29) + 5; day++) {
            var date = LocalDate.ofEpochDay(day);
            assertThat(index.at(day)).as("%s", date).isEqualTo(bars.indexOf(date));
            assertThat(index.atOrBefore(day)).as("%s", date).isEqualTo(bars.indexAtOrBefore(date));
        }
    }

    @Test
    void seriesWithoutBarsHasNone() {
        var index = SessionIndex.of(MadeBars.series("SPY", List.of()));
        assertThat(index.at(0)).isEqualTo(-1);
        assertThat(index.atOrBefore(20_000)).isEqualTo(-1);
    }
}

package io.tidemark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// The same series through ta4j.
class IndicatorOracleTest {
    private static final double[] CLOSES = Walk.seeded(2024, 1500);
    /// ta4j smooths from the first change on instead of averaging the first 14; 13/14 to the 500th power is 1e-16.
    private static final int SEED_FORGOTTEN = 514;

    private ClosePriceIndicator close;

    @BeforeEach
    void fillSeries() {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        Instant end = Instant.parse("2015-01-02T21:00:00Z");
        for (int i = 0; i < CLOSES.length; i++) {
            double price = CLOSES[i];
            series.barBuilder().timePeriod(Duration.ofDays(1)).endTime(end.plus(Duration.ofDays(i))).openPrice(price)
                    .highPrice(price).lowPrice(price).closePrice(price).volume(0).add();
        }
        close = new ClosePriceIndicator(series);
    }

    @Test
    void movingAveragesAreTheOracles() {
        agree(new MovingAverage(20), new SMAIndicator(close, 20), 1, 0, 19);
        agree(new MovingAverage(50), new SMAIndicator(close, 50), 1, 0, 49);
    }

    @Test
    void returnsAreTheOracles() {
        agree(new SimpleReturn(20), new ROCIndicator(close, 20), 0.01, 0, 20);
    }

    @Test
    void relativeStrengthIsTheOraclesOnceItsSeedIsForgotten() {
        agree(new RelativeStrength(14), new RSIIndicator(close, 14), 1, 0, SEED_FORGOTTEN);
    }

    @Test
    void distanceToTheAverageIsTheOracles() {
        var average = new SMAIndicator(close, 50);
        double[] ours = new DistanceToAverage(50).of(CLOSES);
        for (int i = 49; i < CLOSES.length; i++) {
            double theirs = CLOSES[i] / average.getValue(i).doubleValue() - 1;
            assertThat(ours[i]).isCloseTo(theirs, within(1e-12));
        }
    }

    private static void agree(Indicator ours, CachedIndicator<Num> theirs, double factor, double offset, int from) {
        double[] values = ours.of(CLOSES);
        for (int i = from; i < CLOSES.length; i++) {
            double expected = theirs.getValue(i).doubleValue() * factor + offset;
            assertThat(values[i]).as("%s at %s", ours, i).isCloseTo(expected, within(1e-9));
        }
    }
}

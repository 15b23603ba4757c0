package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TouchLabellerTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 3, 25);
    /// Monday to Thursday, then Monday: Friday 29 March 2024 was Good Friday.
    private static final BarSeries WEEK = BarSeries.of(Symbol.of("SPY"),
            List.of(bar("2024-03-25", "110", "90"), bar("2024-03-26", "102", "98"), bar("2024-03-27", "103", "97"),
                    bar("2024-03-28", "104", "99"), bar("2024-04-01", "105", "95.5")));
    private static final int START = 0;

    private final TouchLabeller labeller = TouchLabeller.of(WEEK);

    private static DailyBar bar(String date, String high, String low) {
        return DailyBar.of(LocalDate.parse(date), "100", high, low, "100", "1000");
    }

    private boolean touched(OptionRight right, double strike, String expiration) {
        return labeller.touched(right, strike, START, last(expiration));
    }

    private int last(String expiration) {
        return labeller.lastSession(Math.toIntExact(LocalDate.parse(expiration).toEpochDay()));
    }

    @Test
    void touchExactlyAtStrikeCounts() {
        assertThat(touched(OptionRight.CALL, 104, "2024-03-28")).isTrue();
        assertThat(touched(OptionRight.CALL, 104.01, "2024-03-28")).isFalse();
        assertThat(touched(OptionRight.PUT, 97, "2024-03-28")).isTrue();
        assertThat(touched(OptionRight.PUT, 96.99, "2024-03-28")).isFalse();
    }

    @Test
    void startDaysOwnRangeDoesNotCount() {
        assertThat(touched(OptionRight.CALL, 110, "2024-04-01")).isFalse();
        assertThat(touched(OptionRight.PUT, 90, "2024-04-01")).isFalse();
    }

    @Test
    void expirationDayCountsAndTheDayAfterDoesNot() {
        assertThat(touched(OptionRight.CALL, 105, "2024-04-01")).isTrue();
        assertThat(touched(OptionRight.CALL, 105, "2024-03-31")).isFalse();
        assertThat(touched(OptionRight.PUT, 95.5, "2024-04-01")).isTrue();
        assertThat(touched(OptionRight.PUT, 95.5, "2024-03-31")).isFalse();
    }

    @Test
    void expirationOnAClosedDayEndsWithTheSessionBefore() {
        assertThat(last("2024-03-29")).as("Good Friday").isEqualTo(3);
        assertThat(last("2024-03-31")).as("Sunday").isEqualTo(3);
        assertThat(touched(OptionRight.CALL, 104, "2024-03-29")).isTrue();
    }

    @Test
    void optionThatExpiresBeforeTheNextSessionIsNeverTouched() {
        assertThat(touched(OptionRight.CALL, 1, MONDAY.toString())).isFalse();
        assertThat(labeller.firstTouch(OptionRight.CALL, 1, START, START)).isEqualTo(TouchLabeller.NEVER);
    }

    @Test
    void firstTouchIsTheEarliestOfSeveral() {
        assertThat(labeller.firstTouch(OptionRight.CALL, 103, START, 4)).isEqualTo(2);
        assertThat(labeller.firstTouch(OptionRight.PUT, 97, START, 4)).isEqualTo(2);
        assertThat(labeller.firstTouch(OptionRight.PUT, 95, START, 4)).isEqualTo(TouchLabeller.NEVER);
    }

    @Test
    void agreesWithAPlainLoopOnAnyOption() {
        BarSeries bars = MadeBars.series("AMD", MadeBars.share(LocalDate.of(2015, 1, 2), 777, 5));
        var all = TouchLabeller.of(bars);
        var random = new SplittableRandom(11);
        int touches = 0;
        for (int i = 0; i < 50_000; i++) {
            var right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
            int start = random.nextInt(bars.size() - 1);
            int day = random.nextInt(bars.epochDay(start), bars.epochDay(bars.size() - 1) + 1);
            // One strike in two is a high or low of the walk, so that equality is met often.
            int at = random.nextInt(bars.size());
            double strike = random.nextBoolean()
                    ? right == OptionRight.CALL ? bars.high(at) : bars.low(at)
                    : bars.close(start) * random.nextDouble(0.8, 1.2);
            int expected = plainLoop(bars, right, strike, start, day);
            int last = all.lastSession(day);

            assertThat(all.firstTouch(right, strike, start, last)).isEqualTo(expected);
            assertThat(all.touched(right, strike, start, last)).isEqualTo(expected >= 0);
            touches += expected >= 0 ? 1 : 0;
        }
        assertThat(touches).as("both outcomes are met").isBetween(5_000, 45_000);
    }

    private static int plainLoop(BarSeries bars, OptionRight right, double strike, int start, int expirationDay) {
        for (int i = start + 1; i < bars.size() && bars.epochDay(i) <= expirationDay; i++) {
            if (right == OptionRight.CALL ? bars.high(i) >= strike : bars.low(i) <= strike) {
                return i;
            }
        }
        return -1;
    }
}

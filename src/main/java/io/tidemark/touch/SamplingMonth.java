package io.tidemark.touch;

import io.tidemark.market.Symbol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/// The draws of one calendar month, from a random stream keyed by seed, symbol and month.
///
/// A month is drawn in rounds. Each round offers every weekday of the month once, in a new order: so each month, and
/// each day in it, gets its share. What is drawn never depends on bars, so bars that come later change nothing.
final class SamplingMonth {
    private final KeyedRandom random;
    private final int[] weekdays;

    /// The stream of a month before its first round.
    SamplingMonth(long seed, Symbol symbol, YearMonth month) {
        random = KeyedRandom.of(seed, symbol.value(), month.getYear() * 12 + month.getMonthValue());
        weekdays = weekdays(month);
    }

    private static int[] weekdays(YearMonth month) {
        var days = new int[month.lengthOfMonth()];
        int count = 0;
        for (int i = 1; i <= days.length; i++) {
            LocalDate day = month.atDay(i);
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                days[count++] = Math.toIntExact(day.toEpochDay());
            }
        }
        return Arrays.copyOf(days, count);
    }

    /// Starts the next round.
    ///
    /// @return where in its step the round begins, in `[0, 1)`: it leaves to chance whether a cut within the round
    ///        rounds a month's share up or down
    double nextRound() {
        for (int i = weekdays.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int day = weekdays[i];
            weekdays[i] = weekdays[j];
            weekdays[j] = day;
        }
        return random.nextDouble();
    }

    /// Number of weekdays, and so of draws in a round.
    int size() {
        return weekdays.length;
    }

    /// The `i`-th day of this round, as days since 1970-01-01.
    int day(int i) {
        return weekdays[i];
    }

    /// The month's stream, for the draws of each day in order.
    KeyedRandom random() {
        return random;
    }
}

package io.tidemark.ui.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a row of trading days gets its marks: the first session of each year, quarter, month or week.
final class DayTicks {
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /// Distances of marks, narrow first, with how many sessions lie between two on average.
    private enum Step {
        DAY(1), WEEK(5), MONTH(21), QUARTER(63), YEAR(252), TWO_YEARS(504), FIVE_YEARS(1260);

        private final int sessions;

        Step(int sessions) {
            this.sessions = sessions;
        }

        /// Whether `now` is the first session of a new stretch.
        boolean begins(LocalDate before, LocalDate now) {
            return switch (this) {
                case DAY -> true;
                case WEEK ->
                    before.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) != now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                case MONTH -> before.getMonth() != now.getMonth();
                case QUARTER -> before.get(IsoFields.QUARTER_OF_YEAR) != now.get(IsoFields.QUARTER_OF_YEAR);
                case YEAR -> before.getYear() != now.getYear();
                case TWO_YEARS -> before.getYear() != now.getYear() && now.getYear() % 2 == 0;
                case FIVE_YEARS -> before.getYear() != now.getYear() && now.getYear() % 5 == 0;
            };
        }
    }

    private final DayWindow days;

    DayTicks(DayWindow days) {
        this.days = days;
    }

    /// The indices of the marks among the days seen.
    ///
    /// @param most how many marks have room
    List<Integer> marks(int most) {
        var marks = new ArrayList<Integer>();
        if (days.size() == 0) {
            return marks;
        }
        Step step = step(most);
        for (int i = Math.max(1, days.firstSeen()); i <= days.lastSeen(); i++) {
            if (step.begins(days.day(i - 1), days.day(i))) {
                marks.add(i);
            }
        }
        return marks;
    }

    private Step step(int most) {
        double seen = days.lastSeen() - days.firstSeen() + 1.0;
        for (Step each : Step.values()) {
            if (seen / each.sessions <= most) {
                return each;
            }
        }
        return Step.FIVE_YEARS;
    }

    /// What stands at the mark of day `i`: the year at its beginning, else the month, else the day.
    String label(int i) {
        LocalDate day = days.day(i);
        LocalDate before = i == 0 ? day : days.day(i - 1);
        if (before.getYear() != day.getYear()) {
            return YEAR.format(day);
        }
        return before.getMonth() == day.getMonth() ? DAY.format(day) : MONTH.format(day);
    }
}

package io.tidemark.gateway.tws;

import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.market.DailyBar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Daily bars out of a reply of TWS.
sealed interface BarReading {

    /// Bars, ascending by date.
    record Good(List<DailyBar> bars) implements BarReading {}

    /// A reply that contradicts itself.
    record Bad(String problem) implements BarReading {}

    /// Reads the rows of a reply, in whatever order they came. Prices and volume keep their digits; whether they make
    /// sense is for others to judge.
    static BarReading of(List<HistoricalBar> rows) {
        var bars = new ArrayList<DailyBar>(rows.size());
        for (HistoricalBar row : rows) {
            try {
                bars.add(new DailyBar(date(row.date()), row.open(), row.high(), row.low(), row.close(),
                        row.volume()));
            } catch (DateTimeException | NumberFormatException e) {
                return new Bad("a bar has the date '" + row.date() + "', which is no day");
            }
        }
        bars.sort(Comparator.comparing(DailyBar::date));
        for (int i = 1; i < bars.size(); i++) {
            if (bars.get(i).date().equals(bars.get(i - 1).date())) {
                return new Bad("two bars have the date " + bars.get(i).date());
            }
        }
        return new Good(List.copyOf(bars));
    }

    /// `yyyyMMdd` is the session date of the exchange; it is never shifted to another zone.
    private static LocalDate date(String text) {
        if (text.length() != 8) {
            throw new DateTimeException("not a date: " + text);
        }
        return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 4, 6, 10),
                Integer.parseInt(text, 6, 8, 10));
    }
}

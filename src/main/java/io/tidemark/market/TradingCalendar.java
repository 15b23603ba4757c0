package io.tidemark.market;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// On which dates an exchange trades: weekdays less its holidays and its special closures.
///
/// Dates are the exchange's own session dates; half days are sessions like any other. Immutable. The years covered are
/// [TradingCalendar#firstDate()] to [TradingCalendar#lastDate()]; asking about a date outside them is an error, never a
/// silent guess.
public final class TradingCalendar {
    private final String name;
    private final LocalDate first;
    private final LocalDate last;
    private final BitSet sessions;
    private final Closures closures;

    TradingCalendar(String name, Closures closures) {
        this.name = name;
        this.closures = closures;
        this.first = LocalDate.of(closures.firstYear(), 1, 1);
        this.last = LocalDate.of(closures.lastYear(), 12, 31);
        this.sessions = openDays();
    }

    /// The calendar of the New York Stock Exchange, whose sessions NASDAQ and ARCA share: 1953, the first year without
    /// Saturday sessions, to 2099.
    public static TradingCalendar nyse() {
        return Nyse.CALENDAR;
    }

    /// Loads the table of closures when the calendar is first asked for.
    private static final class Nyse {
        static final TradingCalendar CALENDAR = new TradingCalendar("NYSE", Closures.ofNyse());
    }

    private BitSet openDays() {
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
        int monday = 7 - (first.getDayOfWeek().getValue() - 1);
        var open = new BitSet(days);
        open.set(0, days);
        for (int i = monday - 7; i < days; i += 7) {
            open.clear(Math.clamp(i + 5, 0, days), Math.clamp(i + 7, 0, days));
        }
        for (LocalDate closed : closures.dates()) {
            open.clear(index(closed));
        }
        return open;
    }

    /// First date the calendar knows about.
    public LocalDate firstDate() {
        return first;
    }

    /// Last date the calendar knows about.
    public LocalDate lastDate() {
        return last;
    }

    /// Whether the exchange trades on `date`.
    ///
    /// @throws IllegalArgumentException when the date lies outside the years covered
    public boolean isSession(LocalDate date) {
        return sessions.get(index(date));
    }

    /// The last session before `date`.
    ///
    /// @throws IllegalArgumentException when that lies outside the years covered
    public LocalDate previousSession(LocalDate date) {
        return lastSessionAtOrBefore(date.minusDays(1));
    }

    /// The first session after `date`.
    ///
    /// @throws IllegalArgumentException when that lies outside the years covered
    public LocalDate nextSession(LocalDate date) {
        var from = date.plusDays(1);
        return dateAt(sessions.nextSetBit(index(from)), from);
    }

    /// `date` when it is a session, else the last session before it.
    ///
    /// @throws IllegalArgumentException when that lies outside the years covered
    public LocalDate lastSessionAtOrBefore(LocalDate date) {
        return dateAt(sessions.previousSetBit(index(date)), date);
    }

    /// The sessions from `from` to `to`, both included, ascending; empty when `to` is earlier than `from`.
    ///
    /// @throws IllegalArgumentException when one of them lies outside the years covered
    public List<LocalDate> sessions(LocalDate from, LocalDate to) {
        return sessionIndices(from, to).mapToObj(i -> first.plusDays(i)).toList();
    }

    /// How many sessions [TradingCalendar#sessions(LocalDate, LocalDate)] lists.
    public int countSessions(LocalDate from, LocalDate to) {
        return Math.toIntExact(sessionIndices(from, to).count());
    }

    private IntStream sessionIndices(LocalDate from, LocalDate to) {
        int start = index(from);
        int end = index(to) + 1;
        return end <= start ? IntStream.empty() : sessions.get(start, end).stream().map(i -> i + start);
    }

    /// Why the exchange stayed closed on `date`, for the closures that no rule foretells (mourning, storms, attacks).
    public Optional<String> specialClosure(LocalDate date) {
        return closures.reason(date);
    }

    @Override
    public String toString() {
        return name + " calendar " + first.getYear() + "-" + last.getYear();
    }

    private int index(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw outside(date);
        }
        return Math.toIntExact(date.toEpochDay() - first.toEpochDay());
    }

    private LocalDate dateAt(int index, LocalDate asked) {
        if (index < 0) {
            throw outside(asked);
        }
        return first.plusDays(index);
    }

    private IllegalArgumentException outside(LocalDate date) {
        return new IllegalArgumentException("The " + this + " knows no sessions around " + date);
    }
}

package io.tidemark.history;

import io.tidemark.history.QualityFinding.Kind;
import io.tidemark.market.BarSeries;
import io.tidemark.market.SecurityType;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is odd about the stored bars of one symbol, compared with the exchange's calendar and with themselves.
///
/// Nothing in it keeps bars from being used; a person decides. Its components are its JSON form.
///
/// @param symbol whose bars
/// @param firstDate date of the first bar
/// @param lastDate date of the last bar
/// @param rows number of bars
/// @param sessions number of the exchange's sessions from the first to the last date
/// @param findings one entry a kind of oddity, in the order of [QualityFinding.Kind]; empty when all is well
public record QualityReport(String symbol, LocalDate firstDate, LocalDate lastDate, int rows, int sessions,
        List<QualityFinding> findings) {
    /// Move of the close, as a fraction of the one before, above which it is a jump.
    public static final double JUMP = 0.25;
    private static final double WILD = 2;

    /// Keeps a copy.
    public QualityReport {
        findings = List.copyOf(findings);
    }

    /// The report about a series.
    ///
    /// @throws IllegalArgumentException when the series is empty, or reaches beyond the years of the calendar
    public static QualityReport of(BarSeries series, TradingCalendar calendar) {
        if (series.size() == 0) {
            throw new IllegalArgumentException(series.symbol() + ": no bars to report on");
        }
        LocalDate first = series.date(0);
        LocalDate last = series.date(series.size() - 1);
        var search = new Search(series, calendar);
        search.run();
        return new QualityReport(series.symbol().value(), first, last, series.size(),
                calendar.countSessions(first, last), search.findings());
    }

    /// The finding of a kind, if there is one.
    public Optional<QualityFinding> finding(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    /// How many dates a kind of oddity has.
    public int count(Kind kind) {
        return finding(kind).map(finding -> finding.dates().size()).orElse(0);
    }

    /// The report in lines for a person: how many bars there are, then a line a finding.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(symbol + ": " + rows + " bars for " + sessions + " sessions, " + firstDate + " to " + lastDate);
        findings.forEach(finding -> lines.add(finding.sentence()));
        return lines;
    }

    /// Collects the dates of each kind with a note to some.
    private static final class Search {
        private static final int SHOWN = 5;

        private final BarSeries series;
        private final TradingCalendar calendar;
        private final boolean index;
        private final Map<Kind, List<LocalDate>> dates = new EnumMap<>(Kind.class);
        private final Map<Kind, List<String>> notes = new EnumMap<>(Kind.class);

        Search(BarSeries series, TradingCalendar calendar) {
            this.series = series;
            this.calendar = calendar;
            this.index = Universe.instrument(series.symbol()).type() == SecurityType.INDEX;
        }

        void run() {
            for (LocalDate session : calendar.sessions(series.date(0), series.date(series.size() - 1))) {
                if (series.indexOf(session) < 0) {
                    add(Kind.MISSING_SESSION, session, "");
                }
            }
            for (int i = 0; i < series.size(); i++) {
                lookAtDate(series.date(i));
                lookAtPrices(i);
                if (i > 0) {
                    lookForJump(i);
                }
            }
        }

        private void lookAtDate(LocalDate date) {
            if (!calendar.isSession(date)) {
                add(Kind.CLOSED_DAY, date, calendar.specialClosure(date).orElse(""));
            }
        }

        private void lookAtPrices(int i) {
            double open = series.open(i);
            double close = series.close(i);
            double high = series.high(i);
            double low = series.low(i);
            if (high == low && index) {
                add(Kind.CLOSE_ONLY, series.date(i), "");
            } else if (high == low && series.volume(i) <= 0) {
                add(Kind.PLACEHOLDER, series.date(i), "");
            }
            if (high > WILD * Math.max(open, close) || low * WILD < Math.min(open, close)) {
                add(Kind.WILD_RANGE, series.date(i), low + " to " + high);
            }
            if (open < low || open > high) {
                add(Kind.OPEN_OUTSIDE, series.date(i), "");
            }
        }

        private void lookForJump(int i) {
            double move = series.close(i) / series.close(i - 1) - 1;
            if (Math.abs(move) > JUMP) {
                add(Kind.JUMP, series.date(i), String.format(Locale.ROOT, "%+.1f %%", 100 * move));
            }
        }

        private void add(Kind kind, LocalDate date, String note) {
            dates.computeIfAbsent(kind, key -> new ArrayList<>()).add(date);
            notes.computeIfAbsent(kind, key -> new ArrayList<>())
                    .add(note.isEmpty() ? date.toString() : date + " (" + note + ")");
        }

        List<QualityFinding> findings() {
            List<QualityFinding> findings = new ArrayList<>();
            dates.forEach((kind, found) -> findings.add(new QualityFinding(kind, found, sentence(kind))));
            return findings;
        }

        private String sentence(Kind kind) {
            List<String> all = notes.getOrDefault(kind, List.of());
            int more = all.size() - SHOWN;
            return kind.words(all.size()) + ": " + String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))
                    + (more > 0 ? " and " + more + " more" : "");
        }
    }
}

package io.tidemark.gateway.demo;

import io.tidemark.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far back a request for daily bars reaches: `10 Y`, `1 M`, `5 D`.
///
/// @param count how many units
/// @param unit `S`, `D`, `W`, `M` or `Y`
record HistorySpan(int count, char unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ([SDWMY])");
    private static final int DAY_SECONDS = 86_400;
    private static final int MOST_YEARS = 68;

    /// Why a duration is refused; empty when it is fine.
    static Optional<Refusal> check(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.of(Refusal.invalid("Historical data request duration '" + text
                    + "' is invalid. Duration format must be integer{SPACE}unit (S|D|W|M|Y)"));
        }
        var span = parse(text);
        return switch (span.unit) {
            case 'D' -> span.tooLong(365, "365 days");
            case 'W' -> span.tooLong(52, "52 weeks");
            case 'M' -> span.tooLong(12, "12 months");
            case 'Y' -> span.count > MOST_YEARS ? Optional.of(Refusal.history("Time length exceed max.")) : none();
            default -> none();
        };
    }

    private static Optional<Refusal> none() {
        return Optional.empty();
    }

    private Optional<Refusal> tooLong(int most, String words) {
        return count > most
                ? Optional.of(Refusal.invalid(
                        "Historical data requests for durations longer than " + words + " must be made in years"))
                : none();
    }

    /// A duration that passed [#check(String)].
    static HistorySpan parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration");
        }
        return new HistorySpan(Integer.parseInt(matcher.group(1)), matcher.group(2).charAt(0));
    }

    /// The first date of the span that ends with the session `last`: years, months and weeks go by the calendar, days
    /// count sessions.
    LocalDate firstDate(LocalDate last, TradingCalendar calendar) {
        return switch (unit) {
            case 'Y' -> last.minusYears(count).plusDays(1);
            case 'M' -> last.minusMonths(count).plusDays(1);
            case 'W' -> last.minusWeeks(count).plusDays(1);
            case 'D' -> sessionsBack(last, count, calendar);
            default -> sessionsBack(last, Math.ceilDiv(count, DAY_SECONDS), calendar);
        };
    }

    private static LocalDate sessionsBack(LocalDate last, int sessions, TradingCalendar calendar) {
        var first = last;
        for (int i = 1; i < Math.min(sessions, 365 * 2); i++) {
            first = calendar.previousSession(first);
        }
        return first;
    }
}

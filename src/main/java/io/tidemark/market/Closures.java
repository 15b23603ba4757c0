package io.tidemark.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The weekdays on which an exchange does not trade, read from two text resources beside this class.
///
/// `nyse-holidays.txt` has one line a year, `2024 01-01 01-15 ...`: the answers of a well-kept holiday library, written
/// down by a test that also compares them on every build, because asking that library itself costs more than 130 ms of
/// each start. `nyse-special-closures.txt` has one line a date, `2012-10-29 reason`: what no rule foretells.
///
/// Every start reads them, so dates are cut out of the lines by position: `LocalDate.parse` and streams take 80 ms here
/// on a cold start, this takes a tenth of it.
final class Closures {
    private static final int MONTH_DAY = "01-15".length();
    private static final int DATE = "2024-01-15".length();

    private final List<LocalDate> dates = new ArrayList<>();
    private final Map<LocalDate, String> reasons = new HashMap<>();
    private int firstYear = Integer.MAX_VALUE;
    private int lastYear = Integer.MIN_VALUE;

    private Closures() {
    }

    static Closures ofNyse() {
        var closures = new Closures();
        for (String line : lines("nyse-holidays.txt")) {
            closures.addYear(line);
        }
        for (String line : lines("nyse-special-closures.txt")) {
            closures.addSpecial(line);
        }
        return closures;
    }

    private void addYear(String line) {
        int year = number(line, 0, 4);
        firstYear = Math.min(firstYear, year);
        lastYear = Math.max(lastYear, year);
        for (int at = 5; at < line.length(); at += MONTH_DAY + 1) {
            dates.add(LocalDate.of(year, number(line, at, 2), number(line, at + 3, 2)));
        }
    }

    private void addSpecial(String line) {
        var date = LocalDate.of(number(line, 0, 4), number(line, 5, 2), number(line, 8, 2));
        dates.add(date);
        reasons.put(date, line.substring(DATE + 1));
    }

    private static int number(String line, int at, int digits) {
        return Integer.parseInt(line, at, at + digits, 10);
    }

    int firstYear() {
        return firstYear;
    }

    int lastYear() {
        return lastYear;
    }

    /// Every closed weekday, in no order; a date may come twice.
    List<LocalDate> dates() {
        return dates;
    }

    Optional<String> reason(LocalDate date) {
        return Optional.ofNullable(reasons.get(date));
    }

    /// The lines of a resource less blank ones and those that start with `#`.
    private static List<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(stream(resource), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return lines;
    }

    private static InputStream stream(String resource) {
        return Objects.requireNonNull(Closures.class.getResourceAsStream(resource), resource);
    }
}

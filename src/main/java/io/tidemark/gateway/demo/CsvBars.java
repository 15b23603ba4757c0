package io.tidemark.gateway.demo;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.market.DailyBar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Reads one file of daily bars: `date,open,high,low,close,volume`, ISO dates ascending.
final class CsvBars {
    private CsvBars() {
    }

    /// The file's bars.
    ///
    /// @throws IOException when it cannot be read, is empty, or has a line that is no bar; the message names the line
    static List<DailyBar> read(Path file) throws IOException {
        var bars = new ArrayList<DailyBar>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                var bar = bar(file, line);
                if (!bars.isEmpty() && !bar.date().isAfter(bars.getLast().date())) {
                    throw at(file, line, "date " + bar.date() + " is not after the line before", null);
                }
                bars.add(bar);
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (bars.isEmpty()) {
            throw new IOException(file + " holds no bars: expected a header date,open,high,low,close,volume and lines");
        }
        return List.copyOf(bars);
    }

    private static DailyBar bar(Path file, NamedCsvRecord line) throws IOException {
        try {
            return new DailyBar(date(file, line), decimal(file, line, "open"), decimal(file, line, "high"),
                    decimal(file, line, "low"), decimal(file, line, "close"), decimal(file, line, "volume"));
        } catch (NoSuchElementException e) {
            throw at(file, line, "expected the fields date,open,high,low,close,volume", e);
        }
    }

    private static LocalDate date(Path file, NamedCsvRecord line) throws IOException {
        var text = line.getField("date");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw at(file, line, "'" + text + "' is no date like 2024-12-31", e);
        }
    }

    private static BigDecimal decimal(Path file, NamedCsvRecord line, String column) throws IOException {
        var text = line.getField(column);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw at(file, line, "'" + text + "' is no number for " + column, e);
        }
    }

    private static IOException at(Path file, NamedCsvRecord line, String what, @Nullable Exception cause) {
        return new IOException(file + ", line " + line.getStartingLineNumber() + ": " + what, cause);
    }
}

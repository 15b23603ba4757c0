package io.tidemark.regime;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.TradingCalendar;
import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The marks of a workspace as `regime_label_overrides.csv`, which a person may write by hand as well.
///
/// Columns `first,last,regime,note,made`: ISO dates, the name of a [Regime] or nothing for a flag, one line of text,
/// an ISO instant in UTC. Lines are in the order the marks were made. Written whole or not at all.
public final class RegimeMarksCsv {
    /// The name of the file in the folder of historical data.
    public static final String FILE_NAME = "regime_label_overrides.csv";

    private static final List<String> COLUMNS = List.of("first", "last", "regime", "note", "made");

    private final Path file;

    private RegimeMarksCsv(Path file) {
        this.file = file;
    }

    /// The file in a folder of historical data; it need not exist.
    public static RegimeMarksCsv in(Path historicalFolder) {
        return new RegimeMarksCsv(historicalFolder.resolve(FILE_NAME));
    }

    /// Where the marks lie.
    public Path file() {
        return file;
    }

    /// Reads the marks; none when there is no file.
    ///
    /// @throws IOException when a line cannot be understood; the message names file, line and what is expected
    public RegimeMarks read() throws IOException {
        var marks = new ArrayList<RegimeMark>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text())) {
            boolean header = true;
            for (CsvRecord row : csv) {
                if (header && !row.getFields().equals(COLUMNS)) {
                    throw problem(row, "the header is not " + String.join(",", COLUMNS), null);
                } else if (!header) {
                    marks.add(mark(row));
                }
                header = false;
            }
        } catch (NoSuchFileException e) {
            return RegimeMarks.none();
        } catch (CsvParseException e) {
            throw new IOException(file + " is not readable as CSV: " + e.getMessage(), e);
        }
        return new RegimeMarks(marks);
    }

    /// Replaces the file.
    ///
    /// @throws IOException when it cannot be written; the old one is then untouched
    public void write(RegimeMarks marks) throws IOException {
        AtomicFile.write(file, out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            csv.writeRecord(COLUMNS);
            for (RegimeMark mark : marks.inOrder()) {
                Regime regime = mark.regime();
                csv.writeRecord(mark.first().toString(), mark.last().toString(), regime == null ? "" : regime.name(),
                        mark.note(), mark.made().toString());
            }
            csv.flush();
        });
    }

    private String text() throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private RegimeMark mark(CsvRecord row) throws IOException {
        if (row.getFieldCount() != COLUMNS.size()) {
            throw problem(row, "has " + row.getFieldCount() + " fields instead of " + COLUMNS.size(), null);
        }
        LocalDate first = date(row, 0);
        LocalDate last = date(row, 1);
        try {
            return new RegimeMark(first, last, regime(row), row.getField(3), Instant.parse(row.getField(4).strip()));
        } catch (DateTimeException e) {
            throw problem(row, "'" + row.getField(4) + "' is not an instant like 2025-01-31T15:00:00Z", e);
        } catch (IllegalArgumentException e) {
            throw problem(row, e.getMessage(), e);
        }
    }

    private LocalDate date(CsvRecord row, int column) throws IOException {
        TradingCalendar calendar = TradingCalendar.nyse();
        try {
            var date = LocalDate.parse(row.getField(column).strip());
            if (date.isBefore(calendar.firstDate()) || date.isAfter(calendar.lastDate())) {
                throw problem(row, date + " is not a date of the " + calendar, null);
            }
            return date;
        } catch (DateTimeException e) {
            throw problem(row, "'" + row.getField(column) + "' is not a date like 2025-01-31", e);
        }
    }

    private @Nullable Regime regime(CsvRecord row) throws IOException {
        String name = row.getField(2).strip();
        for (Regime regime : Regime.values()) {
            if (regime.name().equalsIgnoreCase(name)) {
                return regime;
            }
        }
        if (name.isEmpty()) {
            return null;
        }
        throw problem(row, "'" + name + "' is no regime; expected " + Arrays.stream(Regime.values()).map(Regime::name)
                .collect(Collectors.joining(", ")) + ", or nothing for a flag", null);
    }

    private IOException problem(CsvRecord row, @Nullable String what, @Nullable Throwable cause) {
        return new IOException(file + ", line " + row.getStartingLineNumber() + ": " + what
                + ". Correct the line, or delete it.", cause);
    }
}

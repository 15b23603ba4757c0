package io.tidemark.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.DailyBar;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The CSV form of bars: `date,open,high,low,close,volume`, ISO dates, plain exact decimals, line feeds, UTF-8.
///
/// Reading is more tolerant than writing: the columns are found by their names in the first line, in any order and
/// case, others are skipped, and a file without volume has volume 0. Every error names the file and the line.
final class BarCsv {
    /// Names of the columns, in the order written.
    static final List<String> COLUMNS = List.of("date", "open", "high", "low", "close", "volume");
    private static final int ABSENT = -1;

    private final Path file;
    private final int[] places = new int[COLUMNS.size()];
    private int fields;

    private BarCsv(Path file) {
        this.file = file;
    }

    /// Takes the bars of a file one by one.
    @FunctionalInterface
    interface Sink {
        /// Takes the bar of a line.
        ///
        /// @param line line number from 1
        void bar(int line, DailyBar bar) throws BarFileException;
    }

    static byte[] bytes(List<DailyBar> bars) {
        var text = new StringWriter(bars.size() * 64);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (DailyBar bar : bars) {
                csv.writeRecord(bar.date().toString(), bar.open().toPlainString(), bar.high().toPlainString(),
                        bar.low().toPlainString(), bar.close().toPlainString(), bar.volume().toPlainString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The bars of a file in the order of its lines.
    ///
    /// @param file names the file in errors
    static List<DailyBar> parse(Path file, byte[] bytes) throws BarFileException {
        List<DailyBar> bars = new ArrayList<>();
        parse(file, bytes, (line, bar) -> bars.add(bar));
        return bars;
    }

    /// Hands over the bars of a file in the order of its lines.
    static void parse(Path file, byte[] bytes, Sink sink) throws BarFileException {
        var form = new BarCsv(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            boolean header = true;
            for (CsvRecord row : csv) {
                if (header) {
                    form.readHeader(row);
                    header = false;
                } else {
                    sink.bar(line(row), form.bar(row));
                }
            }
            if (header) {
                throw new BarFileException(file, "is empty; expected the header " + String.join(",", COLUMNS));
            }
        } catch (CsvParseException e) {
            throw new BarFileException(file, 0, "is not a CSV file: " + e.getMessage(), e);
        } catch (BarFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private void readHeader(CsvRecord row) throws BarFileException {
        List<String> names = row.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < places.length; i++) {
            places[i] = names.indexOf(COLUMNS.get(i));
            if (places[i] == ABSENT && !COLUMNS.get(i).equals("volume")) {
                throw new BarFileException(file, line(row), "the header names no column '" + COLUMNS.get(i)
                        + "'; expected " + String.join(",", COLUMNS), null);
            }
        }
        fields = names.size();
    }

    private DailyBar bar(CsvRecord row) throws BarFileException {
        if (row.getFieldCount() != fields) {
            throw new BarFileException(file, line(row),
                    "has " + row.getFieldCount() + " fields where the header has " + fields, null);
        }
        return new DailyBar(date(row), number(row, 1), number(row, 2), number(row, 3), number(row, 4),
                places[5] == ABSENT ? BigDecimal.ZERO : number(row, 5));
    }

    private LocalDate date(CsvRecord row) throws BarFileException {
        String text = row.getField(places[0]).strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BarFileException(file, line(row), "'" + text + "' is not a date; expected one like 2024-12-31",
                    e);
        }
    }

    private BigDecimal number(CsvRecord row, int column) throws BarFileException {
        String text = row.getField(places[column]).strip();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new BarFileException(file, line(row), "the " + COLUMNS.get(column) + " is '" + text
                    + "', which is not a number; expected one like 660.12", e);
        }
    }

    private static int line(CsvRecord row) {
        return Math.toIntExact(row.getStartingLineNumber());
    }
}

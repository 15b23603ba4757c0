package io.tidemark.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The CSV form of corrections: `symbol,date,fetched_at,field,before,after`.
///
/// @param rows the lines that can be read, in the order of the file
/// @param flaw the first thing that is wrong; empty when all of the file can be read
record RevisionsCsv(List<List<String>> rows, Optional<Flaw> flaw) {
    private static final List<String> COLUMNS = List.of("symbol", "date", "fetched_at", "field", "before", "after");
    private static final List<String> FIELDS = List.of("open", "high", "low", "close", "volume");

    /// Keeps a copy.
    RevisionsCsv {
        rows = List.copyOf(rows);
    }

    /// What is wrong with a file.
    ///
    /// @param line line number from 1, or 0 for the file as a whole
    /// @param problem a sentence without its full stop
    record Flaw(int line, String problem) {}

    static List<String> row(Symbol symbol, Instant fetchedAt, Correction each) {
        return List.of(symbol.value(), each.date().toString(), fetchedAt.toString(), each.field(),
                each.before().map(BigDecimal::toPlainString).orElse(""), each.after().toPlainString());
    }

    static byte[] bytes(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads as much as can be read.
    ///
    /// @param symbol whose corrections they have to be
    static RevisionsCsv parse(byte[] bytes, Symbol symbol) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // half a line may look like a whole one: 0.1 of 0.16
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        var rows = new ArrayList<List<String>>();
        var flaws = new ArrayList<Flaw>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(whole)) {
            for (CsvRecord line : records) {
                int number = Math.toIntExact(line.getStartingLineNumber());
                Optional<String> problem = number == 1 ? header(line.getFields()) : problem(line.getFields(), symbol);
                problem.ifPresent(each -> flaws.add(new Flaw(number, each)));
                if (number > 1 && problem.isEmpty()) {
                    rows.add(line.getFields());
                }
            }
        } catch (CsvParseException e) {
            flaws.add(new Flaw(0, "is not a CSV file: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        int last = Math.toIntExact(text.lines().count());
        if (!text.endsWith("\n")) {
            flaws.add(new Flaw(last, "the file ends in the middle of this line"));
        }
        return new RevisionsCsv(rows, flaws.stream().findFirst());
    }

    private static Optional<String> header(List<String> fields) {
        return fields.equals(COLUMNS)
                ? Optional.empty()
                : Optional.of("the header is not " + String.join(",", COLUMNS));
    }

    private static Optional<String> problem(List<String> row, Symbol symbol) {
        if (row.size() != COLUMNS.size() || !row.getFirst().equals(symbol.value()) || !FIELDS.contains(row.get(3))) {
            return Optional.of("'" + String.join(",", row) + "' is no correction of " + symbol);
        }
        try {
            LocalDate.parse(row.get(1));
            Instant.parse(row.get(2));
            row.subList(row.get(4).isEmpty() ? 5 : 4, 6).forEach(BigDecimal::new);
            return Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.of("'" + String.join(",", row) + "' is no correction: a date or a number cannot be read");
        }
    }
}

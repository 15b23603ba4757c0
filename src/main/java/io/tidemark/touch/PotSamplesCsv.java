package io.tidemark.touch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// [PotSamples] as a CSV file.
final class PotSamplesCsv {
    static final List<String> COLUMNS = List.of("symbol", "date", "expiration", "right", "strike", "touched",
            "first_touch", "baseline_probability");
    /// A millionth: the baseline has six decimals.
    static final double MICRO = 1e6;
    /// `T,2015-01-02,2015-01-07,C,9,0,,0` and its line feed.
    private static final int SHORTEST_LINE = 33;

    private PotSamplesCsv() {
    }

    static void write(Path file, PotSamples samples) throws IOException {
        AtomicFile.write(file, out -> {
            var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            writer.writeRecord(COLUMNS);
            writeRows(writer, samples);
            writer.flush();
        });
    }

    private static void writeRows(CsvWriter writer, PotSamples samples) {
        Map<LocalDate, String> dates = HashMap.newHashMap(4096);
        var record = new String[COLUMNS.size()];
        for (int i = 0; i < samples.rows(); i++) {
            record[0] = samples.symbol(i).value();
            record[1] = dates.computeIfAbsent(samples.date(i), LocalDate::toString);
            record[2] = dates.computeIfAbsent(samples.expiration(i), LocalDate::toString);
            record[3] = samples.right(i) == OptionRight.CALL ? "C" : "P";
            record[4] = decimal(samples.strike(i));
            record[5] = samples.touched(i) ? "1" : "0";
            record[6] = samples.firstTouch(i).map(day -> dates.computeIfAbsent(day, LocalDate::toString)).orElse("");
            record[7] = sixDecimals(samples.baselineProbability(i));
            writer.writeRecord(record);
        }
    }

    /// Shortest decimal without an exponent.
    private static String decimal(double price) {
        return price == (long) price ? Long.toString((long) price) : BigDecimal.valueOf(price).toPlainString();
    }

    private static String sixDecimals(double probability) {
        long micros = Math.round(probability * MICRO);
        String digits = Long.toString((long) MICRO + micros);
        return (micros == (long) MICRO ? "1." : "0.") + digits.substring(1);
    }

    static PotSamples read(Path file) throws IOException {
        int capacity = Math.toIntExact(Files.size(file) / SHORTEST_LINE + 1);
        var rows = new PotSamples.Builder(capacity);
        long line = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            var fields = new PotSampleFields(rows);
            for (CsvRecord row : reader) {
                line = row.getStartingLineNumber();
                if (line == 1) {
                    checkHeader(row);
                } else {
                    fields.add(row);
                }
            }
        } catch (CsvParseException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(
                    file + ", line " + line + ": " + e.getMessage() + ". Prepare the training data again.", e);
        }
        return rows.build();
    }

    private static void checkHeader(CsvRecord row) {
        if (!row.getFields().equals(COLUMNS)) {
            throw new IllegalArgumentException("expected the columns " + String.join(",", COLUMNS));
        }
    }
}

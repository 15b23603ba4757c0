package io.tidemark.touch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [PotSamples] as a CSV file.
final class PotSamplesCsv {
    static final List<String> COLUMNS = List.of("symbol", "date", "expiration", "right", "strike", "touched",
            "first_touch", "baseline_probability", "iv_source", "origin");
    /// A millionth: the baseline has six decimals.
    static final double MICRO = 1e6;
    /// `T,2015-01-02,2015-01-07,C,9,0,,0,real,real` and its line feed.
    private static final int SHORTEST_LINE = 43;

    private PotSamplesCsv() {
    }

    static void write(OutputStream out, PotSamples samples) throws IOException {
        var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
        writer.writeRecord(COLUMNS);
        writeRows(writer, samples);
        writer.flush();
    }

    private static void writeRows(CsvWriter writer, PotSamples samples) {
        var days = new DayTexts(samples);
        var record = new String[COLUMNS.size()];
        for (int i = 0; i < samples.rows(); i++) {
            record[0] = samples.symbol(i).value();
            record[1] = days.of(samples.startDay(i));
            record[2] = days.of(samples.expirationDay(i));
            record[3] = samples.right(i) == OptionRight.CALL ? "C" : "P";
            record[4] = decimal(samples.strike(i));
            record[5] = samples.touched(i) ? "1" : "0";
            record[6] = samples.touched(i) ? days.of(samples.firstTouchDay(i)) : "";
            record[7] = sixDecimals(samples.baselineProbability(i));
            record[8] = samples.ivSource(i).text();
            record[9] = samples.origin(i).text();
            writer.writeRecord(record);
        }
    }

    /// ISO texts of the days of a file, each made once: an option has two or three days, a decade but 3,700.
    private static final class DayTexts {
        private final int first;
        private final @Nullable String[] texts;

        DayTexts(PotSamples samples) {
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            for (int i = 0; i < samples.rows(); i++) {
                min = Math.min(min, samples.startDay(i));
                max = Math.max(max, samples.expirationDay(i));
            }
            first = min;
            texts = new @Nullable String[samples.rows() == 0 ? 0 : max - min + 1];
        }

        String of(int day) {
            String known = texts[day - first];
            if (known == null) {
                known = LocalDate.ofEpochDay(day).toString();
                texts[day - first] = known;
            }
            return known;
        }
    }

    /// Shortest decimal without an exponent.
    private static String decimal(double price) {
        if (price == (long) price) {
            return Long.toString((long) price);
        }
        String text = Double.toString(price);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    private static String sixDecimals(double probability) {
        long micros = Math.round(probability * MICRO);
        String digits = Long.toString((long) MICRO + micros);
        return (micros == (long) MICRO ? "1." : "0.") + digits.substring(1);
    }

    static PotSamples read(Path file) throws IOException {
        int capacity = Math.toIntExact(Files.size(file) / SHORTEST_LINE + 1);
        var builder = new PotSamples.Builder(capacity);
        var rows = new PotSamplesRows(builder);
        try (var records = CsvReader.builder().build(rows, file, StandardCharsets.UTF_8).iterator()) {
            while (records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new IOException(
                    file + ", line " + rows.line() + ": " + reason(e) + ". Prepare the training data again.", e);
        }
        if (!rows.hasHeader()) {
            throw new IOException(file + " is empty. Prepare the training data again.");
        }
        return builder.build();
    }

    /// What was wrong with the row; the reader may wrap what its handler throws.
    private static String reason(RuntimeException e) {
        return e.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : String.valueOf(e.getMessage());
    }
}

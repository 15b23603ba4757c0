package io.tidemark.chain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.Symbol;
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
import java.util.NoSuchElementException;

/// The CSV form of a snapshot: one option a line, an empty field for what was not told.
final class ChainCsv {
    private static final List<String> COLUMNS = List.of("expiration", "right", "strike", "bid", "ask", "last",
            "implied_volatility", "delta", "gamma", "vega", "theta", "underlying", "delayed");

    private ChainCsv() {
    }

    static byte[] bytes(List<ChainRow> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (ChainRow row : rows) {
                csv.writeRecord(fields(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> fields(ChainRow row) {
        OptionContract option = row.option();
        OptionQuote quote = row.quote();
        OptionQuote.Greeks greeks = quote.greeks();
        return List.of(option.expiration().toString(), option.call() ? "C" : "P", option.strike().toPlainString(),
                number(quote.bid()), number(quote.ask()), number(quote.last()), number(greeks.impliedVolatility()),
                number(greeks.delta()), number(greeks.gamma()), number(greeks.vega()), number(greeks.theta()),
                number(quote.underlying()), quote.delayed() ? "1" : "0");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /// The rows of a file.
    ///
    /// @param file names the file in errors
    static List<ChainRow> parse(Path file, byte[] bytes, Symbol symbol) throws IOException {
        var rows = new ArrayList<ChainRow>();
        try (var csv = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(
                        new String(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                rows.add(row(file, line, symbol));
            }
        } catch (CsvParseException e) {
            throw new IOException(file + " is not a CSV file: " + e.getMessage(), e);
        }
        return rows;
    }

    private static ChainRow row(Path file, NamedCsvRecord line, Symbol symbol) throws IOException {
        try {
            var option = new OptionContract(symbol, LocalDate.parse(line.getField("expiration")),
                    new BigDecimal(line.getField("strike")), line.getField("right").equals("C"));
            var greeks = new OptionQuote.Greeks(number(line, "implied_volatility"), number(line, "delta"),
                    number(line, "gamma"), number(line, "vega"), number(line, "theta"));
            return new ChainRow(option, new OptionQuote(number(line, "bid"), number(line, "ask"),
                    number(line, "last"), greeks, number(line, "underlying"), line.getField("delayed").equals("1")));
        } catch (NoSuchElementException | NumberFormatException | DateTimeException e) {
            throw new IOException(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }

    private static double number(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}

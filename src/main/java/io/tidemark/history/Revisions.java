package io.tidemark.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What the bars of a symbol were before their source corrected them: `SPY_revisions.csv`. Lines are only added.
///
/// `symbol,date,fetched_at,field,before,after`: session date; when the correction came, UTC; which number; its value
/// before, empty where the whole bar was missing; its value after.
final class Revisions {
    private static final List<String> COLUMNS = List.of("symbol", "date", "fetched_at", "field", "before", "after");

    private Revisions() {
    }

    static Path file(Path folder, Symbol symbol) {
        return folder.resolve(symbol + "_revisions.csv");
    }

    /// Puts the file with further lines into a change.
    static void add(Journal.Change change, Path file, Symbol symbol, Instant fetchedAt, List<Correction> corrections)
            throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            if (Files.exists(file)) {
                text.write(Files.readString(file));
            } else {
                csv.writeRecord(COLUMNS);
            }
            for (Correction each : corrections) {
                csv.writeRecord(symbol.value(), each.date().toString(), fetchedAt.toString(), each.field(),
                        each.before().map(BigDecimal::toPlainString).orElse(""), each.after().toPlainString());
            }
        }
        change.putText(file, text.toString());
    }
}

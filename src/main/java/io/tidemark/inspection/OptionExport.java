package io.tidemark.inspection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.storage.AtomicFile;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes selected options as a CSV file.
final class OptionExport {
    private static final int TOLD_EVERY = 10_000;

    private final OptionTable table;

    OptionExport(OptionTable table) {
        this.table = table;
    }

    void write(OptionSelection selection, Path file, Progress progress) throws IOException {
        AtomicFile.write(file, out -> {
            var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            OptionColumn[] columns = OptionColumn.values();
            writer.writeRecord(Arrays.stream(columns).map(OptionColumn::fileName).toList());
            var record = new String[columns.length];
            for (int i = 0; i < selection.size(); i++) {
                if (i % TOLD_EVERY == 0) {
                    progress.checkCancelled();
                    progress.report(i, selection.size(), "writing options");
                }
                for (int column = 0; column < columns.length; column++) {
                    record[column] = table.written(columns[column], selection.row(i));
                }
                writer.writeRecord(record);
            }
            writer.flush();
        });
    }
}

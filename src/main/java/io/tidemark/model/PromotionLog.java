package io.tidemark.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Which runs were in use when: `promotions.csv`, a line for each change, never rewritten.
///
/// Columns `at,model,run,way`: an ISO instant in UTC, the model's file name, the run's number, `promoted` or
/// `rolled_back`.
///
/// @param file need not exist
record PromotionLog(Path file) {
    private static final String HEADER = "at,model,run,way\n";
    private static final int COLUMNS = 4;

    /// The log in a folder of models.
    static PromotionLog in(Path folder) {
        return new PromotionLog(folder.resolve("promotions.csv"));
    }

    /// What the file says.
    ///
    /// @param steps the lines that can be read, the oldest first
    /// @param flaws what is wrong, a sentence without its full stop each
    record Contents(List<PromotionStep> steps, List<String> flaws) {}

    /// All changes, the oldest first; none when there is no file.
    ///
    /// @throws IOException when a line cannot be understood; the message names file and line
    List<PromotionStep> steps() throws IOException {
        Contents contents = contents();
        if (!contents.flaws().isEmpty()) {
            throw new IOException(contents.flaws().getFirst()
                    + ". Correct the file, or have what can be read of it kept ('tidemark repair').");
        }
        return contents.steps();
    }

    /// As much as can be read; nothing when there is no file.
    Contents contents() throws IOException {
        var steps = new ArrayList<PromotionStep>();
        var flaws = new ArrayList<String>();
        if (!Files.exists(file)) {
            return new Contents(steps, flaws);
        }
        String text = Files.readString(file);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                try {
                    if (line.getStartingLineNumber() > 1) {
                        steps.add(step(line));
                    }
                } catch (DateTimeException | IllegalArgumentException e) {
                    flaws.add(file + ", line " + line.getStartingLineNumber() + " is not 'at,model,run,way': "
                            + e.getMessage());
                }
            }
        } catch (CsvParseException e) {
            flaws.add(file + " is not readable as CSV: " + e.getMessage());
        }
        if (!text.startsWith(HEADER)) {
            flaws.addFirst(file + ", line 1 is not '" + HEADER.strip() + "'");
        }
        if (!text.endsWith("\n")) {
            flaws.add(file + ", line " + text.lines().count() + ": the file ends in the middle of this line");
        }
        return new Contents(steps, flaws);
    }

    private static PromotionStep step(CsvRecord line) {
        if (line.getFieldCount() != COLUMNS) {
            throw new IllegalArgumentException("it has " + line.getFieldCount() + " fields");
        }
        ModelKind model = Arrays.stream(ModelKind.values()).filter(kind -> kind.fileName().equals(line.getField(1)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("'" + line.getField(1) + "' is no model"));
        return new PromotionStep(Instant.parse(line.getField(0)), model, Integer.parseInt(line.getField(2)),
                PromotionStep.Way.valueOf(line.getField(3).toUpperCase(Locale.ROOT)));
    }

    /// The whole text of the file with further steps at its end.
    ///
    /// @throws IOException as [PromotionLog#steps]
    String with(List<PromotionStep> further) throws IOException {
        var steps = new ArrayList<>(steps());
        steps.addAll(further);
        return text(steps);
    }

    /// The whole text of a file.
    static String text(List<PromotionStep> steps) {
        var text = new StringBuilder(HEADER);
        for (PromotionStep step : steps) {
            text.append(String.join(",", step.at().toString(), step.model().fileName(), Integer.toString(step.run()),
                    step.way().name().toLowerCase(Locale.ROOT))).append('\n');
        }
        return text.toString();
    }

    /// The runs that stand one on the other, that in use last: a rollback takes the last one away.
    static Deque<Integer> standing(List<PromotionStep> steps, ModelKind model) {
        var standing = new ArrayDeque<Integer>();
        for (PromotionStep step : steps) {
            if (step.model() == model && step.way() == PromotionStep.Way.ROLLED_BACK) {
                standing.pollLast();
            }
            if (step.model() == model && !Integer.valueOf(step.run()).equals(standing.peekLast())) {
                standing.addLast(step.run());
            }
        }
        return standing;
    }
}

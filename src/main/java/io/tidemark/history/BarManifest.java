package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known about a stored file of bars; lies beside it as JSON and proves that the file is the one written.
///
/// @param format version of this form, [BarManifest#FORMAT]
/// @param symbol whose bars
/// @param source gateway, demo market or folder they came from
/// @param whatToShow the series asked for, in IBKR's words
/// @param regularHours whether only regular trading hours count
/// @param volumeUnit what one unit of volume is
/// @param firstDate session date of the first bar
/// @param lastDate session date of the last bar
/// @param rows number of bars
/// @param sha256 fingerprint of the CSV file's bytes, 64 hexadecimal digits
/// @param fetchedAt when they arrived, by the clock of the source
/// @param generation how often the past as a whole was replaced, from 1; an older file that does not tell has 1
/// @param split the ratio by which this generation's past differs from that of the one before, if by one
public record BarManifest(int format, String symbol, DataSource source, String whatToShow, boolean regularHours,
        VolumeUnit volumeUnit, LocalDate firstDate, LocalDate lastDate, int rows, String sha256, Instant fetchedAt,
        int generation, Optional<SplitRatio> split) {
    /// The form written now.
    public static final int FORMAT = 1;

    /// Checks what was read.
    ///
    /// @throws IllegalArgumentException when a field is missing or the form is newer than this program
    public BarManifest {
        if (format > FORMAT) {
            throw new IllegalArgumentException("written by a newer Tidemark (form " + format + ")");
        }
        if (Stream.of(symbol, source, whatToShow, volumeUnit, firstDate, lastDate, sha256, fetchedAt)
                .anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a field of the manifest is missing");
        }
        generation = Math.max(1, generation);
        split = Objects.requireNonNullElse(split, Optional.empty());
    }

    static BarManifest of(Symbol symbol, List<DailyBar> bars, Provenance from, String sha256) {
        return of(symbol, bars, from, sha256, Generation.FIRST);
    }

    static BarManifest of(Symbol symbol, List<DailyBar> bars, Provenance from, String sha256, Generation generation) {
        return new BarManifest(FORMAT, symbol.value(), from.source(), from.whatToShow(), from.regularHours(),
                from.volumeUnit(), bars.getFirst().date(), bars.getLast().date(), bars.size(), sha256,
                from.fetchedAt(), generation.number(), generation.split());
    }

    /// Which past these bars are.
    ///
    /// @param number from 1
    /// @param split ratio to the one before
    record Generation(int number, Optional<SplitRatio> split) {
        static final Generation FIRST = new Generation(1, Optional.empty());
    }

    /// Which past these bars are.
    Generation past() {
        return new Generation(generation, split);
    }

    /// Where and how the bars were got.
    public Provenance provenance() {
        return new Provenance(source, whatToShow, regularHours, volumeUnit, fetchedAt);
    }
}

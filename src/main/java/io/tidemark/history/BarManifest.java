package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
public record BarManifest(int format, String symbol, DataSource source, String whatToShow, boolean regularHours,
        VolumeUnit volumeUnit, LocalDate firstDate, LocalDate lastDate, int rows, String sha256, Instant fetchedAt) {
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
    }

    static BarManifest of(Symbol symbol, List<DailyBar> bars, Provenance from, String sha256) {
        return new BarManifest(FORMAT, symbol.value(), from.source(), from.whatToShow(), from.regularHours(),
                from.volumeUnit(), bars.getFirst().date(), bars.getLast().date(), bars.size(), sha256,
                from.fetchedAt());
    }

    /// Where and how the bars were got.
    public Provenance provenance() {
        return new Provenance(source, whatToShow, regularHours, volumeUnit, fetchedAt);
    }
}

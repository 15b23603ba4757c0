package io.tidemark.chain;

import java.util.Objects;

/// What is known about a stored snapshot; lies beside it as JSON and proves that the file is the one written.
///
/// @param format version of this form, [ChainManifest#FORMAT]
/// @param terms what holds for all its options
/// @param counts how its options answered; some are left when it was cut short
/// @param delayed rows whose quotes were some minutes old
/// @param sha256 fingerprint of the CSV file's bytes
public record ChainManifest(int format, ChainTerms terms, ChainCounts counts, int delayed, String sha256) {
    /// The form written now.
    public static final int FORMAT = 1;

    /// Checks what was read.
    ///
    /// @throws IllegalArgumentException when a field is missing or the form is newer than this program
    public ChainManifest {
        if (format > FORMAT) {
            throw new IllegalArgumentException("written by a newer Tidemark (form " + format + ")");
        }
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(sha256, "sha256");
    }
}

package io.tidemark.regime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says about a day or a range of days: another regime, or only that it needs a look.
///
/// @param first first day, New York session date
/// @param last last day, included
/// @param regime put in place of the rules' answer; null for a flag, which changes no label
/// @param note why, one line, not blank
/// @param made when it was said
public record RegimeMark(LocalDate first, LocalDate last, @Nullable Regime regime, String note, Instant made) {

    /// Checks the range and brings the note to one line.
    ///
    /// @throws IllegalArgumentException when the range is turned round or the note is blank
    public RegimeMark {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a range goes forward: " + last + " is before " + first);
        }
        note = note.strip().replaceAll("\\s+", " ");
        if (note.isEmpty()) {
            throw new IllegalArgumentException("a note says why: without one nobody can judge the mark later");
        }
    }

    /// Whether it changes labels.
    public boolean isOverride() {
        return regime != null;
    }

    /// Whether a day is meant.
    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}

package io.tidemark.training;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// What a regime model said of each day of its test blocks.
///
/// @param dates of the days looked at as `yyyymmdd`, ascending
/// @param labels class id of each, as it came true `horizon` sessions later
/// @param predicted class id that each was given
public record TestedDays(int[] dates, int[] labels, int[] predicted) {
    /// No days.
    static final TestedDays NONE = new TestedDays(new int[0], new int[0], new int[0]);

    /// Checks that all parts are equally long.
    public TestedDays {
        if (dates.length != labels.length || dates.length != predicted.length) {
            throw new IllegalArgumentException(
                    dates.length + " days, " + labels.length + " labels, " + predicted.length + " predictions");
        }
    }

    /// The days of one cell of the confusion matrix, ascending.
    ///
    /// @param label class id that came true
    /// @param prediction class id that was predicted
    public List<LocalDate> of(int label, int prediction) {
        return IntStream.range(0, dates.length).filter(i -> labels[i] == label && predicted[i] == prediction)
                .mapToObj(i -> Days.date(dates[i])).toList();
    }
}

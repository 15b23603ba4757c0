package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Token;

/// A day worth a line from top to bottom.
///
/// @param day index
/// @param label what is written at its top
/// @param token the role of its colour
/// @param value where on the line a dot is put; NaN for none
public record DayMark(int day, String label, Token token, double value) {

    /// A plain mark without a dot.
    public static DayMark at(int day, String label) {
        return new DayMark(day, label, Token.INK_MUTED, Double.NaN);
    }
}

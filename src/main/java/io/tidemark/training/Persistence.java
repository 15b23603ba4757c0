package io.tidemark.training;

/// The forecast that needs no model: things stay as they are.
public final class Persistence {
    private Persistence() {
    }

    /// How often the label `lag` rows earlier is the label now.
    ///
    /// With a label looking `h` rows ahead, the last label known is that of `h` rows ago; with `h = 0` take `lag = 1`,
    /// yesterday's label.
    ///
    /// @param labels in order of time
    /// @param rows rows to judge; those without an earlier row are left out
    /// @param lag rows back, at least 1
    /// @return within 0 and 1, or NaN when no row has an earlier one
    public static double accuracy(int[] labels, int[] rows, int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException("persistence looks back at least one row, not " + lag);
        }
        int judged = 0;
        int hits = 0;
        for (int row : rows) {
            if (row >= lag) {
                judged++;
                hits += labels[row] == labels[row - lag] ? 1 : 0;
            }
        }
        return judged == 0 ? Double.NaN : (double) hits / judged;
    }
}

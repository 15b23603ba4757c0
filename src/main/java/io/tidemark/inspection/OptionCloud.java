package io.tidemark.inspection;

import java.util.function.IntToDoubleFunction;

/// Some of the selected options as points, for a scatter chart.
///
/// @param days days to expiration by point
/// @param z distance in units of risk by point
/// @param touched whether it was touched, by point
/// @param of how many options these stand for
public record OptionCloud(double[] days, double[] z, boolean[] touched, int of) {
    /// More points than this would only lie on each other.
    public static final int MOST = 16_000;

    /// Evenly thinned rows of a selection.
    static OptionCloud of(OptionTable table, int[] rows) {
        int points = Math.min(MOST, rows.length);
        var days = new double[points];
        var z = new double[points];
        var touched = new boolean[points];
        IntToDoubleFunction length = table.values(OptionColumn.DAYS);
        IntToDoubleFunction distance = table.values(OptionColumn.Z);
        for (int i = 0; i < points; i++) {
            int row = rows[(int) ((long) i * rows.length / points)];
            days[i] = length.applyAsDouble(row);
            z[i] = distance.applyAsDouble(row);
            touched[i] = table.touched(row);
        }
        return new OptionCloud(days, z, touched, rows.length);
    }
}

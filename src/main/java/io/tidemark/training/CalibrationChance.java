package io.tidemark.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The calibration error that chance alone gives to a model that is calibrated perfectly.
///
/// Ten bins of twenty rows show an error of 0.08 for no reason; only beyond what chance gives does a figure speak.
public final class CalibrationChance {
    private static final int DRAWS = 1000;
    private static final double SHARE = 0.99;

    private CalibrationChance() {
    }

    /// The expected calibration error that 99 of 100 perfectly calibrated models stay below on such rows.
    ///
    /// In a bin of `n` rows the share that comes true is taken as normal with variance `p (1 - p) / n`.
    ///
    /// @param bins calibration bins of a model
    /// @param seed of the draws
    public static double limit(List<CalibrationBin> bins, long seed) {
        var random = new Random(seed);
        double rows = bins.stream().mapToInt(CalibrationBin::rows).sum();
        var errors = new double[DRAWS];
        Arrays.setAll(errors, draw -> bins.stream().mapToDouble(bin -> bin.rows() / rows
                * Math.abs(random.nextGaussian())
                * Math.sqrt(bin.predicted() * (1 - bin.predicted()) / bin.rows())).sum());
        Arrays.sort(errors);
        return BlockBootstrap.quantile(errors, SHARE);
    }
}

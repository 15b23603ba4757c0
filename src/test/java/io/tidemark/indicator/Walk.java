package io.tidemark.indicator;

import java.util.Random;

/// Made-up closes that wander like a stock's.
final class Walk {
    private Walk() {
    }

    static double[] seeded(long seed, int length) {
        var random = new Random(seed);
        var closes = new double[length];
        double log = Math.log(100);
        for (int i = 0; i < length; i++) {
            log += 0.012 * random.nextGaussian();
            closes[i] = Math.round(Math.exp(log) * 100) / 100.0;
        }
        return closes;
    }
}

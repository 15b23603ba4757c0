package io.tidemark.gateway.synthetic;

import java.util.SplittableRandom;

/// A stream of random numbers that is the same on every machine: SplitMix64 bits, and no platform's own mathematics.
///
/// Not thread-safe.
final class RandomStream {
    private static final double STEP = 0x1.0p-53;

    private final SplittableRandom bits;
    private double spare;
    private boolean hasSpare;

    /// A stream of its own for each seed and name: adding a stream leaves the others as they were.
    RandomStream(long seed, String name) {
        this.bits = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ hash(name));
    }

    private static long hash(String name) {
        // FNV-1a, 64 bits; String.hashCode has only 32.
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /// Uniform in the open interval (0, 1), so that its logarithm is finite.
    double uniform() {
        return ((bits.nextLong() >>> 11) + 0.5) * STEP;
    }

    /// Uniform whole number from `low` to `high`, both included.
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    /// Exponential with mean 1.
    double exponential() {
        return -StrictMath.log(uniform());
    }

    /// Standard normal, by Marsaglia's polar method.
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
    }

    /// A session's variance relative to its expectation: `2 / Gamma(3)`, cut at [#MOST_SCALE].
    ///
    /// A normal shock times its square root is Student's t with 6 degrees of freedom, scaled to variance 1. Given the
    /// scale, the path within the session stays Brownian, so that its extremes have a known law.
    double varianceScale() {
        double gamma = -StrictMath.log(uniform() * uniform() * uniform());
        return Math.min(MOST_SCALE, 2 / gamma);
    }

    /// Largest value of [#varianceScale()]; keeps the wildest session within reason.
    static final double MOST_SCALE = 4;

    /// Mean of [#varianceScale()]: `P(Gamma(2) > 1/2) + 4 P(Gamma(3) < 1/2)`.
    static final double MEAN_SCALE = 0.967_347;
}

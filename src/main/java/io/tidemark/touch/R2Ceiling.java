package io.tidemark.touch;

/// The best R² that any model can reach on outcomes that are drawn by chance.
///
/// Even one who knew each probability `p` would miss by `p (1 - p)` in the mean square:
/// `R2* = Var(p) / (Var(p) + E[p (1 - p)])`. An R² above it is a sign of a leak.
public final class R2Ceiling {
    private R2Ceiling() {
    }

    /// The ceiling for outcomes with the given probabilities.
    ///
    /// With true probabilities it is exact; with the closed form in their place it is an estimate.
    ///
    /// @param probabilities at least one, each within 0 and 1
    /// @return within 0 and 1; 0 when nothing varies
    /// @throws IllegalArgumentException when there are none, or one is no probability
    public static double of(double[] probabilities) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("the ceiling of no probabilities is not defined");
        }
        double sum = 0;
        double chance = 0;
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(p + " is no probability");
            }
            sum += p;
            chance += p * (1 - p);
        }
        double mean = sum / probabilities.length;
        double spread = 0;
        for (double p : probabilities) {
            spread += (p - mean) * (p - mean);
        }
        return spread == 0 ? 0 : spread / (spread + chance);
    }
}

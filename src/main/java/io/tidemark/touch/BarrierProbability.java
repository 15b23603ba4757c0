package io.tidemark.touch;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The closed-form probability that a geometric Brownian motion touches a level before a deadline.
///
/// By the reflection principle; see Karatzas and Shreve, *Brownian Motion and Stochastic Calculus*, section 3.5.C.
/// The side follows from the level: above the spot it is touched from below, under the spot from above.
/// Prices are in one currency, volatilities are annualised fractions, times are years (calendar days / 365).
public final class BarrierProbability {
    /// Beyond this exponent the reflected term is 0 or the sum is cut at 1 anyway.
    private static final double MAX_EXPONENT = 700;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BarrierProbability() {
    }

    /// Probability that the price reaches `k` within `tYears`.
    ///
    /// @param s spot, `> 0`
    /// @param k level, `> 0`; a level equal to the spot is touched already: 1
    /// @param sigma volatility, `>= 0`
    /// @param tYears time left, `>= 0`
    /// @param nu drift of the logarithm of the price per year, that is `mu - sigma^2 / 2` for a price growing by `mu`
    /// @return within 0 and 1
    /// @throws IllegalArgumentException when an argument is outside its range or not a number
    public static double touch(double s, double k, double sigma, double tYears, double nu) {
        check(s, k, sigma, tYears);
        if (!Double.isFinite(nu)) {
            throw new IllegalArgumentException("drift " + nu + " is no finite number");
        }
        double b = Math.log(k / s);
        // Mirrored for a level below, so that one formula serves both sides.
        double distance = Math.abs(b);
        double drift = b < 0 ? -nu : nu;
        double spread = sigma * Math.sqrt(tYears);
        if (distance == 0) {
            return 1;
        }
        if (spread == 0) {
            return drift * tYears >= distance ? 1 : 0;
        }
        double exponent = Math.clamp(2 * drift * distance / (sigma * sigma), -MAX_EXPONENT, MAX_EXPONENT);
        double direct = NORMAL.cumulativeProbability((drift * tYears - distance) / spread);
        double reflected = Math.exp(exponent) * NORMAL.cumulativeProbability((-drift * tYears - distance) / spread);
        return Math.min(1, direct + reflected);
    }

    /// [BarrierProbability#touch] of a price that grows by `mu` a year on average.
    ///
    /// @throws IllegalArgumentException when an argument is outside its range or not a number
    public static double withGrowth(double s, double k, double sigma, double tYears, double mu) {
        return touch(s, k, sigma, tYears, mu - sigma * sigma / 2);
    }

    /// [BarrierProbability#touch] without drift of the logarithm, the neutral default: `2 N(-|ln(k/s)| / (sigma
    /// sqrt(t)))`.
    ///
    /// @throws IllegalArgumentException when an argument is outside its range or not a number
    public static double neutral(double s, double k, double sigma, double tYears) {
        check(s, k, sigma, tYears);
        if (s == k) {
            return 1;
        }
        double spread = sigma * Math.sqrt(tYears);
        return spread == 0 ? 0 : 2 * NORMAL.survivalProbability(Math.abs(Math.log(k / s)) / spread);
    }

    private static void check(double s, double k, double sigma, double tYears) {
        // Written so that NaN fails too.
        if (!(s > 0 && k > 0 && s < Double.POSITIVE_INFINITY && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("spot " + s + " and level " + k + " must be positive prices");
        }
        if (!(sigma >= 0 && tYears >= 0 && sigma < Double.POSITIVE_INFINITY && tYears < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "volatility " + sigma + " and years " + tYears + " must be finite and not negative");
        }
    }
}

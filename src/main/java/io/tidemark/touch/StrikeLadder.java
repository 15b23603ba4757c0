package io.tidemark.touch;

/// The strikes an exchange might list around a price: multiples of a round step.
///
/// The step is the largest of 1, 2.5 and 5 times a power of ten that is not above 0.25 % of the price: 1 dollar for a
/// price of 400, 0.5 for 200, 0.025 for 10. Real ladders are coarser for cheap shares; but bars are adjusted for
/// splits, so a share that trades at 200 today has a past below 1, where a real step would swallow the sampled
/// distance.
final class StrikeLadder {
    private static final double STEP_SHARE = 0.0025;
    private static final double UNITS_PER_DOLLAR = 1e7;
    private static final int MAGNITUDES = 12;
    /// Ascending from 1e-6 to 5e5 dollars, in units of 1e-7: whole numbers, so that strikes are exact decimals.
    private static final long[] STEPS = steps();

    private StrikeLadder() {
    }

    private static long[] steps() {
        var steps = new long[3 * MAGNITUDES];
        long power = 10;
        for (int i = 0; i < steps.length; i += 3) {
            steps[i] = power;
            steps[i + 1] = power / 10 * 25;
            steps[i + 2] = power * 5;
            power *= 10;
        }
        return steps;
    }

    /// The listed strike nearest to `target` that lies strictly on the right's side of `price`.
    ///
    /// @param price 0.01 to 1e9
    /// @param target on the right's side of the price, above 0 and at most 1e11
    /// @return a multiple of the step, as the double nearest to its decimal, so that it equals the same price in a bar
    static double near(double price, double target, OptionRight right) {
        long step = step(price);
        long count = Math.max(1, StrictMath.round(target * UNITS_PER_DOLLAR / step));
        // A target beyond the price by less than half a step is rounded back to it; the next strike is beyond.
        boolean beyond = right.direction() * (strike(count, step) - price) > 0;
        return strike(beyond ? count : count + right.direction(), step);
    }

    private static double strike(long count, long step) {
        return count * step / UNITS_PER_DOLLAR;
    }

    private static long step(double price) {
        double most = price * STEP_SHARE * UNITS_PER_DOLLAR;
        int i = STEPS.length - 1;
        while (i > 0 && STEPS[i] > most) {
            i--;
        }
        return STEPS[i];
    }
}

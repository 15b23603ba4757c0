package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.OptionComputation;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// What an option is worth by Black and Scholes, without interest and dividends, under a smile.
///
/// @param volatility of this strike, annualised fraction
/// @param price USD
/// @param delta change of the price for a dollar of the underlying
/// @param gamma change of delta likewise
/// @param vega change of the price for one point of volatility, that is 0.01
/// @param theta change of the price in a day
record OptionPrice(double volatility, double price, double delta, double gamma, double vega, double theta) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double DAYS_PER_YEAR = 365;
    private static final double POINTS = 100;
    /// Options far below the price are dearer, as on every market of shares since 1987.
    private static final double SKEW = -0.10;
    private static final double CURVATURE = 0.03;
    private static final double FARTHEST = 3;

    /// The value of an option.
    ///
    /// @param spot price of the underlying
    /// @param strike USD
    /// @param call whether it is a call
    /// @param days calendar days to its expiration, at least 1
    /// @param atTheMoney volatility at the money, annualised fraction
    static OptionPrice of(double spot, double strike, boolean call, int days, double atTheMoney) {
        double years = days / DAYS_PER_YEAR;
        double sigma = smile(spot, strike, years, atTheMoney);
        double spread = sigma * Math.sqrt(years);
        double d1 = (StrictMath.log(spot / strike) + spread * spread / 2) / spread;
        double callDelta = NORMAL.cumulativeProbability(d1);
        double callPrice = spot * callDelta - strike * NORMAL.cumulativeProbability(d1 - spread);
        double price = call ? callPrice : callPrice - spot + strike;
        double density = NORMAL.density(d1);
        return new OptionPrice(sigma, Math.max(0, price), call ? callDelta : callDelta - 1,
                density / (spot * spread), spot * density * Math.sqrt(years) / POINTS,
                -spot * density * sigma / (2 * Math.sqrt(years)) / DAYS_PER_YEAR);
    }

    private static double smile(double spot, double strike, double years, double atTheMoney) {
        double z = StrictMath.log(strike / spot) / (atTheMoney * Math.sqrt(years));
        double within = Math.clamp(z, -FARTHEST, FARTHEST);
        return atTheMoney * (1 + SKEW * within + CURVATURE * within * within);
    }

    /// As a gateway tells it.
    OptionComputation computation(double spot) {
        return new OptionComputation(volatility, delta, price, 0, gamma, vega, theta, spot);
    }
}

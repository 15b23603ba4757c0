package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// By what a split divides the prices of the past: 10:1 makes 10 shares of one, 1:4 one share of four.
///
/// @param shares new shares
/// @param of old shares
public record SplitRatio(BigDecimal shares, BigDecimal of) {
    private static final int MOST_SHARES = 100;
    /// A cheap stock's closes are rounded to cents, so a ratio taken from them is not exact.
    private static final double NEAR = 0.01;
    private static final int FEWEST_DECIMALS = 4;

    /// No split.
    public static final SplitRatio NONE = new SplitRatio(BigDecimal.ONE, BigDecimal.ONE);

    /// The ratio meant by a quotient of prices: whole shares where it is near, else the quotient itself.
    ///
    /// @param quotient price before over price after, above 0
    static SplitRatio near(double quotient) {
        for (int n = 2; n <= MOST_SHARES; n++) {
            if (isNear(quotient, n)) {
                return new SplitRatio(BigDecimal.valueOf(n), BigDecimal.ONE);
            }
            if (isNear(1 / quotient, n)) {
                return new SplitRatio(BigDecimal.ONE, BigDecimal.valueOf(n));
            }
        }
        return new SplitRatio(new BigDecimal(quotient, new MathContext(6)).stripTrailingZeros(), BigDecimal.ONE);
    }

    private static boolean isNear(double quotient, int whole) {
        return Math.abs(quotient / whole - 1) <= NEAR;
    }

    /// New shares for one old share.
    public double value() {
        return shares.doubleValue() / of.doubleValue();
    }

    /// This split and another one, later or earlier.
    SplitRatio and(SplitRatio other) {
        return new SplitRatio(shares.multiply(other.shares), of.multiply(other.of));
    }

    /// Whether the ratio is one of whole shares, and not a quotient of rounded prices.
    public boolean isExact() {
        return isWhole(shares) && isWhole(of);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /// A price from before the split, restated to at least four decimals.
    public BigDecimal restate(BigDecimal price) {
        return divide(price);
    }

    /// A bar from before the split, restated.
    DailyBar restate(DailyBar bar) {
        BigDecimal volume = bar.volume().multiply(shares).divide(of, 0, RoundingMode.HALF_EVEN);
        return new DailyBar(bar.date(), divide(bar.open()), divide(bar.high()), divide(bar.low()), divide(bar.close()),
                volume);
    }

    private BigDecimal divide(BigDecimal price) {
        return price.multiply(of).divide(shares, Math.max(FEWEST_DECIMALS, price.scale()), RoundingMode.HALF_EVEN);
    }

    /// As people write it: `10:1`.
    @Override
    public String toString() {
        return shares.toPlainString() + ":" + of.toPlainString();
    }
}

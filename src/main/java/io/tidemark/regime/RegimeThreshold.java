package io.tidemark.regime;

/// The seven thresholds one by one: what each is for, and how far it may sensibly be moved.
public enum RegimeThreshold {
    /// Above it is extreme stress.
    EXTREME_VIX("Extreme stress: VIX above", Quantity.VIX, 16, 60),
    /// From it on a fall is a bear trend.
    BEAR_VIX("Bear trend: VIX from", Quantity.VIX, 8, 40),
    /// Below it the market falls.
    BEAR_RETURN("Bear trend: return20 below", Quantity.RETURN_20, -0.15, -0.005),
    /// Above it volatility is high.
    CHOPPY_VIX("High volatility: VIX above", Quantity.VIX, 8, 40),
    /// A smaller move is none.
    CHOPPY_RETURN("High volatility: |return20| below", Quantity.SIZE_OF_RETURN_20, 0.005, 0.15),
    /// Below it volatility is low.
    BULL_VIX("Bull trend: VIX below", Quantity.VIX, 8, 40),
    /// Above it the market rises.
    BULL_RETURN("Bull trend: return20 above", Quantity.RETURN_20, 0.005, 0.15);

    private static final double VIX_STEP = 0.25;
    private static final double RETURN_STEP = 0.0025;

    private final String title;
    private final Quantity quantity;
    private final double least;
    private final double most;

    RegimeThreshold(String title, Quantity quantity, double least, double most) {
        this.title = title;
        this.quantity = quantity;
        this.least = least;
        this.most = most;
    }

    /// What it decides, to be followed by its value.
    public String title() {
        return title;
    }

    /// What it bounds.
    public Quantity quantity() {
        return quantity;
    }

    /// The least value worth trying, in the unit of the quantity.
    public double least() {
        return least;
    }

    /// The greatest value worth trying.
    public double most() {
        return most;
    }

    /// The distance between values worth trying.
    public double step() {
        return quantity == Quantity.VIX ? VIX_STEP : RETURN_STEP;
    }

    /// Its value among others.
    public double in(RegimeThresholds thresholds) {
        return switch (this) {
            case EXTREME_VIX -> thresholds.extremeVix();
            case BEAR_VIX -> thresholds.bearVix();
            case BEAR_RETURN -> thresholds.bearReturn();
            case CHOPPY_VIX -> thresholds.choppyVix();
            case CHOPPY_RETURN -> thresholds.choppyReturn();
            case BULL_VIX -> thresholds.bullVix();
            case BULL_RETURN -> thresholds.bullReturn();
        };
    }

    /// The thresholds with this one put to the value nearest to `wanted` that is on the grid of steps, in its range,
    /// and leaves the others their sense: extreme stress begins above high volatility and not below a bear's VIX.
    public RegimeThresholds set(RegimeThresholds at, double wanted) {
        double on = Math.clamp(Math.round(wanted / step()) * step(), least, most);
        return switch (this) {
            case EXTREME_VIX -> of(at, Math.max(on, Math.max(at.choppyVix() + step(), at.bearVix())));
            case BEAR_VIX -> of(at, Math.min(on, at.extremeVix()));
            case CHOPPY_VIX -> of(at, Math.min(on, at.extremeVix() - step()));
            case BEAR_RETURN, CHOPPY_RETURN, BULL_VIX, BULL_RETURN -> of(at, tidy(on));
        };
    }

    /// 21 steps of 0.0025 are 0.0525 and not 0.052500000000000005.
    private static double tidy(double number) {
        return Math.rint(number * 1e6) / 1e6;
    }

    private RegimeThresholds of(RegimeThresholds at, double now) {
        return new RegimeThresholds(this == EXTREME_VIX ? now : at.extremeVix(), this == BEAR_VIX ? now : at.bearVix(),
                this == BEAR_RETURN ? now : at.bearReturn(), this == CHOPPY_VIX ? now : at.choppyVix(),
                this == CHOPPY_RETURN ? now : at.choppyReturn(), this == BULL_VIX ? now : at.bullVix(),
                this == BULL_RETURN ? now : at.bullReturn());
    }
}

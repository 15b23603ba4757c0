package io.tidemark.gateway.wire;

/// What a model says about an option; NaN stands for "not computed".
///
/// @param impliedVolatility annualised fraction
/// @param price option price, USD
/// @param presentDividend present value of dividends, USD
/// @param underlyingPrice price of the underlying, USD
public record OptionComputation(double impliedVolatility, double delta, double price, double presentDividend,
        double gamma, double vega, double theta, double underlyingPrice) {
    private static final double NO_LEVEL = -1;
    private static final double NO_GREEK = -2;

    /// An answer in which nothing was computed.
    public static OptionComputation none() {
        return new OptionComputation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, Double.NaN);
    }

    void write(FieldWriter out) {
        level(out, impliedVolatility);
        greek(out, delta);
        level(out, price);
        level(out, presentDividend);
        greek(out, gamma);
        greek(out, vega);
        greek(out, theta);
        level(out, underlyingPrice);
    }

    static OptionComputation read(FieldReader in) throws WireException {
        return new OptionComputation(known(in, NO_LEVEL), known(in, NO_GREEK), known(in, NO_LEVEL),
                known(in, NO_LEVEL), known(in, NO_GREEK), known(in, NO_GREEK), known(in, NO_GREEK),
                known(in, NO_LEVEL));
    }

    private static double known(FieldReader in, double absent) throws WireException {
        double value = in.real();
        return value == absent ? Double.NaN : value;
    }

    private static void level(FieldWriter out, double value) {
        out.text(Double.isNaN(value) ? "-1" : Double.toString(value));
    }

    private static void greek(FieldWriter out, double value) {
        out.text(Double.isNaN(value) ? "-2" : Double.toString(value));
    }
}

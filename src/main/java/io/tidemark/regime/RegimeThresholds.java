package io.tidemark.regime;

/// The numbers in the regime rules. VIX in index points, returns as fractions over 20 sessions.
///
/// @param extremeVix above it is extreme stress; up to it a bear trend is possible
/// @param bearVix from it on a bear trend is possible
/// @param bearReturn below it the market falls, less than 0
/// @param choppyVix above it volatility is high
/// @param choppyReturn a move smaller than it, up or down, is no direction, more than 0
/// @param bullVix below it volatility is low
/// @param bullReturn above it the market rises, more than 0
public record RegimeThresholds(double extremeVix, double bearVix, double bearReturn, double choppyVix,
        double choppyReturn, double bullVix, double bullReturn) {

    /// Checks the ranges: no threshold may be absent, none may turn a rule round or make it void.
    ///
    /// @throws IllegalArgumentException naming the first that does not fit
    public RegimeThresholds {
        check("extremeVix", extremeVix, extremeVix > 0);
        check("bearVix", bearVix, bearVix > 0 && bearVix <= extremeVix);
        check("bearReturn", bearReturn, bearReturn < 0);
        check("choppyVix", choppyVix, choppyVix > 0 && choppyVix < extremeVix);
        check("choppyReturn", choppyReturn, choppyReturn > 0);
        check("bullVix", bullVix, bullVix > 0);
        check("bullReturn", bullReturn, bullReturn > 0);
    }

    /// 30, 15, -5 %, 20, 5 %, 15, 3 %.
    public static RegimeThresholds defaults() {
        return new RegimeThresholds(30, 15, -0.05, 20, 0.05, 15, 0.03);
    }

    private static void check(String name, double value, boolean fits) {
        if (!fits || !Double.isFinite(value)) {
            throw new IllegalArgumentException("regime threshold " + name + " cannot be " + value
                    + ": VIX thresholds are above 0, with bearVix and choppyVix below extremeVix; "
                    + "bearReturn is below 0, choppyReturn and bullReturn are above 0");
        }
    }
}

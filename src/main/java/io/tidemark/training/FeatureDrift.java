package io.tidemark.training;

/// How far one column of the newest rows lies from the rows before.
///
/// @param feature name of the column
/// @param psi population stability index over the tenths of the rows before
/// @param psiLimit what it does not exceed without drift
/// @param ks largest distance of both cumulative shares (Kolmogorov-Smirnov), 0 to 1
/// @param ksLimit what it does not exceed without drift
/// @param outside share of the new rows below the least or above the largest value of the rows before
/// @param outsideLimit what it does not exceed without drift
public record FeatureDrift(String feature, double psi, double psiLimit, double ks, double ksLimit, double outside,
        double outsideLimit) {

    /// Whether the rows lie differently than happens without drift, by both measures, or leave the range.
    public boolean drifted() {
        return (psi > psiLimit && ks > ksLimit) || outside > outsideLimit;
    }
}

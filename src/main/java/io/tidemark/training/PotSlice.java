package io.tidemark.training;

/// Figures on a part of the test rows.
///
/// @param dimension what the rows were told apart by: `symbol`, `side`, `days`, `z` or `origin`
/// @param value the part, such as `SPY`, `call` or `15-30`
/// @param tooFew whether the rows are under [ClassFigures#FEW]
/// @param figures of model and closed form
public record PotSlice(String dimension, String value, boolean tooFew, Versus figures) {}

package io.tidemark.ui.chart;

/// A level worth a dashed line.
///
/// @param value where
/// @param label what is written on it; empty for nothing
public record Threshold(double value, String label) {}

package io.tidemark.dataset;

/// One step of a walk forward: what was known by then to learn from, what came after to be judged on.
///
/// Rows after the test block belong to none of the parts.
///
/// @param train row indices to learn from, ascending
/// @param validation row indices that decide when to stop, later than all of `train`
/// @param test row indices to be judged on, later than both
/// @param purged rows before the test block left out because their outcome was not known in time
/// @param bounds where the parts lie
public record Fold(int[] train, int[] validation, int[] test, int purged, Bounds bounds) {

    /// Days on which the parts begin and end, as days since 1970-01-01; for drawing.
    ///
    /// @param validationFrom first start day of the validation part
    /// @param testFrom first start day of the test block
    /// @param testTo last start day of the test block
    public record Bounds(int validationFrom, int testFrom, int testTo) {}
}

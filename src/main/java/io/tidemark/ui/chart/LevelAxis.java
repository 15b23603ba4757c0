package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;

/// A vertical axis of one width on all charts, so that charts above each other have their days above each other.
final class LevelAxis extends DefaultNumericAxis {
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 60;

    /// An axis whose range is set from outside.
    LevelAxis(NumberText text) {
        super("", 0, 1, 1);
        Axes.prepare(this, text);
    }

    @Override
    protected double computePrefWidth(double height) {
        // asked all the same: it is where chart-fx finds the places of its labels
        super.computePrefWidth(height);
        return WIDTH;
    }
}

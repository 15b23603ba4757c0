package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/// A horizontal axis of trading days by index, with marks where years, months or weeks begin.
final class DayAxis extends DefaultNumericAxis {
    private static final long serialVersionUID = 1L;
    private static final double LABEL_WIDTH = 64;
    private static final double HEIGHT = 26;

    private final transient DayTicks ticks;
    private boolean dates = true;

    /// An axis that moves with a window of days.
    DayAxis(DayWindow days) {
        super("", 0, 1, 1);
        ticks = new DayTicks(days);
        Axes.prepare(this, index -> {
            int i = (int) Math.round(index);
            return i >= 0 && i < days.size() ? ticks.label(i) : "";
        });
        setMaxMajorTickLabelCount(64);
        minProperty().bindBidirectional(days.minProperty());
        maxProperty().bindBidirectional(days.maxProperty());
    }

    /// Whether labels are written; without them the axis takes no room but still has places for days.
    void setDatesShown(boolean shown) {
        dates = shown;
        getCanvas().setVisible(shown);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        // asked all the same, see LevelAxis; its answer depends on the labels of the moment, and charts would jump
        super.computePrefHeight(width);
        return dates ? HEIGHT : 1;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList values) {
        // the superclass asks once before the fields of this class are set
        if (ticks != null) {
            int most = Math.max(2, (int) (range.getAxisLength() / LABEL_WIDTH));
            ticks.marks(most).forEach(values::add);
        }
    }
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.HiddenSidesPane;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.tidemark.ui.task.Coalesced;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// How chart-fx is set up here: ranges are ours, nothing moves by itself, no hidden tool bars.
final class Axes {
    private static final double LABEL_ROOM = 24;

    private Axes() {
    }

    /// A numeric axis whose range is set from outside.
    ///
    /// Auto-ranging stays off everywhere: with an empty data set it repaints for ever.
    static void prepare(DefaultNumericAxis axis, NumberText text) {
        axis.setAutoRanging(false);
        axis.setAutoGrowRanging(false);
        axis.setAnimated(false);
        axis.setUnit(null);
        axis.setAxisPadding(LABEL_ROOM);
        axis.setMinorTickCount(0);
        axis.setMaxMajorTickLabelCount(7);
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return text.of(value.doubleValue());
            }

            @Override
            public Number fromString(String written) {
                throw new UnsupportedOperationException("labels are only shown");
            }
        });
    }

    /// A chart without legend, tool bar, title or data.
    static XYChart bareChart(DefaultNumericAxis x, DefaultNumericAxis y) {
        var chart = new XYChart(x, y);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.getToolBar().setVisible(false);
        chart.getMenuPane().setTriggerDistance(0);
        chart.getGridRenderer().setDrawOnTop(false);
        chart.getRenderers().clear();
        chart.setMinSize(0, 0);
        leaveOutOfTabbing(chart.getMenuPane());
        // a canvas is a picture already: a copy of it only costs time
        chart.getCanvas().setCache(false);
        x.getCanvas().setCache(false);
        y.getCanvas().setCache(false);
        drawAgainWhenResized(chart, x);
        drawAgainWhenResized(chart, y);
        return chart;
    }

    /// The panes around the plot would be stops of the Tab key at which nothing can be done.
    private static void leaveOutOfTabbing(Node node) {
        if (node instanceof HiddenSidesPane pane) {
            pane.setFocusTraversable(false);
            leaveOutOfTabbing(pane.getContent());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Axes::leaveOutOfTabbing);
        }
    }

    /// The first layout gives an axis its length before it knows what stands beside the axis, and the change that
    /// follows gets lost among those that are just being drawn: data and labels would stay at the wrong places.
    private static void drawAgainWhenResized(XYChart chart, DefaultNumericAxis axis) {
        Coalesced<Boolean> again = Coalesced.redraw(() -> {
            axis.requestAxisLayout();
            chart.invalidate();
        });
        axis.widthProperty().subscribe(() -> again.offer(true));
        axis.heightProperty().subscribe(() -> again.offer(true));
    }

    /// Leaves room at the right and the top: chart-fx hides a label that would reach beyond the chart.
    static void leaveRoomForLastLabels(XYChart chart) {
        var right = new Region();
        right.setPrefSize(LABEL_ROOM, 0);
        var top = new Region();
        top.setPrefSize(0, LABEL_ROOM / 2);
        chart.getAxesAndCanvasPane().addSide(Side.RIGHT, right);
        chart.getAxesAndCanvasPane().addSide(Side.TOP, top);
    }

    /// Draws one data set as a line that stops at NaN.
    static ErrorDataSetRenderer lineRenderer() {
        var renderer = new ErrorDataSetRenderer();
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.setDrawMarker(false);
        renderer.setDrawBars(false);
        renderer.setDrawBubbles(false);
        renderer.setAllowNaNs(true);
        // other threads would save less than waiting for them costs
        renderer.setParallelImplementation(false);
        renderer.setShowInLegend(false);
        return renderer;
    }

    /// The least of some values, or positive infinity when all are NaN.
    static double least(double[] values, int first, int last) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, first); i <= Math.min(last, values.length - 1); i++) {
            if (values[i] < least) {
                least = values[i];
            }
        }
        return least;
    }

    /// The greatest of some values, or negative infinity when all are NaN.
    static double most(double[] values, int first, int last) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, first); i <= Math.min(last, values.length - 1); i++) {
            if (values[i] > most) {
                most = values[i];
            }
        }
        return most;
    }
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;

/// Paints something on a chart's canvas between the grid and the data, from the positions of its axes.
@FunctionalInterface
interface Painter {

    /// Paints.
    ///
    /// @param gc the chart's canvas; what is set on it is put back afterwards
    /// @param x places of indices or values across, in pixels from the left of the canvas
    /// @param y places of values, in pixels from the top of the canvas
    /// @param palette the colours in force
    void paint(GraphicsContext gc, Axis x, Axis y, Palette palette);
}

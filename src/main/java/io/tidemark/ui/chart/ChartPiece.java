package io.tidemark.ui.chart;

import javafx.scene.layout.Region;

/// A chart that can also be read as a table. Belongs to the window's thread; close it with its screen.
public interface ChartPiece extends AutoCloseable {

    /// The chart, to be put into a layout; always the same node.
    Region node();

    /// What the chart shows, as rows.
    TableData table();

    /// Ends what the chart listens to.
    @Override
    void close();
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.tidemark.ui.theme.Palette;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// Lets a [Painter] paint where chart-fx draws data sets; it has none itself.
final class PaintRenderer extends AbstractRendererXY<PaintRenderer> {
    private final Supplier<Palette> palette;
    private final Painter painter;

    PaintRenderer(Supplier<Palette> palette, Painter painter) {
        this.palette = palette;
        this.painter = painter;
        setShowInLegend(false);
    }

    @Override
    public void render() {
        GraphicsContext gc = getChart().getCanvas().getGraphicsContext2D();
        gc.save();
        painter.paint(gc, xAxis, yAxis, palette.get());
        gc.restore();
    }

    @Override
    protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
        throw new IllegalStateException("painted without data sets");
    }

    @Override
    public boolean drawLegendSymbol(DataSetNode dataSet, Canvas canvas) {
        return false;
    }

    @Override
    protected PaintRenderer getThis() {
        return this;
    }
}

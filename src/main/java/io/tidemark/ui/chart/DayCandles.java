package io.tidemark.ui.chart;

import io.fair_acc.chartfx.renderer.spi.financial.CandleStickRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.financial.OhlcvDataSet;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Token;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;

/// Candles, as long as there is room for them. Where several days share a column of pixels a candle is a smear that
/// takes long to paint: there each column shows the range of its days, in the colour of its first open to last close.
final class DayCandles extends CandleStickRenderer {
    /// Pixels a day below which no candle can be told from the next.
    static final double LEAST_WIDTH = 2;

    private final Bars bars;
    private final Supplier<Palette> palette;

    DayCandles(Bars bars, Supplier<Palette> palette) {
        this.bars = bars;
        this.palette = palette;
        // it would set the range after painting, and fight with zooming
        setComputeLocalRange(false);
        var data = new OhlcvDataSet("candles");
        data.setCategoryBased(true);
        data.setData(bars);
        getDatasets().add(data);
    }

    @Override
    protected void render(GraphicsContext gc, DataSet data, DataSetNode style) {
        double width = xAxis.getDisplayPosition(1) - xAxis.getDisplayPosition(0);
        if (width >= LEAST_WIDTH) {
            super.render(gc, data, style);
        } else {
            paintColumns(gc);
        }
    }

    private void paintColumns(GraphicsContext gc) {
        int first = Math.max(0, (int) Math.floor(xAxis.getMin()));
        int last = Math.min(bars.size() - 1, (int) Math.ceil(xAxis.getMax()));
        for (int from = first; from <= last;) {
            double column = Math.floor(xAxis.getDisplayPosition(from));
            int to = from;
            while (to < last && Math.floor(xAxis.getDisplayPosition(to + 1)) == column) {
                to++;
            }
            paintColumn(gc, column, from, to);
            from = to + 1;
        }
    }

    private void paintColumn(GraphicsContext gc, double column, int from, int to) {
        double top = Math.floor(yAxis.getDisplayPosition(Axes.most(bars.high(), from, to)));
        double bottom = Math.ceil(yAxis.getDisplayPosition(Axes.least(bars.low(), from, to)));
        Token token = bars.close()[to] < bars.open()[from] ? Token.PRICE_DOWN : Token.PRICE_UP;
        gc.setFill(palette.get().color(token));
        gc.fillRect(column, top, 1, Math.max(1, bottom - top));
    }
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Token;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints what a line chart shows besides lines: a band over the whole width, an interval at each point.
final class LineExtras implements Painter {
    private static final double CAP = 4;

    private double bandLow = Double.NaN;
    private double bandHigh = Double.NaN;
    private String bandLabel = "";
    private Token bandToken = Token.CEILING;
    private double[] at = new double[0];
    private double[] low = new double[0];
    private double[] high = new double[0];
    private Token intervalToken = Token.INK_MUTED;

    void setBand(double from, double to, String label, Token token) {
        bandLow = from;
        bandHigh = to;
        bandLabel = label;
        bandToken = token;
    }

    void setIntervals(double[] x, double[] from, double[] to, Token token) {
        at = x.clone();
        low = from.clone();
        high = to.clone();
        intervalToken = token;
    }

    @Override
    public void paint(GraphicsContext gc, Axis x, Axis y, Palette palette) {
        double width = gc.getCanvas().getWidth();
        if (bandLow <= bandHigh) {
            double top = y.getDisplayPosition(bandHigh);
            gc.setFill(palette.color(bandToken, 0.18));
            gc.fillRect(0, top, width, Math.max(1, y.getDisplayPosition(bandLow) - top));
            // a band of one value is as good as a line
            gc.setFill(palette.color(bandToken, 0.7));
            gc.fillRect(0, Math.rint(top), width, 1);
            gc.setFill(palette.color(bandToken));
            gc.setFont(PaintedPane.LABEL);
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.setTextBaseline(VPos.TOP);
            gc.fillText(bandLabel, width - 6, top + 2);
        }
        gc.setStroke(palette.color(intervalToken));
        gc.setLineWidth(1);
        for (int i = 0; i < at.length; i++) {
            double place = Math.round(x.getDisplayPosition(at[i])) + 0.5;
            double top = y.getDisplayPosition(high[i]);
            double bottom = y.getDisplayPosition(low[i]);
            gc.strokeLine(place, top, place, bottom);
            gc.strokeLine(place - CAP, top, place + CAP, top);
            gc.strokeLine(place - CAP, bottom, place + CAP, bottom);
        }
    }
}

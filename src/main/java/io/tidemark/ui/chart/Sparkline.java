package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A line without axes, as large as a word: how a figure went.
public final class Sparkline implements ChartPiece {
    private static final double DOT = 2.5;

    private final PaintedPane pane;
    private final Token token;
    private final NumberText text;
    private double[] values = new double[0];

    /// An empty line.
    public Sparkline(ThemeSwitch theme, Token token, NumberText text) {
        this.token = token;
        this.text = text;
        pane = new PaintedPane(theme, 96, 24, this::paint);
    }

    /// Takes other values, NaN where there is none.
    public void setValues(double... values) {
        this.values = values.clone();
        pane.setAccessibleText(values.length == 0
                ? "no values"
                : "last " + text.of(values[values.length - 1]) + " of " + values.length);
        pane.redraw();
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return;
        }
        double low = Arrays.stream(finite).min().getAsDouble();
        double high = Arrays.stream(finite).max().getAsDouble();
        double room = high > low ? 0 : 1;
        var up = new Scale(low - room, high + room, height - DOT - 1, DOT + 1);
        var across = new Scale(0, Math.max(1, values.length - 1), DOT + 1, width - DOT - 1);
        gc.setStroke(palette.color(token));
        gc.setFill(palette.color(token));
        gc.setLineWidth(1.5);
        for (int i = 1; i < values.length; i++) {
            if (Double.isFinite(values[i - 1]) && Double.isFinite(values[i])) {
                gc.strokeLine(across.at(i - 1), up.at(values[i - 1]), across.at(i), up.at(values[i]));
            }
        }
        int last = values.length - 1;
        if (Double.isFinite(values[last])) {
            gc.fillOval(across.at(last) - DOT, up.at(values[last]) - DOT, 2 * DOT, 2 * DOT);
        }
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        return new TableData(List.of("Number", "Value"), IntStream.range(0, values.length)
                .mapToObj(i -> List.of(Integer.toString(i + 1), text.of(values[i]))).toList());
    }

    @Override
    public void close() {
        pane.close();
    }
}

package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// Named figures below each other on one scale, each a dot with its interval: which differ, and which only seem to.
public final class IntervalChart implements ChartPiece {
    private static final double GAP = 10;
    private static final double ROW = 26;
    private static final double HIGHEST_ROW = 40;
    private static final double FOOT = 20;
    private static final double DOT = 9;
    private static final double ROOM = 0.08;
    private static final int TICKS = 5;

    private final PaintedPane pane;
    private final NumberText text;
    private List<Row> rows = List.of();
    private Band band = new Band(Double.NaN, "");

    /// One figure.
    ///
    /// @param name at its left
    /// @param value the dot; NaN for none
    /// @param low lower end of its interval, NaN for none
    /// @param high upper end of its interval, NaN for none
    /// @param reference another figure to compare with, drawn as an upright stroke; NaN for none
    /// @param token the role of the dot's colour
    public record Row(String name, double value, double low, double high, double reference, Token token) {
        /// A figure without an interval or a reference.
        public static Row of(String name, double value, Token token) {
            return new Row(name, value, Double.NaN, Double.NaN, Double.NaN, token);
        }
    }

    private record Band(double from, String name) {}

    /// Without rows yet.
    ///
    /// @param text how figures are written
    public IntervalChart(ThemeSwitch theme, NumberText text) {
        this.text = text;
        pane = new PaintedPane(theme, 420, 4 * ROW + FOOT, this::paint);
    }

    /// Takes other rows, shown from the top down.
    public void setRows(List<Row> rows) {
        this.rows = List.copyOf(rows);
        pane.setPrefHeight(rows.size() * ROW + FOOT + (band.name.isEmpty() ? 0 : FOOT));
        pane.redraw();
    }

    /// Shades everything above a bound.
    ///
    /// @param from the bound; NaN for none
    /// @param name what lies there
    public void setCeiling(double from, String name) {
        band = new Band(from, Double.isNaN(from) ? "" : name);
        setRows(rows);
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        double[] shown = shown().toArray();
        if (shown.length == 0) {
            return;
        }
        double low = DoubleStream.of(shown).min().orElseThrow();
        double high = DoubleStream.of(shown).max().orElseThrow();
        // figures that differ by a hair must not look far apart
        double room = Math.max((high - low) * ROOM, Math.max(0.01, Math.abs(high) * ROOM) - (high - low) / 2);
        double names = rows.stream().mapToDouble(row -> PaintedPane.widthOf(row.name)).max().orElse(0) + GAP;
        double figures = rows.stream().mapToDouble(row -> PaintedPane.widthOf(text.of(row.value))).max().orElse(0);
        var across = new Scale(low - room, high + room, names, Math.max(names + 1, width - figures - GAP));
        double head = band.name.isEmpty() ? 0 : FOOT;
        double step = Math.min(HIGHEST_ROW, (height - FOOT - head) / Math.max(1, rows.size()));
        paintScale(gc, across, head, head + step * rows.size(), palette);
        for (int i = 0; i < rows.size(); i++) {
            paintRow(gc, rows.get(i), across, head + step * (i + 0.5), palette);
        }
    }

    private DoubleStream shown() {
        return DoubleStream.concat(DoubleStream.of(band.from), rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.value, row.low, row.high, row.reference)))
                .filter(value -> !Double.isNaN(value));
    }

    private void paintScale(GraphicsContext gc, Scale across, double top, double bottom, Palette palette) {
        gc.setTextAlign(TextAlignment.CENTER);
        for (double tick : Scale.ticks(across.low(), across.high(), TICKS)) {
            double x = snap(across.at(tick));
            gc.setStroke(palette.color(Token.GRID));
            gc.strokeLine(x, top, x, bottom);
            gc.setFill(palette.color(Token.INK_MUTED));
            gc.fillText(text.of(tick), x, bottom + FOOT / 2);
        }
        if (!band.name.isEmpty()) {
            double from = across.at(band.from);
            gc.setFill(palette.color(Token.CEILING, palette.bandAlpha()));
            gc.fillRect(from, top, across.to() - from, bottom - top);
            gc.setStroke(palette.color(Token.CEILING));
            gc.strokeLine(snap(from), top, snap(from), bottom);
            gc.setFill(palette.color(Token.INK_MUTED));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(band.name, across.to(), top / 2);
        }
    }

    private void paintRow(GraphicsContext gc, Row row, Scale across, double y, Palette palette) {
        gc.setFill(palette.color(Token.INK));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(row.name, across.from() - GAP, y);
        if (Double.isNaN(row.value)) {
            return;
        }
        gc.setStroke(palette.color(row.token));
        gc.setFill(palette.color(row.token));
        if (!Double.isNaN(row.low)) {
            gc.setLineWidth(2);
            gc.strokeLine(across.at(row.low), y, across.at(row.high), y);
            for (double end : new double[]{row.low, row.high}) {
                gc.strokeLine(across.at(end), y - DOT / 2, across.at(end), y + DOT / 2);
            }
        }
        gc.fillOval(across.at(row.value) - DOT / 2, y - DOT / 2, DOT, DOT);
        if (!Double.isNaN(row.reference)) {
            gc.setStroke(palette.color(Token.CLOSED_FORM));
            gc.setLineWidth(2);
            gc.strokeLine(across.at(row.reference), y - DOT, across.at(row.reference), y + DOT);
        }
        gc.setLineWidth(1);
        gc.setFill(palette.color(Token.INK));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(text.of(row.value), across.to() + GAP, y);
    }

    private static double snap(double pixel) {
        return Math.round(pixel) + 0.5;
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        return new TableData(List.of("Name", "Value", "95 % from", "95 % to", "Compared with"),
                rows.stream().map(row -> List.of(row.name, written(row.value), written(row.low), written(row.high),
                        written(row.reference))).toList());
    }

    private String written(double value) {
        return Double.isNaN(value) ? "–" : text.of(value);
    }

    @Override
    public void close() {
        pane.close();
    }
}

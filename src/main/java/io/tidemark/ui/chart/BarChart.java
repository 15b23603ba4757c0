package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// Named bars lying on their sides, longest scale shared: counts of labels, importance of features.
public final class BarChart implements ChartPiece {
    private static final double ROW = 24;
    private static final double GAP = 8;
    private static final double THICKNESS = 12;

    private final PaintedPane pane;
    private final NumberText text;
    private List<Bar> bars = List.of();

    /// One bar.
    ///
    /// @param name at its left
    /// @param value its length, `>= 0`
    /// @param token the role of its colour
    public record Bar(String name, double value, Token token) {}

    /// Without bars yet.
    ///
    /// @param text how values are written at the end of their bars
    public BarChart(ThemeSwitch theme, NumberText text) {
        this.text = text;
        pane = new PaintedPane(theme, 320, 5 * ROW, this::paint);
    }

    /// Takes other bars, shown from the top down.
    public void setBars(List<Bar> bars) {
        this.bars = List.copyOf(bars);
        pane.setPrefHeight(Math.max(1, bars.size()) * ROW);
        pane.redraw();
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        double names = bars.stream().mapToDouble(bar -> PaintedPane.widthOf(bar.name())).max().orElse(0) + GAP;
        double numbers = bars.stream().mapToDouble(bar -> PaintedPane.widthOf(text.of(bar.value()))).max().orElse(0)
                + GAP;
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        var across = new Scale(0, most > 0 ? most : 1, names, Math.max(names + 1, width - numbers));
        double row = Math.min(ROW, height / Math.max(1, bars.size()));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = row * (i + 0.5);
            double thick = Math.min(THICKNESS, row * 0.7);
            gc.setFill(palette.color(Token.INK));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(bar.name(), names - GAP, middle);
            gc.setFill(palette.color(bar.token()));
            gc.fillRect(names, middle - thick / 2, Math.max(1, across.at(bar.value()) - names), thick);
            gc.setFill(palette.color(Token.INK_MUTED));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.fillText(text.of(bar.value()), across.at(bar.value()) + GAP / 2, middle);
        }
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        return new TableData(List.of("Name", "Value"),
                bars.stream().map(bar -> List.of(bar.name(), text.of(bar.value()))).toList());
    }

    @Override
    public void close() {
        pane.close();
    }
}

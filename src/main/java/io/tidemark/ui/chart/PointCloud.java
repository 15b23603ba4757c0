package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Many points in two classes, touched and untouched; dragging the mouse over some draws a box around them.
public final class PointCloud implements ChartPiece {
    private static final double LEFT = 34;
    private static final double FOOT = 34;
    private static final double HEAD = 20;
    private static final double RIGHT = 8;
    private static final double DOT = 2;
    private static final double SOLID = 0.55;
    /// A drag shorter than this was a click.
    private static final double LEAST_DRAG = 4;
    /// Whole numbers are spread over this share of their step, so that points do not hide each other.
    private static final double SPREAD = 0.8;
    private static final double GOLDEN = 0.6180339887498949;

    private final PaintedPane pane;
    private final Axis across;
    private final Axis up;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private boolean[] touched = new boolean[0];
    private Scale acrossScale = new Scale(0, 1, 0, 1);
    private Scale upScale = new Scale(0, 1, 1, 0);
    private double @Nullable [] drag;

    /// One side of the chart.
    ///
    /// @param name what it measures
    /// @param text how its values are written
    public record Axis(String name, NumberText text) {}

    /// A box that was drawn, in values.
    ///
    /// @param left least value across
    /// @param right greatest value across
    /// @param bottom least value upwards
    /// @param top greatest value upwards
    public record Box(double left, double right, double bottom, double top) {}

    /// Without points.
    ///
    /// @param across measured by whole numbers
    /// @param up measured by any numbers
    public PointCloud(ThemeSwitch theme, Axis across, Axis up) {
        this.across = across;
        this.up = up;
        pane = new PaintedPane(theme, 380, 260, this::paint);
    }

    /// Shows other points.
    ///
    /// @param x whole numbers; the arrays are kept and not to be changed
    /// @param y as many values
    /// @param touched as many classes
    public void setPoints(double[] x, double[] y, boolean[] touched) {
        this.x = x;
        this.y = y;
        this.touched = touched;
        pane.redraw();
    }

    /// Has boxes told that are drawn by dragging the mouse.
    public void setOnBrush(Consumer<Box> told) {
        pane.setCursor(Cursor.CROSSHAIR);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED,
                event -> drag = new double[]{event.getX(), event.getY(), event.getX(), event.getY()});
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (drag != null) {
                drag[2] = event.getX();
                drag[3] = event.getY();
                pane.redraw();
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            double[] drawn = drag;
            drag = null;
            pane.redraw();
            if (drawn != null && Math.abs(drawn[2] - drawn[0]) > LEAST_DRAG
                    && Math.abs(drawn[3] - drawn[1]) > LEAST_DRAG) {
                told.accept(box(drawn));
            }
        });
    }

    private Box box(double[] drawn) {
        return new Box(acrossScale.value(Math.min(drawn[0], drawn[2])), acrossScale.value(Math.max(drawn[0], drawn[2])),
                upScale.value(Math.max(drawn[1], drawn[3])), upScale.value(Math.min(drawn[1], drawn[3])));
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        double bottom = height - FOOT;
        acrossScale = scale(x, 1, LEFT, width - RIGHT);
        upScale = scale(y, 0, bottom, HEAD);
        paintAxes(gc, width, bottom, palette);
        for (int i = 0; i < x.length; i++) {
            double spread = (i * GOLDEN % 1 - 0.5) * SPREAD;
            gc.setFill(palette.color(touched[i] ? Token.TOUCHED : Token.UNTOUCHED, SOLID));
            gc.fillRect(acrossScale.at(x[i] + spread) - DOT / 2, upScale.at(y[i]) - DOT / 2, DOT, DOT);
        }
        SplitHistogram.paintKey(gc, width - RIGHT, palette);
        if (drag != null) {
            gc.setStroke(palette.color(Token.INK));
            gc.strokeRect(Math.min(drag[0], drag[2]), Math.min(drag[1], drag[3]), Math.abs(drag[2] - drag[0]),
                    Math.abs(drag[3] - drag[1]));
        }
    }

    private static Scale scale(double[] values, double room, double from, double to) {
        double low = Arrays.stream(values).min().orElse(0) - room;
        double high = Arrays.stream(values).max().orElse(1) + room;
        return new Scale(low, high > low ? high : low + 1, from, to);
    }

    private void paintAxes(GraphicsContext gc, double width, double bottom, Palette palette) {
        gc.setStroke(palette.color(Token.GRID));
        gc.setFill(palette.color(Token.INK_MUTED));
        gc.setTextAlign(TextAlignment.CENTER);
        for (double tick : Scale.ticks(acrossScale.low(), acrossScale.high(), 8)) {
            double at = Math.round(acrossScale.at(tick)) + 0.5;
            gc.strokeLine(at, HEAD, at, bottom);
            gc.fillText(across.text.of(tick), at, bottom + 9);
        }
        gc.fillText(across.name, LEFT + (width - LEFT - RIGHT) / 2, bottom + 25);
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double tick : Scale.ticks(upScale.low(), upScale.high(), 6)) {
            double at = Math.round(upScale.at(tick)) + 0.5;
            gc.strokeLine(LEFT, at, width - RIGHT, at);
            gc.fillText(up.text.of(tick), LEFT - 6, at);
        }
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(up.name, LEFT, HEAD / 2);
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        return new TableData(List.of(across.name, up.name, "Touched"),
                IntStream.range(0, x.length).mapToObj(
                        i -> List.of(across.text.of(x[i]), up.text.of(y[i]), touched[i] ? "yes" : "no")).toList());
    }

    @Override
    public void close() {
        pane.close();
    }
}

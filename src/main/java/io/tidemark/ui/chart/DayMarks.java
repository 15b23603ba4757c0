package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Token;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints marked days as lines from top to bottom, their labels at the top, each beneath those it would lie on.
final class DayMarks implements Painter {
    private static final Font LABEL = Font.font("System", 11);
    private static final double LINE_HEIGHT = 15;
    private static final double GAP = 5;
    private static final double DOT = 5;

    private List<DayMark> marks = List.of();

    void setMarks(List<DayMark> marks) {
        this.marks = List.copyOf(marks);
    }

    @Override
    public void paint(GraphicsContext gc, Axis x, Axis y, Palette palette) {
        double width = gc.getCanvas().getWidth();
        double height = gc.getCanvas().getHeight();
        gc.setFont(LABEL);
        gc.setTextBaseline(VPos.TOP);
        gc.setLineWidth(1);
        List<DayMark> seen = marks.stream().filter(each -> at(x, each) >= 0 && at(x, each) <= width).toList();
        for (DayMark each : seen) {
            gc.setStroke(palette.color(each.token()));
            gc.strokeLine(at(x, each), 0, at(x, each), height);
        }
        for (DayMark each : seen) {
            paintDot(gc, at(x, each), y, each, palette);
        }
        paintLabels(gc, x, seen, palette);
    }

    private static double at(Axis x, DayMark mark) {
        return Math.round(x.getDisplayPosition(mark.day())) + 0.5;
    }

    private static void paintDot(GraphicsContext gc, double at, Axis y, DayMark mark, Palette palette) {
        if (!Double.isNaN(mark.value())) {
            double up = y.getDisplayPosition(mark.value());
            gc.setFill(palette.color(mark.token()));
            gc.fillOval(at - DOT, up - DOT, 2 * DOT, 2 * DOT);
            gc.setStroke(palette.color(Token.GROUND));
            gc.strokeOval(at - DOT, up - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /// Writes labels on the ground, so that no line runs through them.
    private static void paintLabels(GraphicsContext gc, Axis x, List<DayMark> seen, Palette palette) {
        double width = gc.getCanvas().getWidth();
        double taken = Double.NEGATIVE_INFINITY;
        int line = 0;
        gc.setTextAlign(TextAlignment.LEFT);
        for (DayMark each : seen) {
            double at = at(x, each);
            double wide = PaintedPane.widthOf(each.label()) + 2 * GAP;
            double left = at + wide > width ? at - wide : at;
            line = left < taken ? line + 1 : 0;
            taken = left + wide;
            double top = line * LINE_HEIGHT;
            gc.setFill(palette.color(Token.GROUND));
            gc.fillRect(left + 1, top, wide - 2, LINE_HEIGHT);
            gc.setFill(palette.color(each.token() == Token.INK_MUTED ? Token.INK_MUTED : Token.INK));
            gc.fillText(each.label(), left + GAP, top + 1);
        }
    }
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Token;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints levels as dashed lines over the whole width, their labels at the left end.
final class ThresholdLines implements Painter {
    private static final double DASH = 4;
    /// Labels of levels nearer than this would lie on each other: the first is written.
    private static final double LABEL_ROOM = 14;
    private static final Font LABEL = Font.font("System", 10);

    private List<Threshold> thresholds = List.of();

    void setThresholds(List<Threshold> thresholds) {
        this.thresholds = List.copyOf(thresholds);
    }

    @Override
    public void paint(GraphicsContext gc, Axis x, Axis y, Palette palette) {
        double width = gc.getCanvas().getWidth();
        double height = gc.getCanvas().getHeight();
        gc.setStroke(palette.color(Token.THRESHOLD));
        gc.setFill(palette.color(Token.INK_MUTED));
        gc.setLineWidth(1);
        gc.setFont(LABEL);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BOTTOM);
        double lastLabel = Double.POSITIVE_INFINITY;
        for (Threshold each : thresholds) {
            double at = Math.round(y.getDisplayPosition(each.value())) + 0.5;
            if (at >= 0 && at <= height) {
                gc.setLineDashes(DASH, DASH);
                gc.strokeLine(0, at, width, at);
                gc.setLineDashes();
                if (Math.abs(at - lastLabel) >= LABEL_ROOM) {
                    gc.fillText(each.label(), 4, at - 1);
                    lastLabel = at;
                }
            }
        }
    }
}

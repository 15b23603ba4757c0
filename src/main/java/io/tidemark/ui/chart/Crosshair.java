package io.tidemark.ui.chart;

import io.fair_acc.chartfx.Chart;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import javafx.event.EventHandler;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.util.Subscription;

/// Marks the hovered day on every linked chart with a line, and the level under the mouse on the chart it is over.
final class Crosshair extends ChartPlugin {
    private static final double GAP = 4;

    private final DayWindow days;
    private final NumberText text;
    private final Line across = line();
    private final Line upright = line();
    private final Line chosen = line();
    private final Label level = new Label();
    private final EventHandler<MouseEvent> moved = this::onMoved;
    private final EventHandler<MouseEvent> left = event -> onLeft();
    private Subscription following = Subscription.EMPTY;

    /// @param text how levels are written
    Crosshair(DayWindow days, NumberText text) {
        this.days = days;
        this.text = text;
        level.getStyleClass().add("readout");
        level.setMouseTransparent(true);
        level.setManaged(false);
        chosen.getStyleClass().add("crosshair-chosen");
        getChartChildren().addAll(chosen, upright, across, level);
        chartProperty().addListener((observed, before, now) -> {
            if (before != null) {
                leave(before.getCanvas());
            }
            if (now != null) {
                join(now.getCanvas());
            }
        });
        hideLevel();
    }

    private static Line line() {
        var line = new Line();
        line.getStyleClass().add("crosshair-line");
        line.setMouseTransparent(true);
        line.setManaged(false);
        line.setVisible(false);
        return line;
    }

    private void join(Canvas canvas) {
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, left);
        following = Subscription.combine(days.hoveredProperty().subscribe(() -> place()),
                days.selectedProperty().subscribe(() -> place()));
    }

    private void leave(Canvas canvas) {
        canvas.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
        canvas.removeEventHandler(MouseEvent.MOUSE_DRAGGED, moved);
        canvas.removeEventHandler(MouseEvent.MOUSE_EXITED, left);
        following.unsubscribe();
    }

    private void onMoved(MouseEvent event) {
        if (getChart() instanceof XYChart chart && days.size() > 0) {
            int day = (int) Math.round(chart.getXAxis().getValueForDisplay(event.getX()));
            days.hoveredProperty().set(Math.clamp(day, 0, days.size() - 1));
            across.setStartY(event.getY());
            across.setEndY(event.getY());
            across.setEndX(chart.getCanvas().getWidth());
            across.setVisible(true);
            level.setText(text.of(chart.getYAxis().getValueForDisplay(event.getY())));
            level.autosize();
            level.relocate(chart.getCanvas().getWidth() - level.getWidth() - GAP,
                    Math.clamp(event.getY() - level.getHeight() / 2, 0,
                            Math.max(0, chart.getCanvas().getHeight() - level.getHeight())));
            level.setVisible(true);
        }
    }

    private void onLeft() {
        days.hoveredProperty().set(DayWindow.NONE);
        hideLevel();
    }

    private void hideLevel() {
        across.setVisible(false);
        level.setVisible(false);
    }

    @Override
    public void runPostLayout() {
        place();
    }

    private void place() {
        place(upright, days.hoveredProperty().get());
        place(chosen, days.selectedProperty().get());
    }

    private void place(Line line, int day) {
        Chart chart = getChart();
        if (!(chart instanceof XYChart xy) || day == DayWindow.NONE) {
            line.setVisible(false);
            return;
        }
        double at = Math.round(xy.getXAxis().getDisplayPosition(day)) + 0.5;
        line.setStartX(at);
        line.setEndX(at);
        line.setEndY(chart.getCanvas().getHeight());
        line.setVisible(at >= 0 && at <= chart.getCanvas().getWidth());
    }
}

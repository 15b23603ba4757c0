package io.tidemark.ui.chart;

import io.fair_acc.chartfx.XYChart;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Moves the window of days with the mouse: the wheel zooms at the cursor, a drag pans, a double click shows all, a
/// click selects.
final class DayMoves {
    private static final double WHEEL_STEP = 1.15;

    private final DayWindow days;
    private final XYChart chart;
    private double grabbedAt = Double.NaN;

    private DayMoves(DayWindow days, XYChart chart) {
        this.days = days;
        this.chart = chart;
    }

    /// Lets the mouse move the window on this chart.
    static void install(DayWindow days, XYChart chart) {
        var moves = new DayMoves(days, chart);
        Canvas canvas = chart.getCanvas();
        canvas.addEventHandler(ScrollEvent.SCROLL, moves::onScroll);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, moves::onPressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, moves::onDragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> canvas.setCursor(Cursor.DEFAULT));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, moves::onClicked);
    }

    /// From the window itself: the axis learns of a move only when it is next laid out.
    private double indexAt(double x) {
        return days.minProperty().get() + x * daysPerPixel();
    }

    private void onScroll(ScrollEvent event) {
        double across = Math.abs(event.getDeltaX());
        if (across > Math.abs(event.getDeltaY())) {
            days.pan(-event.getDeltaX() * daysPerPixel());
        } else if (event.getDeltaY() != 0) {
            days.zoom(indexAt(event.getX()), event.getDeltaY() > 0 ? 1 / WHEEL_STEP : WHEEL_STEP);
        }
        event.consume();
    }

    private double daysPerPixel() {
        return (days.maxProperty().get() - days.minProperty().get()) / Math.max(1, chart.getCanvas().getWidth());
    }

    private void onPressed(MouseEvent event) {
        grabbedAt = event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
    }

    private void onDragged(MouseEvent event) {
        if (!Double.isNaN(grabbedAt)) {
            chart.getCanvas().setCursor(Cursor.CLOSED_HAND);
            days.pan((grabbedAt - event.getX()) * daysPerPixel());
            grabbedAt = event.getX();
        }
    }

    private void onClicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || days.size() == 0) {
            return;
        }
        if (event.getClickCount() == 2) {
            days.showAll();
        } else if (event.isStillSincePress()) {
            int day = (int) Math.round(indexAt(event.getX()));
            days.selectedProperty().set(Math.clamp(day, 0, days.size() - 1));
        }
    }
}

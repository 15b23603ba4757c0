package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.function.BiFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import javafx.util.Subscription;

/// A canvas as large as its place in the layout, painted at most once a pulse.
final class PaintedPane extends Region {
    /// The font of labels.
    static final Font LABEL = Font.font("System", 11);

    private final Canvas canvas = new Canvas();
    private final ThemeSwitch theme;
    private final Paint paint;
    private final Tooltip tooltip = new Tooltip();
    private final Subscription following;

    /// What paints.
    @FunctionalInterface
    interface Paint {
        /// Paints on a cleared canvas.
        void on(GraphicsContext gc, double width, double height, Palette palette);
    }

    /// @param width preferred width in pixels
    /// @param height preferred height in pixels
    PaintedPane(ThemeSwitch theme, double width, double height, Paint paint) {
        this.theme = theme;
        this.paint = paint;
        setPrefSize(width, height);
        setMinSize(0, 0);
        getStyleClass().add("painted");
        getChildren().add(canvas);
        following = theme.paletteProperty().subscribe(this::redraw);
        tooltip.setShowDelay(Duration.millis(120));
        tooltip.setShowDuration(Duration.INDEFINITE);
    }

    /// Paints anew with the next pulse.
    void redraw() {
        requestLayout();
    }

    /// Shows a text for the place under the mouse; empty for none.
    void setHover(BiFunction<Double, Double, String> textAt) {
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            String text = textAt.apply(event.getX(), event.getY());
            if (text.isEmpty()) {
                Tooltip.uninstall(this, tooltip);
                tooltip.hide();
            } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
                tooltip.setText(text);
                Tooltip.install(this, tooltip);
            }
        });
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, width, height);
        if (width < 1 || height < 1) {
            return;
        }
        gc.save();
        gc.setFont(LABEL);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setLineWidth(1);
        paint.on(gc, width, height, theme.palette());
        gc.restore();
    }

    /// Ends what the pane listens to.
    void close() {
        following.unsubscribe();
    }

    /// How wide a text is in the font of labels.
    static double widthOf(String text) {
        var measure = new Text(text);
        measure.setFont(LABEL);
        return measure.getLayoutBounds().getWidth();
    }
}

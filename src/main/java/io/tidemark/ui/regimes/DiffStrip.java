package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.regime.RegimeLabels;
import io.tidemark.ui.task.Coalesced;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// Beneath the charts: which days a person has marked, and the days that a draft would change, the regime in force
/// above and the draft's below.
final class DiffStrip extends Pane implements AutoCloseable {
    static final double HEIGHT = 22;
    private static final double MARK = 4;
    private static final double HALF = 8;
    private static final double GAP = 6;

    private final RegimesState state;
    private final ThemeSwitch theme;
    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final Coalesced<Boolean> redraw = Coalesced.redraw(this::draw);
    private final Subscription following;
    private int[] before = new int[0];
    private int[] after = new int[0];
    private List<Integer> marked = List.of();

    /// @param width of the part of the charts that shows days
    DiffStrip(RegimesState state, ThemeSwitch theme, ObservableDoubleValue width) {
        this.state = state;
        this.theme = theme;
        getStyleClass().add("diff-strip");
        var name = new Label("marks");
        var what = new Label("changes");
        name.getStyleClass().add("strip-name");
        what.getStyleClass().add("strip-name");
        name.setLayoutY(-3);
        what.setLayoutY(8);
        name.layoutXProperty().bind(canvas.widthProperty().add(GAP));
        what.layoutXProperty().bind(canvas.widthProperty().add(GAP));
        getChildren().addAll(canvas, name, what);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
        setAccessibleText("Days that the thresholds on trial would change");
        canvas.widthProperty().bind(width);
        following = Subscription.combine(canvas.widthProperty().subscribe(this::later),
                state.window().minProperty().subscribe(this::later),
                state.window().maxProperty().subscribe(this::later), theme.paletteProperty().subscribe(this::later));
    }

    void show(LabelledDays days, List<Integer> marks) {
        marked = marks;
        before = days.applied().ids();
        after = days.labels().ids();
        later();
    }

    private void later() {
        redraw.offer(true);
    }

    private void draw() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        Palette palette = theme.palette();
        gc.clearRect(0, 0, width, HEIGHT);
        gc.setStroke(palette.color(Token.GRID));
        double middle = HEIGHT - HALF;
        gc.strokeLine(0, middle, width, middle);
        double from = state.window().minProperty().get();
        double day = width / (state.window().maxProperty().get() - from);
        for (int i = state.window().firstSeen(); i <= state.window().lastSeen() && i < after.length; i++) {
            if (before[i] != after[i]) {
                double left = (i - 0.5 - from) * day;
                half(gc, palette, before[i], left, middle - HALF, day);
                half(gc, palette, after[i], left, middle + 0.5, day);
            }
        }
        gc.setFill(palette.color(Token.HIGHLIGHT));
        for (int i : marked) {
            gc.fillRect((i - 0.5 - from) * day, 0, Math.max(2, day), MARK);
        }
    }

    private static void half(GraphicsContext gc, Palette palette, int id, double left, double top, double day) {
        gc.setFill(palette.color(id == RegimeLabels.UNLABELLED ? Token.REGIME_NONE : Token.ofRegime(id)));
        gc.fillRect(left, top, Math.max(1, day), HALF - 0.5);
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.regime.Regime;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Token;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Paints spells of regimes behind the data: a pale band over the whole height, a solid ribbon at the foot, and the
/// two-letter code above the ribbon where a spell is wide enough and the chart is high enough to spare a line.
///
/// At the bands' paleness colours come too close to be told apart: ribbon and code carry the meaning. Days without a
/// label are hatched.
final class RegimeBands implements Painter {
    /// Height of the solid ribbon, in pixels.
    static final double RIBBON = 8;

    private static final double CODE_ROOM = 20;
    private static final double CODE_HEIGHT = 160;
    private static final double HATCH = 7;
    private static final Font CODE_FONT = Font.font("System", FontWeight.BOLD, 10);

    private Spells spells = Spells.of(new int[0]);
    private Set<Integer> hidden = Set.of();

    /// Takes other spells.
    void setSpells(Spells spells) {
        this.spells = spells;
    }

    /// Leaves regimes out, by id; [Spells#UNLABELLED] for days without one.
    void setHidden(Set<Integer> ids) {
        hidden = Set.copyOf(ids);
    }

    @Override
    public void paint(GraphicsContext gc, Axis x, Axis y, Palette palette) {
        if (spells.count() == 0) {
            return;
        }
        double width = gc.getCanvas().getWidth();
        double height = gc.getCanvas().getHeight();
        gc.setFont(CODE_FONT);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.BOTTOM);
        int last = spells.last(spells.count() - 1);
        int from = spells.at(Math.clamp((int) Math.floor(x.getMin()), 0, last));
        for (int i = from; i < spells.count() && spells.first(i) - 0.5 <= x.getMax(); i++) {
            if (hidden.contains(spells.label(i))) {
                continue;
            }
            double left = Math.max(0, x.getDisplayPosition(spells.first(i) - 0.5));
            double right = Math.min(width, x.getDisplayPosition(spells.last(i) + 0.5));
            if (spells.label(i) == Spells.UNLABELLED) {
                hatch(gc, left, right, height, palette.color(Token.REGIME_NONE));
            } else {
                band(gc, left, right, height, Regime.of(spells.label(i)), palette);
            }
        }
    }

    private static void band(GraphicsContext gc, double left, double right, double height, Regime regime,
            Palette palette) {
        Token token = Token.ofRegime(regime.id());
        gc.setFill(palette.color(token, palette.bandAlpha()));
        gc.fillRect(left, 0, right - left, height - RIBBON);
        gc.setFill(palette.color(token));
        gc.fillRect(left, height - RIBBON, right - left, RIBBON);
        if (right - left >= CODE_ROOM && height >= CODE_HEIGHT) {
            gc.setFill(palette.color(Token.INK));
            gc.fillText(regime.code(), (left + right) / 2, height - RIBBON - 2);
        }
    }

    private static void hatch(GraphicsContext gc, double left, double right, double height, Color color) {
        gc.setStroke(color.deriveColor(0, 1, 1, 0.35));
        gc.setLineWidth(1);
        // each line is cut to the spell by hand: a clip would have the whole canvas painted twice
        for (double at = left - height; at < right; at += HATCH) {
            double from = Math.max(at, left);
            double to = Math.min(at + height, right);
            gc.strokeLine(from, height - (from - at), to, height - (to - at));
        }
    }
}

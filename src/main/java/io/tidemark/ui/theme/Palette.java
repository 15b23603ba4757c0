package io.tidemark.ui.theme;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/// The colours of one theme by their roles, for painters on a canvas.
public final class Palette {
    private final Theme theme;
    private final Map<Token, Color> colors;

    Palette(Theme theme, Map<Token, Color> colors) {
        this.theme = theme;
        this.colors = new EnumMap<>(colors);
    }

    /// Whose colours these are.
    public Theme theme() {
        return theme;
    }

    /// The colour of a role.
    public Color color(Token token) {
        return Objects.requireNonNull(colors.get(token), () -> "the sheets have no " + token.css());
    }

    /// The colour of a role, seen through.
    ///
    /// @param alpha 0 invisible to 1 solid
    public Color color(Token token, double alpha) {
        return color(token).deriveColor(0, 1, 1, alpha);
    }

    /// How solid the bands of regimes behind candles are: a hint that leaves the candles readable.
    public double bandAlpha() {
        return theme == Theme.DARK ? 0.28 : 0.20;
    }

    /// The colour between the two ends of a heat map.
    ///
    /// @param share 0 low to 1 high
    public Color heat(double share) {
        return color(Token.HEAT_LOW).interpolate(color(Token.HEAT_HIGH), Math.clamp(share, 0, 1));
    }
}

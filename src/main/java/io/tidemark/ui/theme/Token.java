package io.tidemark.ui.theme;

import java.util.List;
import java.util.Locale;

/// The roles of colours, each a looked-up colour in `tokens-light.css` and `tokens-dark.css`.
///
/// `REGIME_EXTREME_STRESS` is `-regime-extreme-stress` in a sheet.
public enum Token {
    /// The ground of charts and of the window.
    GROUND,
    /// Text and everything that must be read.
    INK,
    /// Axis labels, secondary text.
    INK_MUTED,
    /// Grid lines of charts.
    GRID,
    /// Axis lines and frames.
    FRAME,
    /// The crosshair and its read-out.
    CROSSHAIR,
    /// What is selected or hovered.
    HIGHLIGHT,
    /// Regime 0.
    REGIME_BULL_TRENDING,
    /// Regime 1.
    REGIME_BEAR_TRENDING,
    /// Regime 2.
    REGIME_HIGH_VOL_NEUTRAL,
    /// Regime 3.
    REGIME_LOW_VOL_NEUTRAL,
    /// Regime 4.
    REGIME_EXTREME_STRESS,
    /// Days without a label.
    REGIME_NONE,
    /// Text on a solid regime colour.
    REGIME_INK,
    /// A day that closed above its open.
    PRICE_UP,
    /// A day that closed below its open.
    PRICE_DOWN,
    /// A moving average over candles.
    PRICE_AVERAGE,
    /// A single line such as the VIX.
    PRICE_LINE,
    /// Lines of thresholds.
    THRESHOLD,
    /// Options whose strike was touched.
    TOUCHED,
    /// Options whose strike was not touched.
    UNTOUCHED,
    /// The closed-form probability, beside the model's.
    CLOSED_FORM,
    /// The model that bots load.
    CHAMPION,
    /// The ceiling of what a model could reach.
    CEILING,
    /// First series of a chart: training, the model.
    SERIES_1,
    /// Second series: validation, the naive figure.
    SERIES_2,
    /// Third series.
    SERIES_3,
    /// Fourth series.
    SERIES_4,
    /// Fifth series.
    SERIES_5,
    /// Sixth series.
    SERIES_6,
    /// The low end of a heat map.
    HEAT_LOW,
    /// The high end of a heat map.
    HEAT_HIGH,
    /// Good news.
    GOOD,
    /// Needs a look.
    WARNING,
    /// Went wrong.
    BAD;

    private static final List<Token> REGIMES = List.of(REGIME_BULL_TRENDING, REGIME_BEAR_TRENDING,
            REGIME_HIGH_VOL_NEUTRAL, REGIME_LOW_VOL_NEUTRAL, REGIME_EXTREME_STRESS);
    private static final List<Token> SERIES = List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    /// The looked-up colour's name in a sheet.
    public String css() {
        return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The regimes' colours by the regime's id, 0 to 4.
    public static Token ofRegime(int id) {
        return REGIMES.get(id);
    }

    /// Colours of unnamed series, repeating after six.
    public static Token series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }
}

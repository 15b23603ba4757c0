package io.tidemark.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.DoubleDataSet;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A chart over trading days: candles and lines over bands of regimes, levels, a crosshair shared with the charts of
/// the same window of days.
///
/// The range of the vertical axis follows what is seen. Belongs to the window's thread; close it with its screen.
public final class DayChart implements AutoCloseable {
    private static final double ROOM = 0.06;

    private final DayWindow days;
    private final ThemeSwitch theme;
    private final DayAxis across;
    private final LevelAxis up;
    private final XYChart chart;
    private final RegimeBands bands = new RegimeBands();
    private final ThresholdLines levels = new ThresholdLines();
    private final DayMarks marks = new DayMarks();
    private final Map<String, ErrorDataSetRenderer> lines = new LinkedHashMap<>();
    private final Map<String, double[]> lows = new LinkedHashMap<>();
    private final Map<String, double[]> highs = new LinkedHashMap<>();
    private final Subscription following;
    private final double[] always = {Double.NaN, Double.NaN};
    private @Nullable DayCandles candles;

    /// An empty chart.
    ///
    /// @param days the window it shares with others
    /// @param theme the colours
    /// @param text how levels are written
    public DayChart(DayWindow days, ThemeSwitch theme, NumberText text) {
        this.days = days;
        this.theme = theme;
        across = new DayAxis(days);
        up = new LevelAxis(text);
        chart = Axes.bareChart(across, up);
        up.setSide(Side.RIGHT);
        chart.getRenderers().setAll(new PaintRenderer(theme::palette, bands),
                new PaintRenderer(theme::palette, levels), new PaintRenderer(theme::palette, marks));
        chart.getPlugins().add(new Crosshair(days, text));
        DayMoves.install(days, chart);
        following = Subscription.combine(theme.paletteProperty().subscribe(chart::invalidate),
                days.minProperty().subscribe(this::fit), days.maxProperty().subscribe(this::fit));
    }

    /// The chart, to be put into a layout.
    public XYChart node() {
        return chart;
    }

    /// Whether dates are written beneath; the lowest of stacked charts does.
    public void setDatesShown(boolean shown) {
        across.setDatesShown(shown);
    }

    /// Shows candles.
    ///
    /// @param open opens by day index; the arrays are kept and not to be changed
    public void setCandles(double[] open, double[] high, double[] low, double[] close) {
        chart.getRenderers().remove(candles);
        candles = null;
        lows.remove("");
        highs.remove("");
        if (close.length > 0) {
            candles = new DayCandles(new Bars(open, high, low, close), theme::palette);
            putIn(candles);
            lows.put("", low);
            highs.put("", high);
        }
        fit();
    }

    /// Shows a line, in place of the one of the same name.
    ///
    /// @param values by day index, NaN where there is none; kept and not to be changed; empty takes the line away
    /// @param token the role of its colour
    public void setLine(String name, double[] values, Token token) {
        chart.getRenderers().remove(lines.remove(name));
        lows.remove(name);
        highs.remove(name);
        if (values.length > 0) {
            var data = new DoubleDataSet(name);
            data.set(IntStream.range(0, values.length).asDoubleStream().toArray(), values, false);
            data.setStyle("-fx-line-color: " + token.css() + "; -fx-line-width: 1.5;");
            ErrorDataSetRenderer renderer = Axes.lineRenderer();
            renderer.getDatasets().add(data);
            putIn(renderer);
            lines.put(name, renderer);
            lows.put(name, values);
            highs.put(name, values);
        }
        fit();
    }

    /// Adds a renderer beneath the marks, which lie over all else.
    private void putIn(Renderer renderer) {
        chart.getRenderers().add(chart.getRenderers().size() - 1, renderer);
    }

    /// Shows spells of regimes behind everything.
    public void setSpells(Spells spells) {
        bands.setSpells(spells);
        chart.invalidate();
    }

    /// Leaves bands of some regimes out, by id.
    public void setHiddenRegimes(Set<Integer> ids) {
        bands.setHidden(ids);
        chart.invalidate();
    }

    /// Shows levels as dashed lines; they do not widen the range, see [DayChart#keepInRange].
    public void setThresholds(List<Threshold> thresholds) {
        levels.setThresholds(thresholds);
        chart.invalidate();
    }

    /// Shows marked days, ascending.
    public void setMarks(List<DayMark> days) {
        marks.setMarks(days);
        chart.invalidate();
    }

    /// Values that are always in range, whatever is seen.
    public void keepInRange(double low, double high) {
        always[0] = low;
        always[1] = high;
        fit();
    }

    /// Sets the vertical range to what is seen and a little room.
    private void fit() {
        double low = Double.isNaN(always[0]) ? Double.POSITIVE_INFINITY : always[0];
        double high = Double.isNaN(always[1]) ? Double.NEGATIVE_INFINITY : always[1];
        for (double[] values : new ArrayList<>(lows.values())) {
            low = Math.min(low, Axes.least(values, days.firstSeen(), days.lastSeen()));
        }
        for (double[] values : new ArrayList<>(highs.values())) {
            high = Math.max(high, Axes.most(values, days.firstSeen(), days.lastSeen()));
        }
        if (low <= high) {
            double room = Math.max((high - low) * ROOM, 1e-9);
            up.set(low - room, high + room);
        }
    }

    /// Ends what the chart listens to.
    @Override
    public void close() {
        following.unsubscribe();
        chart.getPlugins().clear();
        across.minProperty().unbindBidirectional(days.minProperty());
        across.maxProperty().unbindBidirectional(days.maxProperty());
    }
}

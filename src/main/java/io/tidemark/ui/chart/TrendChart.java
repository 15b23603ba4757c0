package io.tidemark.ui.chart;

import io.tidemark.pipeline.RunTrend;
import io.tidemark.ui.chart.LineChart.Look;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import javafx.scene.layout.Region;

/// One figure of a model from run to run: honest with its interval, naive, what chance allows, which run is champion.
public final class TrendChart implements ChartPiece {
    private static final NumberText WHOLE = value -> value == Math.rint(value) ? "%.0f".formatted(value) : "";

    private final LineChart chart;

    /// Without runs yet.
    ///
    /// @param figure what is shown
    /// @param text how it is written
    public TrendChart(ThemeSwitch theme, String figure, NumberText text) {
        chart = new LineChart(theme, "Run", figure, WHOLE, text);
    }

    /// Shows other runs.
    public void show(RunTrend trend) {
        chart.setSeries("Honest", trend.runs(), trend.figure(), Token.SERIES_1, Look.DOTS);
        chart.setSeries("Naive split", trend.runs(), trend.naive(), Token.SERIES_2, Look.DASHED);
        chart.setSeries("Champion", trend.championRuns(), trend.championFigure(), Token.CHAMPION, Look.DOTS);
        chart.setIntervals(trend.runs(), trend.low(), trend.high(), Token.SERIES_1);
        chart.setBand(trend.ceiling().low(), trend.ceiling().high(), "Ceiling", Token.CEILING);
        if (!trend.isEmpty()) {
            chart.fixAcross(trend.across().low(), trend.across().high());
            chart.fixUp(trend.up().low(), trend.up().high());
        }
    }

    @Override
    public Region node() {
        return chart.node();
    }

    @Override
    public TableData table() {
        return chart.table();
    }

    @Override
    public void close() {
        chart.close();
    }
}

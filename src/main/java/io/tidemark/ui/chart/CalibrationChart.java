package io.tidemark.ui.chart;

import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import javafx.scene.layout.Region;

/// How often what was given a probability came true: on the dashed diagonal a model is honest.
public final class CalibrationChart implements ChartPiece {
    private static final String HONEST = "Honest";

    private final LineChart lines;

    /// With the diagonal only.
    public CalibrationChart(ThemeSwitch theme) {
        NumberText percent = NumberText.percent(0);
        lines = new LineChart(theme, "Given probability", "Came true", percent, percent);
        lines.fixAcross(0, 1);
        lines.fixUp(0, 1);
        lines.setSeries(HONEST, new double[]{0, 1}, new double[]{0, 1}, Token.THRESHOLD, LineChart.Look.DASHED);
    }

    /// Shows a model, in place of the one of the same name.
    ///
    /// @param given mean probability of each bin, ascending, 0 to 1
    /// @param cameTrue share of each bin, 0 to 1
    public void setModel(String name, double[] given, double[] cameTrue, Token token) {
        lines.setSeries(name, given, cameTrue, token, LineChart.Look.DOTS);
    }

    @Override
    public Region node() {
        return lines.node();
    }

    @Override
    public TableData table() {
        return lines.table();
    }

    @Override
    public void close() {
        lines.close();
    }
}

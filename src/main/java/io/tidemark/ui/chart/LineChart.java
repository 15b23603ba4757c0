package io.tidemark.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.util.Subscription;

/// Lines over a number: learning curves, calibration, figures over time. Ranges follow the data unless they are set.
public final class LineChart implements ChartPiece {
    private static final double ROOM = 0.05;

    private final DefaultNumericAxis across;
    private final DefaultNumericAxis up;
    private final XYChart chart;
    private final VBox root;
    private final FlowPane legend = new FlowPane(14, 2);
    private final Map<String, Shown> series = new LinkedHashMap<>();
    private final LineExtras extras = new LineExtras();
    private final NumberText acrossText;
    private final NumberText upText;
    private final Subscription following;
    private final double[] fixedAcross = {Double.NaN, Double.NaN};
    private final double[] fixedUp = {Double.NaN, Double.NaN};

    /// How a series is drawn.
    public enum Look {
        /// A solid line.
        LINE,
        /// A dashed line, for what others are compared with.
        DASHED,
        /// A line with a dot at each point, for few points.
        DOTS
    }

    private record Shown(double[] x, double[] y, Look look, ErrorDataSetRenderer renderer) {
    }

    /// An empty chart.
    ///
    /// @param theme the colours
    /// @param acrossName what the horizontal axis counts
    /// @param upName what the vertical axis measures
    /// @param acrossText how numbers are written across
    /// @param upText how numbers are written upwards
    public LineChart(ThemeSwitch theme, String acrossName, String upName, NumberText acrossText, NumberText upText) {
        this.acrossText = acrossText;
        this.upText = upText;
        across = new DefaultNumericAxis(acrossName, 0, 1, 1);
        up = new DefaultNumericAxis(upName, 0, 1, 1);
        Axes.prepare(across, acrossText);
        Axes.prepare(up, upText);
        chart = Axes.bareChart(across, up);
        Axes.leaveRoomForLastLabels(chart);
        chart.getRenderers().add(new PaintRenderer(theme::palette, extras));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("chart-key");
        VBox.setVgrow(chart, Priority.ALWAYS);
        root = new VBox(4, legend, chart);
        root.setPrefSize(480, 280);
        root.setMinSize(0, 0);
        following = theme.paletteProperty().subscribe(chart::invalidate);
    }

    /// Shows a series, in place of the one of the same name.
    ///
    /// @param x ascending
    /// @param y as many, NaN for a gap; both arrays are kept and not to be changed; empty takes the series away
    public void setSeries(String name, double[] x, double[] y, Token token, Look look) {
        Shown before = series.remove(name);
        if (before != null) {
            chart.getRenderers().remove(before.renderer());
        }
        legend.getChildren().removeIf(each -> name.equals(each.getUserData()));
        if (x.length > 0) {
            ErrorDataSetRenderer renderer = Axes.lineRenderer();
            renderer.setDrawMarker(look == Look.DOTS);
            var data = new DoubleDataSet(name);
            data.set(x, y, false);
            data.setStyle(style(token, look));
            renderer.getDatasets().add(data);
            chart.getRenderers().add(renderer);
            series.put(name, new Shown(x, y, look, renderer));
            legend.getChildren().add(key(name, token, look));
        }
        fit();
    }

    /// Takes every series away.
    public void clear() {
        double[] none = new double[0];
        List.copyOf(series.keySet()).forEach(name -> setSeries(name, none, none, Token.INK, Look.LINE));
    }

    /// Shows a band over the whole width, such as the ceiling of what a model could reach.
    public void setBand(double low, double high, String label, Token token) {
        extras.setBand(low, high, label, token);
        chart.invalidate();
    }

    /// Shows a bar from low to high at each point.
    public void setIntervals(double[] x, double[] low, double[] high, Token token) {
        extras.setIntervals(x, low, high, token);
        chart.invalidate();
    }

    /// Keeps the horizontal range as it is given.
    public void fixAcross(double low, double high) {
        fixedAcross[0] = low;
        fixedAcross[1] = high;
        fit();
    }

    /// Keeps the vertical range as it is given.
    public void fixUp(double low, double high) {
        fixedUp[0] = low;
        fixedUp[1] = high;
        fit();
    }

    private static String style(Token token, Look look) {
        String color = token.css();
        String dash = look == Look.DASHED ? " -fx-line-dash-array: 5 4;" : "";
        return "-fx-line-color: " + color + "; -fx-line-width: 1.5; -fx-marker-color: " + color
                + "; -fx-marker-type: circle; -fx-marker-size: 3;" + dash;
    }

    private static HBox key(String name, Token token, Look look) {
        var line = new Line(0, 0, 18, 0);
        line.setStyle("-fx-stroke: " + token.css() + "; -fx-stroke-width: 2;"
                + (look == Look.DASHED ? " -fx-stroke-dash-array: 4 3;" : ""));
        var label = new Label(name);
        label.getStyleClass().add("chart-key-name");
        var key = new HBox(6, line, label);
        key.setAlignment(Pos.CENTER_LEFT);
        key.setUserData(name);
        return key;
    }

    private void fit() {
        // a dot or an interval at the end wants to be seen whole
        double room = series.values().stream().anyMatch(each -> each.look() == Look.DOTS) ? ROOM : 0;
        fit(across, fixedAcross, room, series.values().stream().map(Shown::x).toList());
        fit(up, fixedUp, ROOM, series.values().stream().map(Shown::y).toList());
    }

    private static void fit(DefaultNumericAxis axis, double[] fixed, double share, List<double[]> columns) {
        if (!Double.isNaN(fixed[0])) {
            axis.set(fixed[0], fixed[1]);
            return;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] column : columns) {
            low = Math.min(low, Axes.least(column, 0, column.length - 1));
            high = Math.max(high, Axes.most(column, 0, column.length - 1));
        }
        if (low <= high) {
            double room = high > low ? (high - low) * share : Math.max(1e-6, Math.abs(high) * ROOM);
            axis.set(low - room, high + room);
        }
    }

    /// The chart itself, without its key.
    XYChart chart() {
        return chart;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public TableData table() {
        var rows = new ArrayList<List<String>>();
        series.forEach((name, each) -> {
            for (int i = 0; i < each.x().length; i++) {
                rows.add(List.of(name, acrossText.of(each.x()[i]), upText.of(each.y()[i])));
            }
        });
        return new TableData(List.of("Series", across.getName(), up.getName()), rows);
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

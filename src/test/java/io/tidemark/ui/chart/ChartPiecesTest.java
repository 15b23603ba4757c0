package io.tidemark.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.regime.Regime;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.Theme;
import io.tidemark.ui.theme.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ChartPiecesTest {
    private static final NumberText COUNT = NumberText.decimals(0);

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private <T extends ChartPiece> T showAlone(Supplier<T> maker) {
        T made = UiWindow.onFx(maker::get);
        ui.show(() -> {
            var ground = new StackPane(made.node());
            ground.setPadding(new Insets(20));
            return ground;
        });
        return made;
    }

    private static int count(Image image, Color color) {
        PixelReader pixels = image.getPixelReader();
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (same(pixels.getColor(x, y), color)) {
                    found++;
                }
            }
        }
        return found;
    }

    /// Equal as far as eight bits a channel can tell.
    private static boolean same(Color one, Color other) {
        double apart = Math.max(Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
        return apart < 1.5 / 255;
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        BarChart chart = showAlone(() -> new BarChart(ui.theme(), COUNT));
        UiWindow.onFx(() -> {
            chart.setBars(
                    List.of(new BarChart.Bar("one", 100, Token.SERIES_1), new BarChart.Bar("two", 50, Token.SERIES_2)));
            return chart;
        });
        WritableImage image = UiWindow.image(chart.node());
        double ratio = (double) count(image, ui.palette().color(Token.SERIES_1))
                / count(image, ui.palette().color(Token.SERIES_2));
        assertThat(ratio).isCloseTo(2, within(0.02));
    }

    @Test
    void anIntervalIsAsLongAsItIsWideAndTheCeilingIsShaded() {
        IntervalChart chart = showAlone(() -> new IntervalChart(ui.theme(), NumberText.decimals(2)));
        UiWindow.onFx(() -> {
            chart.setRows(List.of(new IntervalChart.Row("wide", 0.5, 0.3, 0.7, Double.NaN, Token.SERIES_1),
                    new IntervalChart.Row("narrow", 0.5, 0.4, 0.6, 0.55, Token.SERIES_2),
                    IntervalChart.Row.of("unknown", Double.NaN, Token.SERIES_3)));
            chart.setCeiling(0.6, "ceiling");
            return chart;
        });
        WritableImage image = UiWindow.image(chart.node());
        assertThat((double) count(image, ui.palette().color(Token.SERIES_1))
                / count(image, ui.palette().color(Token.SERIES_2))).isBetween(1.5, 2.2);
        assertThat(count(image, ui.palette().color(Token.SERIES_3))).isZero();
        assertThat(count(image, ui.palette().color(Token.CEILING))).isPositive();
        assertThat(chart.table().rows()).containsExactly(List.of("wide", "0.50", "0.30", "0.70", "–"),
                List.of("narrow", "0.50", "0.40", "0.60", "0.55"), List.of("unknown", "–", "–", "–", "–"));
    }

    @Test
    void aHistogramHasAsMuchOfEachColourAsOfEachClass() {
        SplitHistogram chart = showAlone(() -> new SplitHistogram(ui.theme(), NumberText.decimals(1)));
        UiWindow.onFx(() -> {
            chart.setCounts(new double[]{0, 1, 2, 3}, new int[]{60, 30, 0}, new int[]{0, 15, 15});
            return chart;
        });
        WritableImage image = UiWindow.image(chart.node());
        double ratio = (double) count(image, ui.palette().color(Token.UNTOUCHED))
                / count(image, ui.palette().color(Token.TOUCHED));
        assertThat(ratio).isCloseTo(90.0 / 30, within(0.1));
    }

    @Test
    void aClickOnABinTellsTheBin() {
        var told = new ArrayList<Integer>();
        SplitHistogram chart = showAlone(() -> {
            var made = new SplitHistogram(ui.theme(), NumberText.decimals(1));
            made.setCounts(new double[]{0, 1, 2, 3}, new int[]{60, 30, 5}, new int[]{0, 15, 15});
            made.setOnBin(told::add);
            return made;
        });
        ui.robot().clickOn(chart.node());
        UiWindow.settle();
        assertThat(told).containsExactly(1);
        assertThat(chart.table().rows().get(1)).containsExactly("1.0", "2.0", "30", "15");
    }

    @Test
    void binsOfNamesAreToldByName() {
        SplitHistogram chart = showAlone(() -> new SplitHistogram(ui.theme(), NumberText.decimals(1)));
        UiWindow.onFx(() -> {
            chart.setNamed(List.of("call", "put"), new int[]{60, 60}, new int[]{0, 0});
            return chart;
        });
        int all = count(UiWindow.image(chart.node()), ui.palette().color(Token.UNTOUCHED));
        UiWindow.onFx(() -> {
            chart.setChosen(1, 1);
            return chart;
        });
        double left = count(UiWindow.image(chart.node()), ui.palette().color(Token.UNTOUCHED));
        assertThat(left / all).as("share that is not faded").isCloseTo(0.5, within(0.02));
        assertThat(chart.table().rows().get(1)).containsExactly("put", "put", "60", "0");
    }

    @Test
    void aBoxDrawnOverPointsIsToldInTheirValues() {
        var told = new ArrayList<PointCloud.Box>();
        PointCloud chart = showAlone(() -> {
            var made = new PointCloud(ui.theme(), new PointCloud.Axis("Days", COUNT), new PointCloud.Axis("z", COUNT));
            made.setPoints(new double[]{0, 10}, new double[]{0, 4}, new boolean[]{true, false});
            made.setOnBrush(told::add);
            return made;
        });
        WritableImage image = UiWindow.image(chart.node());
        assertThat(image.getWidth()).isGreaterThan(500);
        ui.robot().drag(chart.node()).dropBy(150, -100);
        UiWindow.settle();
        assertThat(told).singleElement().satisfies(box -> {
            assertThat(box.left()).isBetween(4.5, 5.5);
            assertThat(box.right()).isBetween(box.left() + 1, 10.0);
            assertThat(box.bottom()).isBetween(1.8, 2.2);
            assertThat(box.top()).isBetween(box.bottom() + 0.4, 4.0);
        });
        assertThat(chart.table().rows()).containsExactly(List.of("0", "0", "yes"), List.of("10", "4", "no"));
    }

    @Test
    void aConfusionCellIsAsHotAsItsShareOfTheRow() {
        var names = IntStream.range(0, Regime.count()).mapToObj(id -> Regime.of(id).code()).toList();
        int[][] counts = new int[5][5];
        counts[0][0] = 90;
        counts[0][3] = 10;
        HeatGrid chart = showAlone(() -> {
            var grid = new HeatGrid(ui.theme(), "True", "Predicted");
            grid.setCells(ConfusionCells.of(names, counts));
            return grid;
        });
        WritableImage image = UiWindow.image(chart.node());
        assertThat(count(image, ui.palette().heat(0.9))).isGreaterThan(1000);
        assertThat(count(image, ui.palette().heat(0.1))).isGreaterThan(1000);
        assertThat(chart.table().rows().getFirst()).containsExactly("BU", "90", "0", "0", "10", "0");
    }

    @Test
    void linesGoThroughTheirPoints() {
        LineChart chart = showAlone(() -> new LineChart(ui.theme(), "Round", "Loss", COUNT, NumberText.decimals(2)));
        UiWindow.onFx(() -> {
            chart.setSeries("flat", new double[]{0, 50, 100}, new double[]{1, 1, 1}, Token.SERIES_2,
                    LineChart.Look.LINE);
            chart.fixUp(0, 2);
            return chart;
        });
        UiWindow.pulses(4);
        WritableImage image = UiWindow.image(chart.chart().getCanvas());
        Axis y = chart.chart().getYAxis();
        assertThat(y.getLength()).as("the axis is as long as the canvas is high").isEqualTo(image.getHeight());
        int middle = (int) Math.round(y.getDisplayPosition(1));
        int column = (int) image.getWidth() / 3;
        Color line = ui.palette().color(Token.SERIES_2);
        Color ground = image.getPixelReader().getColor(column, middle - 4);
        double thick = IntStream.rangeClosed(middle - 1, middle + 1)
                .mapToObj(row -> image.getPixelReader().getColor(column, row))
                .mapToDouble(seen -> (ground.getBlue() - seen.getBlue()) / (ground.getBlue() - line.getBlue())).sum();
        // a line between two rows of pixels colours both in part
        assertThat(thick).as("pixels of the line's colour at the height of 1").isBetween(1.0, 2.5);
    }

    @Test
    void aSeriesTakenAwayLeavesNoKey() {
        LineChart chart = showAlone(() -> new LineChart(ui.theme(), "Round", "Loss", COUNT, COUNT));
        UiWindow.onFx(() -> {
            chart.setSeries("a", new double[]{0, 1}, new double[]{1, 2}, Token.SERIES_1, LineChart.Look.LINE);
            chart.setSeries("b", new double[]{0, 1}, new double[]{1, 2}, Token.SERIES_2, LineChart.Look.LINE);
            chart.setSeries("a", new double[0], new double[0], Token.SERIES_1, LineChart.Look.LINE);
            return chart;
        });
        assertThat(chart.table().rows()).extracting(List::getFirst).containsOnly("b");
        assertThat(ui.robot().lookup(".chart-key-name").queryAll()).hasSize(1);
    }

    @Test
    void aChartCardShowsItsTableAndSavesAPicture(@TempDir Path folder) throws IOException {
        BarChart chart = UiWindow.onFx(() -> new BarChart(ui.theme(), COUNT));
        Node node = chart.node();
        ChartCard card = ui.show(() -> {
            chart.setBars(List.of(new BarChart.Bar("one", 100, Token.SERIES_1)));
            return new ChartCard("Label counts", "days", chart,
                    new ChartCard.Saving(ui.theme(), new RunningWork(Runnable::run), Silence.NOTICES,
                            GivenFiles.none()));
        });
        Path file = folder.resolve("chart.png");
        UiWindow.onFx(() -> {
            ChartExport.png(node, ui.palette().color(Token.GROUND), file);
            return file;
        });
        var image = new Image(Files.newInputStream(file));
        assertThat(image.getWidth()).isEqualTo(2 * Math.ceil(node.getLayoutBounds().getWidth()), within(2.0));
        assertThat(count(image, ui.palette().color(Token.SERIES_1))).isGreaterThan(1000);
        Path shown = folder.resolve("shown.png");
        UiWindow.onFx(() -> {
            card.save(shown);
            return shown;
        });
        UiWindow.settle();
        assertThat(new Image(Files.newInputStream(shown)).getWidth()).isGreaterThan(100);
        ui.robot().clickOn(".toggle-button");
        UiWindow.settle();
        TableView<?> table = ui.robot().lookup(".table-view").queryTableView();
        assertThat(table.getItems()).hasSize(1);
    }

    @Test
    void everyPieceLooksRightInBothThemes() {
        ui.show(this::gallery);
        for (Theme look : Theme.values()) {
            ui.use(look);
            Path file = ui.picture("gallery");
            assertThat(file).exists();
        }
    }

    private GridPane gallery() {
        var saving = new ChartCard.Saving(ui.theme(), new RunningWork(Runnable::run), Silence.NOTICES,
                GivenFiles.none());
        var grid = new GridPane(24, 20);
        grid.setPadding(new Insets(24));
        for (int i = 0; i < 3; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100 / 3.0);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            var row = new RowConstraints();
            row.setPercentHeight(100 / 3.0);
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        grid.addRow(0, new ChartCard("Learning curves", "log loss", curves(), saving),
                new ChartCard("Calibration", "on the diagonal a model is honest", calibration(), saving),
                new ChartCard("Confusion", "days", confusion(), saving));
        grid.addRow(1, new ChartCard("Touch rate", "distance by DTE", heat(), saving),
                new ChartCard("Distance", "sigmas, split by touched", histogram(), saving),
                new ChartCard("Label counts", "days", bars(), saving));
        grid.addRow(2, new ChartCard("R² over retrains", "with 95 % intervals", retrains(), saving));
        return grid;
    }

    private LineChart curves() {
        var chart = new LineChart(ui.theme(), "Round", "Log loss", COUNT, NumberText.decimals(2));
        double[] x = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
        chart.setSeries("Training", x, Arrays.stream(x).map(r -> 0.1 + 1.4 * Math.exp(-r / 30)).toArray(),
                Token.SERIES_1,
                LineChart.Look.LINE);
        chart.setSeries("Validation", x, Arrays.stream(x).map(r -> 0.3 + 1.3 * Math.exp(-r / 25) + r * 4e-4).toArray(),
                Token.SERIES_2, LineChart.Look.DASHED);
        return chart;
    }

    private CalibrationChart calibration() {
        var chart = new CalibrationChart(ui.theme());
        double[] given = IntStream.range(0, 10).mapToDouble(i -> 0.05 + i * 0.1).toArray();
        chart.setModel("Model", given, Arrays.stream(given).map(p -> p + 0.03 * Math.sin(p * 9)).toArray(),
                Token.SERIES_1);
        chart.setModel("Closed form", given, Arrays.stream(given).map(p -> Math.pow(p, 1.3)).toArray(),
                Token.CLOSED_FORM);
        return chart;
    }

    private HeatGrid confusion() {
        var grid = new HeatGrid(ui.theme(), "True", "Predicted");
        var names = IntStream.range(0, Regime.count()).mapToObj(id -> Regime.of(id).code()).toList();
        grid.setCells(
                ConfusionCells.of(names, new int[][]{{812, 3, 9, 41, 0}, {4, 210, 33, 2, 11}, {14, 25, 330, 61, 5},
                        {52, 1, 44, 690, 0}, {0, 7, 4, 0, 96}}));
        return grid;
    }

    private HeatGrid heat() {
        var grid = new HeatGrid(ui.theme(), "z", "DTE");
        int rows = 6;
        int columns = 7;
        double[][] heat = new double[rows][columns];
        String[][] texts = new String[rows][columns];
        String[][] details = new String[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                heat[row][column] = row == 5 && column < 2 ? Double.NaN : Math.exp(-row * 0.5) * (0.8 + column * 0.03);
                texts[row][column] = "%.0f %%".formatted(100 * heat[row][column]);
                details[row][column] = texts[row][column];
            }
        }
        grid.setCells(new HeatGrid.Cells(List.of("0.0", "0.5", "1.0", "1.5", "2.0", "2.5"),
                List.of("5", "10", "15", "20", "30", "45", "60"), heat, texts, details));
        return grid;
    }

    private SplitHistogram histogram() {
        var chart = new SplitHistogram(ui.theme(), NumberText.decimals(1));
        double[] edges = IntStream.rangeClosed(0, 24).mapToDouble(i -> i * 0.125).toArray();
        int[] untouched = IntStream.range(0, 24).map(i -> (int) (900 * Math.exp(-Math.pow(i - 14, 2) / 60))).toArray();
        int[] touched = IntStream.range(0, 24).map(i -> (int) (700 * Math.exp(-i / 6.0))).toArray();
        chart.setCounts(edges, untouched, touched);
        return chart;
    }

    private BarChart bars() {
        var chart = new BarChart(ui.theme(), COUNT);
        int[] counts = {1012, 288, 401, 655, 102};
        chart.setBars(IntStream.range(0, 5).mapToObj(
                id -> new BarChart.Bar(Regime.of(id).code() + "  " + Regime.of(id).title(), counts[id],
                        Token.ofRegime(id)))
                .toList());
        return chart;
    }

    private LineChart retrains() {
        var chart = new LineChart(ui.theme(), "Run", "R²", COUNT, NumberText.decimals(2));
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {0.39, 0.41, 0.40, 0.43, 0.42, 0.44};
        chart.setBand(0.47, 0.5, "Ceiling", Token.CEILING);
        chart.setIntervals(x, Arrays.stream(y).map(v -> v - 0.03).toArray(),
                Arrays.stream(y).map(v -> v + 0.03).toArray(),
                Token.SERIES_1);
        chart.setSeries("Honest", x, y, Token.SERIES_1, LineChart.Look.DOTS);
        chart.fixUp(0.3, 0.55);
        return chart;
    }
}

package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionCloud;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionFilter;
import io.tidemark.inspection.OptionHeat;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.training.CalibrationBin;
import io.tidemark.ui.chart.CalibrationChart;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.HeatGrid;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.PointCloud;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The charts of the options found: touch rate by distance and days, points over days, calibration.
public final class FiguresController implements AutoCloseable {
    /// With fewer options a rate says little.
    private static final int FEW = 20;

    private final PotState state;
    private final PotDesk desk;
    private final ChartCard.Saving saving;
    private final HeatGrid heat;
    private final PointCloud points;
    private final CalibrationChart calibration;
    private final ChartCard pointCard;
    private final ChartCard calibrationCard;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private HBox figures;

    FiguresController(PotState state, PotDesk desk, ChartCard.Saving saving) {
        this.state = state;
        this.desk = desk;
        this.saving = saving;
        heat = new HeatGrid(saving.theme(), "Days", "Distance in %");
        points = new PointCloud(saving.theme(), new PointCloud.Axis("Days to expiration", NumberText.decimals(0)),
                new PointCloud.Axis("z", NumberText.decimals(1)));
        calibration = new CalibrationChart(saving.theme());
        pointCard = new ChartCard("Every option", "drag to filter", points, saving);
        calibrationCard = new ChartCard("Calibration", "", calibration, saving);
    }

    @FXML
    private void initialize() {
        var heatCard = new ChartCard("Touch rate", "click a cell to filter", heat, saving);
        for (ChartCard card : List.of(heatCard, pointCard, calibrationCard)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(400);
            card.setMinWidth(0);
            figures.getChildren().add(card);
        }
        heat.setOnCell(this::filterCell);
        points.setOnBrush(box -> desk.filter(List.of(
                new OptionFilter.Range(OptionColumn.DAYS, Math.ceil(box.left()), Math.floor(box.right())),
                new OptionFilter.Range(OptionColumn.Z, box.bottom(), box.top()))));
        following = state.figuresProperty().subscribe(this::show);
    }

    private void filterCell(int row, int column) {
        OptionFigures shown = state.figuresProperty().get();
        if (shown != null) {
            desk.filter(shown.heat().filters(row, column));
        }
    }

    private void show(@Nullable OptionFigures shown) {
        if (shown == null) {
            return;
        }
        heat.setCells(cells(shown.heat()));
        OptionCloud cloud = shown.cloud();
        points.setPoints(cloud.days(), cloud.z(), cloud.touched());
        pointCard.header().setHint(cloud.of() > cloud.z().length
                ? "one in %d, drag to filter".formatted(Math.ceilDiv(cloud.of(), cloud.z().length))
                : "drag to filter");
        draw("Closed form", shown.closedForm(), Token.CLOSED_FORM);
        draw("Model", shown.model(), Token.CHAMPION);
        OptionInspection options = state.optionsProperty().get();
        calibrationCard.header().setHint(options == null ? "" : seen(options));
    }

    /// Says that the model's line is flattered.
    private static String seen(OptionInspection options) {
        return options.hasModelSeenAll()
                ? "seen by the model"
                : options.learnedTo().map("model saw to %s"::formatted).orElse("no model yet");
    }

    private void draw(String name, List<CalibrationBin> bins, Token token) {
        calibration.setModel(name, bins.stream().mapToDouble(CalibrationBin::predicted).toArray(),
                bins.stream().mapToDouble(CalibrationBin::observed).toArray(), token);
    }

    private static HeatGrid.Cells cells(OptionHeat heat) {
        int height = heat.days().length - 1;
        int width = heat.distances().length - 1;
        var rates = new double[height][width];
        var texts = new String[height][width];
        var details = new String[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int count = heat.counts()[row][column];
                rates[row][column] = heat.rate(row, column);
                texts[row][column] = count < FEW ? "n " + count : FigureText.percent(heat.rate(row, column), 0);
                details[row][column] = "%s days, %s %%: %,d options, %,d touched (%s), closed form %s".formatted(
                        days(heat, row), distance(heat, column), count, heat.touched()[row][column],
                        FigureText.percent(heat.rate(row, column), 1),
                        FigureText.percent(heat.closedForm()[row][column], 1));
            }
        }
        return new HeatGrid.Cells(IntStream.range(0, height).mapToObj(row -> days(heat, row)).toList(),
                IntStream.range(0, width).mapToObj(column -> distance(heat, column)).toList(), rates, texts, details);
    }

    private static String days(OptionHeat heat, int row) {
        double end = heat.days()[row + 1];
        int from = (int) heat.days()[row];
        return Double.isInfinite(end) ? from + "+" : Math.max(1, from) + "–" + ((int) end - 1);
    }

    private static String distance(OptionHeat heat, int column) {
        NumberText text = value -> value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        double end = heat.distances()[column + 1];
        String from = text.of(heat.distances()[column]);
        return Double.isInfinite(end) ? from + "+" : from + "–" + text.of(end);
    }

    @Override
    public void close() {
        following.unsubscribe();
        heat.close();
        points.close();
        calibration.close();
    }
}

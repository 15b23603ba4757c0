package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionReplay;
import io.tidemark.ui.chart.DayChart;
import io.tidemark.ui.chart.DayMark;
import io.tidemark.ui.chart.DayWindow;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.Threshold;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One option on its candles, with what was known at its start and what became of it.
public final class ReplayController implements AutoCloseable {
    private static final String STRIKE = "Strike";

    private final PotState state;
    private final DayWindow window = new DayWindow();
    private final DayChart chart;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private Node playedOption;
    @FXML
    private Label nothing;
    @FXML
    private Label optionName;
    @FXML
    private Label outcome;
    @FXML
    private Label doubt;
    @FXML
    private Label readOut;
    @FXML
    private GridPane known;
    @FXML
    private StackPane chartPlace;

    ReplayController(PotState state, ThemeSwitch theme) {
        this.state = state;
        chart = new DayChart(window, theme, NumberText.decimals(2));
    }

    @FXML
    private void initialize() {
        chartPlace.getChildren().addFirst(chart.node());
        playedOption.visibleProperty().bind(state.replayProperty().isNotNull());
        nothing.visibleProperty().bind(state.replayProperty().isNull());
        nothing.textProperty().bind(Bindings.when(state.replayTroubleProperty().isEmpty())
                .then("Select an option in the table to see it on its candles.")
                .otherwise(state.replayTroubleProperty()));
        doubt.managedProperty().bind(doubt.textProperty().isNotEmpty());
        following = Subscription.combine(state.replayProperty().subscribe(this::show),
                window.hoveredProperty().subscribe(this::tell));
    }

    private void show(@Nullable OptionReplay replay) {
        OptionInspection options = state.optionsProperty().get();
        if (replay == null || options == null) {
            return;
        }
        draw(replay);
        OptionReplay.Life life = replay.life();
        optionName.setText("%s %s %s, %d days".formatted(options.name(OptionColumn.SYMBOL, life.row()),
                OptionText.value(options, OptionColumn.STRIKE, life.row()),
                options.name(OptionColumn.RIGHT, life.row()), life.days()));
        outcome.setText(replay.outcome());
        doubt.setText(replay.doubt());
        known.getChildren().clear();
        List<OptionColumn> shown = new ArrayList<>(List.of(OptionColumn.CLOSED_FORM, OptionColumn.MODEL));
        shown.addAll(OptionColumn.features());
        shown.add(OptionColumn.Z);
        for (OptionColumn column : shown) {
            addKnown(column, OptionText.value(options, column, life.row()));
        }
        tell();
    }

    private void addKnown(OptionColumn column, String value) {
        int place = known.getChildren().size() / 2;
        var name = new Label(OptionText.title(column));
        name.getStyleClass().add("hint");
        name.setTooltip(new Tooltip(OptionText.words(column)));
        var text = new Label(value.isEmpty() ? "no model yet" : value);
        text.getStyleClass().add("known-value");
        known.addRow(place, name, text);
    }

    private void draw(OptionReplay replay) {
        OptionReplay.Window bars = replay.bars();
        double strike = replay.life().strike();
        window.setDays(bars.days());
        chart.setCandles(bars.open(), bars.high(), bars.low(), bars.close());
        var line = new double[bars.days().length];
        Arrays.fill(line, Double.NaN);
        Arrays.fill(line, replay.first(), replay.last() + 1, strike);
        chart.setLine(STRIKE, line, Token.PRICE_AVERAGE);
        chart.setThresholds(List.of(new Threshold(strike, "strike " + NumberText.decimals(2).of(strike))));
        chart.keepInRange(strike, strike);
        var marks = new ArrayList<DayMark>();
        marks.add(DayMark.at(replay.first(), "start"));
        if (replay.touch() != OptionReplay.NEVER) {
            int day = bars.days()[replay.touch()] - replay.life().start();
            marks.add(new DayMark(replay.touch(), "touched, day " + day, Token.TOUCHED, strike));
        }
        marks.add(DayMark.at(replay.last(), "expires"));
        chart.setMarks(marks);
    }

    /// Writes the bar under the crosshair, else that of the start.
    private void tell() {
        OptionReplay replay = state.replayProperty().get();
        if (replay == null || window.size() != replay.bars().days().length) {
            return;
        }
        int hovered = window.hoveredProperty().get();
        int at = hovered == DayWindow.NONE ? replay.first() : hovered;
        OptionReplay.Window bars = replay.bars();
        int day = bars.days()[at] - replay.life().start();
        String when = day < 0
                ? "%d days before the start".formatted(-day)
                : day == 0
                        ? "the start"
                        : day <= replay.life().days()
                                ? "day %d of %d".formatted(day, replay.life().days())
                                : "%d days after the expiration".formatted(day - replay.life().days());
        readOut.setText("%s, %s   O %,.2f  H %,.2f  L %,.2f  C %,.2f".formatted(window.day(at), when,
                bars.open()[at], bars.high()[at], bars.low()[at], bars.close()[at]));
    }

    @Override
    public void close() {
        following.unsubscribe();
        chart.close();
    }
}

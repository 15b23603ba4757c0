package io.tidemark.ui.regimes;

import io.tidemark.pipeline.DayCard;
import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.regime.Quantity;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.chart.DayChart;
import io.tidemark.ui.chart.DayWindow;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.Spells;
import io.tidemark.ui.chart.Threshold;
import io.tidemark.ui.control.RegimeBadge;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The charts of the labelled days, with legend, read-out and the strip of what a draft would change.
public final class DaysController implements AutoCloseable {
    private final RegimesState state;
    private final DayChart price;
    private final DayChart vix;
    private final DayChart move;
    private final List<LegendChip> chips = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;
    private @Nullable RegimeAudit drawn;
    private @Nullable DaysTable rows;

    @FXML
    private FlowPane legend;
    @FXML
    private Label numbers;
    @FXML
    private Label verdict;
    @FXML
    private Label outlook;
    @FXML
    private GridPane charts;
    @FXML
    private StackPane stripPlace;
    @FXML
    private StackPane table;
    @FXML
    private VBox days;

    private final DiffStrip strip;

    DaysController(RegimesState state, ThemeSwitch theme) {
        this.state = state;
        price = new DayChart(state.window(), theme, NumberText.decimals(2));
        vix = new DayChart(state.window(), theme, NumberText.decimals(0));
        move = new DayChart(state.window(), theme, NumberText.percent(0));
        strip = new DiffStrip(state, theme, price.node().getCanvas().widthProperty());
    }

    @FXML
    private void initialize() {
        place(price, 0, "SPY with SMA50");
        place(vix, 1, "VIX");
        place(move, 2, "return20: change of SPY over 20 sessions");
        price.setDatesShown(false);
        vix.setDatesShown(false);
        stripPlace.getChildren().add(strip);
        for (Regime regime : Regime.values()) {
            var chip = new LegendChip(regime, state);
            chips.add(chip);
            legend.getChildren().add(chip);
        }
        charts.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> charts.requestFocus());
        state.hidden().addListener((SetChangeListener<Regime>) change -> hide());
        following = Subscription.combine(state.auditProperty().subscribe(this::draw),
                state.daysProperty().subscribe(this::label), state.draftProperty().subscribe(this::levels),
                state.window().hoveredProperty().subscribe(this::tell),
                state.window().selectedProperty().subscribe(this::tell));
    }

    private void place(DayChart chart, int row, String name) {
        var title = new Label(name);
        title.getStyleClass().add("chart-name");
        title.setMouseTransparent(true);
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        charts.add(new StackPane(chart.node(), title), 0, row);
    }

    /// Shows the days as rows, or as charts.
    void showAsTable(boolean asked) {
        if (asked && table.getChildren().isEmpty()) {
            rows = new DaysTable(state);
            table.getChildren().add(rows);
        }
        charts.setVisible(!asked);
        charts.setManaged(!asked);
        table.setVisible(asked);
        table.setManaged(asked);
        if (asked && rows != null) {
            days.applyCss();
            days.layout();
            rows.reveal();
        }
    }

    /// The charts with legend and read-out, or the table.
    Node shown() {
        return days;
    }

    /// Gives the charts the keyboard.
    void focus() {
        charts.requestFocus();
    }

    private void draw(@Nullable RegimeAudit audit) {
        if (audit == null || (drawn != null && audit.spy() == drawn.spy())) {
            return;
        }
        drawn = audit;
        int size = audit.size();
        var open = new double[size];
        for (int i = 0; i < size; i++) {
            open[i] = audit.spy().open(i);
        }
        price.setCandles(open, audit.spy().highs(), audit.spy().lows(), audit.spy().closes());
        price.setLine("SMA50", audit.column(inputs -> inputs.sma50()), Token.PRICE_AVERAGE);
        vix.setLine("VIX", audit.column(inputs -> inputs.vix()), Token.PRICE_LINE);
        move.setLine("return20", audit.column(inputs -> inputs.return20()), Token.PRICE_LINE);
    }

    private void label(@Nullable LabelledDays labelled) {
        if (labelled != null) {
            var spells = Spells.of(labelled.labels().ids());
            price.setSpells(spells);
            vix.setSpells(spells);
            move.setSpells(spells);
            strip.show(labelled, markedDays());
            chips.forEach(chip -> chip.tell(labelled));
            tell();
        }
    }

    private List<Integer> markedDays() {
        RegimeAudit audit = state.auditProperty().get();
        return audit == null ? List.of() : audit.markedDays();
    }

    private void levels(RegimeThresholds at) {
        vix.setThresholds(lines(at, Set.of(Quantity.VIX)));
        move.setThresholds(lines(at, Set.of(Quantity.RETURN_20, Quantity.SIZE_OF_RETURN_20)));
    }

    private static List<Threshold> lines(RegimeThresholds at, Set<Quantity> quantities) {
        var lines = new TreeMap<Double, Threshold>();
        for (RegimeThreshold each : RegimeThreshold.values()) {
            if (quantities.contains(each.quantity())) {
                double value = each.in(at);
                lines.put(value, new Threshold(value, each.quantity().text(value)));
            }
        }
        return List.copyOf(lines.values());
    }

    private void hide() {
        Set<Integer> ids = state.hidden().stream().map(Regime::id).collect(Collectors.toSet());
        price.setHiddenRegimes(ids);
        vix.setHiddenRegimes(ids);
        move.setHiddenRegimes(ids);
        chips.forEach(LegendChip::follow);
    }

    /// Writes the read-out of the current day.
    private void tell() {
        RegimeAudit audit = state.auditProperty().get();
        LabelledDays labelled = state.daysProperty().get();
        int day = state.currentDay();
        if (audit == null || labelled == null || day == DayWindow.NONE || day >= audit.size()) {
            numbers.setText("");
            verdict.setText("");
            outlook.setText("");
            return;
        }
        DayCard card = audit.card(day, labelled);
        numbers.setText(ReadOut.numbers(audit.spy(), day, card));
        verdict.setText(ReadOut.verdict(card));
        outlook.setText(ReadOut.outlook(card));
    }

    @Override
    public void close() {
        following.unsubscribe();
        strip.close();
        if (rows != null) {
            rows.close();
        }
        price.close();
        vix.close();
        move.close();
    }

    /// A regime in the legend: its name, how many days it has; off takes its bands away.
    private static final class LegendChip extends ToggleButton {
        private final Regime regime;
        private final RegimesState state;

        LegendChip(Regime regime, RegimesState state) {
            super("", RegimeBadge.shape(regime));
            this.regime = regime;
            this.state = state;
            setId("legend-" + regime.code());
            getStyleClass().add("legend-chip");
            setAccessibleText(regime.title());
            setTooltip(new Tooltip("Show or hide the bands of " + regime.title()));
            setSelected(true);
            setText(regime.code() + "  " + shortName(regime));
            setOnAction(event -> {
                if (isSelected()) {
                    state.hidden().remove(regime);
                } else {
                    state.hidden().add(regime);
                }
            });
        }

        /// Legends stand in one line: the whole name is in the tooltip and the read-out.
        private static String shortName(Regime regime) {
            return switch (regime) {
                case BULL_TRENDING -> "Bull";
                case BEAR_TRENDING -> "Bear";
                case HIGH_VOL_NEUTRAL -> "High vol.";
                case LOW_VOL_NEUTRAL -> "Low vol.";
                case EXTREME_STRESS -> "Stress";
            };
        }

        void follow() {
            setSelected(!state.hidden().contains(regime));
        }

        void tell(LabelledDays labelled) {
            setText(regime.code() + "  " + shortName(regime) + "  " + Numbers.count(labelled.count(regime)));
        }
    }
}

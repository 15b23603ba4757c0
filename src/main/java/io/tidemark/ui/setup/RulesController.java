package io.tidemark.ui.setup;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeRule;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.control.RegimeBadge;
import io.tidemark.ui.control.ThresholdSliders;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The step of the guide in which the regime rules are seen and adjusted.
public final class RulesController {
    private final SetupState state;
    private final RulesDesk desk;
    private final ThresholdSliders sliders;
    private final BarChart chart;

    @FXML
    private VBox thresholds;
    @FXML
    private VBox inOrder;
    @FXML
    private VBox counts;
    @FXML
    private Label changed;
    @FXML
    private Button revert;
    @FXML
    private Button defaults;

    RulesController(SetupState state, RulesDesk desk, ThemeSwitch theme) {
        this.state = state;
        this.desk = desk;
        sliders = new ThresholdSliders(state.draftProperty().get(), desk::propose);
        chart = new BarChart(theme, NumberText.decimals(0));
    }

    @FXML
    private void initialize() {
        thresholds.getChildren().add(sliders);
        counts.getChildren().add(chart.node());
        revert.disableProperty().bind(state.rulesChanged().not());
        defaults.disableProperty().bind(state.draftProperty().isEqualTo(RegimeThresholds.defaults()));
        state.draftProperty().subscribe(this::show);
        state.daysProperty().subscribe(this::tell);
    }

    private void show(RegimeThresholds at) {
        sliders.show(at);
        inOrder.getChildren().setAll(RegimeRules.of(at).inOrder().stream().map(RulesController::row).toList());
    }

    private static HBox row(RegimeRule rule) {
        var text = new Label(rule.text());
        text.setWrapText(true);
        return new HBox(8, new RegimeBadge(rule.regime()), text);
    }

    private void tell(@Nullable LabelledDays days) {
        chart.node().setVisible(days != null);
        chart.node().setManaged(days != null);
        if (days == null) {
            changed.setText(
                    "How many days each regime gets is shown here once the bars of SPY and VIX are downloaded.");
            return;
        }
        chart.setBars(List.copyOf(Arrays.stream(Regime.values()).map(regime -> new BarChart.Bar(
                regime.code() + "  " + regime.title(), days.count(regime), Token.ofRegime(regime.id()))).toList()));
        int count = days.changed();
        changed.setText(switch (count) {
            case 0 -> "As the rules in force label the days.";
            case 1 -> "1 day changes against the rules in force.";
            default -> "%,d days change against the rules in force.".formatted(count);
        });
    }

    /// Ends what the chart listens to.
    void close() {
        chart.close();
    }

    @FXML
    private void onRevert() {
        desk.propose(state.rulesProperty().get());
    }

    @FXML
    private void onDefaults() {
        desk.propose(RegimeThresholds.defaults());
    }
}

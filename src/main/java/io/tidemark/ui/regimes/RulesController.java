package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.regime.RegimeRule;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.control.RegimeBadge;
import io.tidemark.ui.control.ThresholdSliders;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The thresholds as sliders that label all days while they move, and what that would change.
public final class RulesController implements AutoCloseable {
    private final RegimesState state;
    private final RegimesDesk desk;
    private final ThresholdSliders sliders;
    private final List<Label> ruleTexts = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    @FXML
    private VBox inOrder;
    @FXML
    private VBox thresholds;
    @FXML
    private Label changed;
    @FXML
    private VBox changes;
    @FXML
    private Button apply;
    @FXML
    private Button revert;
    @FXML
    private Button defaults;

    RulesController(RegimesState state, RegimesDesk desk) {
        this.state = state;
        this.desk = desk;
        sliders = new ThresholdSliders(state.draftProperty().get(), desk::propose);
    }

    @FXML
    private void initialize() {
        RegimeRules.defaults().inOrder().forEach(rule -> inOrder.getChildren().add(ruleRow(rule)));
        thresholds.getChildren().add(sliders);
        apply.disableProperty().bind(state.dirty().not().or(state.writingProperty()));
        revert.disableProperty().bind(state.dirty().not());
        defaults.disableProperty().bind(state.draftProperty().isEqualTo(RegimeThresholds.defaults()));
        following = Subscription.combine(state.draftProperty().subscribe(this::show),
                state.daysProperty().subscribe(this::tell));
    }

    private void show(RegimeThresholds at) {
        sliders.show(at);
        List<RegimeRule> rules = RegimeRules.of(at).inOrder();
        for (int i = 0; i < rules.size(); i++) {
            ruleTexts.get(i).setText(rules.get(i).text());
        }
    }

    private Node ruleRow(RegimeRule rule) {
        var text = new Label();
        text.setWrapText(true);
        ruleTexts.add(text);
        return new HBox(8, new RegimeBadge(rule.regime()), text);
    }

    private void tell(@Nullable LabelledDays days) {
        if (days == null) {
            return;
        }
        int count = days.changed();
        changed.setText(count == 1 ? "1 day changes" : Numbers.count(count) + " days change");
        changes.getChildren().setAll(days.changes().stream().map(RulesController::changeRow).toList());
        if (count == 0) {
            var hint = new Label(
                    "Move a threshold: the chart follows at once, and nothing is kept until you apply it.");
            hint.setWrapText(true);
            hint.getStyleClass().add("hint");
            changes.getChildren().setAll(List.of(hint));
        }
    }

    private static Node changeRow(LabelledDays.Change change) {
        var arrow = new Label("becomes");
        arrow.getStyleClass().add("hint");
        var row = new HBox(8, new RegimeBadge(change.from()), arrow, new RegimeBadge(change.to()),
                new Label(Numbers.days(change.days())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @FXML
    private void onApply() {
        desk.apply();
    }

    @FXML
    private void onRevert() {
        desk.revert();
    }

    @FXML
    private void onDefaults() {
        desk.propose(RegimeThresholds.defaults());
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.regimes;

import atlantafx.base.theme.Styles;
import io.tidemark.pipeline.DayCard;
import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeFlip;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeSpell;
import io.tidemark.ui.chart.DayWindow;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.RegimeBadge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One day's audit: label and where it comes from, the rules asked, the nearest flips, the model, marks.
public final class DayCardController implements AutoCloseable {
    private final RegimesState state;
    private final RegimesDesk desk;
    private Subscription following = Subscription.EMPTY;
    private @Nullable DayCard shown;

    @FXML
    private EmptyState nothing;
    @FXML
    private ScrollPane scroll;
    @FXML
    private Label date;
    @FXML
    private HBox label;
    @FXML
    private Label source;
    @FXML
    private VBox rules;
    @FXML
    private VBox flips;
    @FXML
    private VBox model;
    @FXML
    private Label modelHint;
    @FXML
    private GridPane features;
    @FXML
    private VBox marks;
    @FXML
    private DatePicker first;
    @FXML
    private DatePicker last;
    @FXML
    private ComboBox<Choice> choice;
    @FXML
    private TextField note;
    @FXML
    private Button mark;
    @FXML
    private Label markProblem;

    /// What a mark can say.
    ///
    /// @param regime null for a flag
    /// @param words as shown
    record Choice(@Nullable Regime regime, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    DayCardController(RegimesState state, RegimesDesk desk) {
        this.state = state;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        choice.getItems().add(new Choice(null, "Flag only, keep the label"));
        for (Regime regime : Regime.values()) {
            choice.getItems().add(new Choice(regime, "Override: " + regime.code() + "  " + regime.title()));
        }
        choice.getSelectionModel().selectFirst();
        IsoDates.install(first);
        IsoDates.install(last);
        markProblem.textProperty().bind(Bindings.createStringBinding(this::markProblem, first.valueProperty(),
                last.valueProperty(), note.textProperty()));
        mark.disableProperty().bind(markProblem.textProperty().isNotEmpty().or(state.writingProperty()));
        mark.textProperty().bind(Bindings.createStringBinding(this::verb, first.valueProperty(), last.valueProperty(),
                choice.valueProperty()));
        following = Subscription.combine(state.window().selectedProperty().subscribe(this::show),
                state.daysProperty().subscribe(this::show));
    }

    private String markProblem() {
        if (first.getValue() == null || last.getValue() == null || last.getValue().isBefore(first.getValue())) {
            return "Choose a first day and a last day that is not before it.";
        }
        return note.getText().isBlank() ? "Say why in the note: it is kept with the mark." : "";
    }

    private String verb() {
        boolean range = first.getValue() != null && !first.getValue().equals(last.getValue());
        String days = range ? "these days" : "this day";
        return choice.getValue() == null || choice.getValue().regime() == null ? "Flag " + days : "Override " + days;
    }

    /// Puts the keyboard where a mark is written.
    void focusNote() {
        note.requestFocus();
    }

    private void show() {
        RegimeAudit audit = state.auditProperty().get();
        LabelledDays days = state.daysProperty().get();
        int day = state.window().selectedProperty().get();
        boolean there = audit != null && days != null && day != DayWindow.NONE && day < audit.size();
        nothing.setVisible(!there);
        scroll.setVisible(there);
        if (there) {
            DayCard card = audit.card(day, days);
            if (shown == null || !shown.date().equals(card.date())) {
                first.setValue(card.date());
                last.setValue(card.date());
                scroll.setVvalue(0);
            }
            shown = card;
            fill(audit, card);
        }
    }

    private void fill(RegimeAudit audit, DayCard card) {
        date.setText(Numbers.day(card.date()));
        label.getChildren().setAll(headline(card));
        source.setText(source(card));
        rules.getChildren().setAll(card.steps().stream().map(DayCardController::step).toList());
        flips.getChildren().setAll(card.flips().isEmpty()
                ? List.of(hint("No single number could change the regime of this day."))
                : card.flips().stream().map(DayCardController::flip).toList());
        model.getChildren().setAll(modelRows(card));
        modelHint.setText(modelHint(audit, card));
        features.getChildren().clear();
        for (int i = 0; i < card.features().size(); i++) {
            DayCard.Feature feature = card.features().get(i);
            var value = new Label(Numbers.decimals(feature.value(), 4));
            value.getStyleClass().add("numeric");
            features.addRow(i, new Label(feature.name()), value);
        }
        marks.getChildren().setAll(card.marks().isEmpty()
                ? List.of(hint("Nobody has marked this day."))
                : card.marks().stream().map(this::markRow).toList());
    }

    private static List<Node> headline(DayCard card) {
        Regime regime = card.label();
        if (regime == null) {
            return List.of(new Label("No label"));
        }
        var title = new Label(regime.title());
        title.getStyleClass().add("day-label");
        return List.of(new RegimeBadge(regime), title);
    }

    private static String source(DayCard card) {
        if (card.hit() == null) {
            return "VIX or a number that needs earlier days is missing, so no rule was asked.";
        }
        Optional<RegimeMark> override = card.override();
        return override.isEmpty()
                ? "By rule: " + card.hit().text()
                : "Set by a person: " + override.get().note() + ". The rules say " + card.hit().regime().code() + ".";
    }

    private static Node step(DayCard.Step step) {
        var text = new Label((step.fired() ? "fired:  " : step.fits() ? "fits, too late:  " : "no:  ") + step.text());
        text.setWrapText(true);
        text.getStyleClass().add(step.fired() ? "rule-fired" : "rule-asked");
        var row = new HBox(8, new RegimeBadge(step.regime()), text);
        row.setMinWidth(0);
        return row;
    }

    private static Node flip(RegimeFlip flip) {
        var text = new Label(flip.text());
        text.setWrapText(true);
        var far = hint("%s usual days' moves".formatted(Numbers.decimals(flip.usualDays(), 1)));
        return new HBox(8, new RegimeBadge(flip.regime()), new VBox(text, far));
    }

    private static List<Node> modelRows(DayCard card) {
        if (card.probabilities().isEmpty()) {
            return List.of();
        }
        return List.of(Regime.values()).stream()
                .<Node>map(regime -> new ShareBar(regime, card.probabilities().get(regime.id()),
                        Numbers.percent(card.probabilities().get(regime.id()), 1)))
                .toList();
    }

    private static String modelHint(RegimeAudit audit, DayCard card) {
        var opinion = audit.opinion();
        if (opinion == null) {
            return audit.modelTrouble().isEmpty()
                    ? "There is no regime model yet. Train one to compare it with the labels."
                    : audit.modelTrouble();
        }
        if (card.probabilities().isEmpty()) {
            return "The model cannot tell: a feature of this day is missing.";
        }
        String ahead = opinion.horizon() == 0
                ? ""
                : " It foretold this day " + Numbers.days(opinion.horizon()) + " before.";
        String rules = opinion.learnedWith().equals(audit.applied().rules().thresholds())
                ? ""
                : " It learned from other thresholds than those in force: train again.";
        return "Run " + opinion.run() + (card.isDisputed() ? " disagrees with the label." : " agrees with the label.")
                + ahead + rules;
    }

    private Node markRow(RegimeMark each) {
        Regime regime = each.regime();
        var row = new HBox(8);
        if (regime != null) {
            row.getChildren().add(new RegimeBadge(regime));
        }
        var text = new Label((regime == null ? "Flag: " : "") + each.note());
        text.setWrapText(true);
        var undo = new Button("Take back");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.getStyleClass().add(Styles.SMALL);
        undo.setOnAction(event -> desk.unmark(each));
        undo.disableProperty().bind(state.writingProperty());
        row.getChildren().addAll(text, undo);
        return row;
    }

    private static Label hint(String words) {
        var label = new Label(words);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void onWholeSpell() {
        LabelledDays days = state.daysProperty().get();
        int day = state.window().selectedProperty().get();
        if (days != null && day != DayWindow.NONE) {
            RegimeSpell spell = days.spellOf(day).orElse(null);
            if (spell != null) {
                first.setValue(state.window().day(spell.first()));
                last.setValue(state.window().day(spell.last()));
            }
        }
    }

    @FXML
    private void onMark() {
        if (mark.isDisabled()) {
            return;
        }
        LocalDate from = first.getValue();
        LocalDate to = last.getValue();
        desk.mark(from, to, choice.getValue().regime(), note.getText(), () -> {
            note.clear();
            choice.getSelectionModel().selectFirst();
        });
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.ui.control.CheckedField;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.task.RunningWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The parameters of the model shown, and the buttons that train.
public final class ParametersController {
    private static final double TOOLTIP_WIDTH = 320;

    private final TrainingState state;
    private final TrainingDesk desk;
    private final RunningWork work;
    private final List<Binding> bound = new ArrayList<>();

    @FXML
    private Label heading;
    @FXML
    private GridPane fields;
    @FXML
    private Button reset;
    @FXML
    private CheckBox regime;
    @FXML
    private CheckBox touch;
    @FXML
    private ComboBox<PromotionPolicy> policy;
    @FXML
    private Button train;
    @FXML
    private Button cancel;
    @FXML
    private Node underway;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label message;
    @FXML
    private Label hint;

    ParametersController(TrainingState state, TrainingDesk desk, RunningWork work) {
        this.state = state;
        this.desk = desk;
        this.work = work;
    }

    private record Binding(StringProperty field, StringProperty text) {}

    @FXML
    private void initialize() {
        regime.selectedProperty().bindBidirectional(state.wantedProperty(ModelKind.REGIME_CLASSIFIER));
        touch.selectedProperty().bindBidirectional(state.wantedProperty(ModelKind.PROBABILITY_OF_TOUCH));
        policy.getItems().setAll(PromotionPolicy.values());
        policy.setConverter(new PolicyText());
        policy.valueProperty().bindBidirectional(state.policyProperty());
        train.disableProperty().bind(state.ready().not().or(work.writing()));
        train.defaultButtonProperty()
                .bind(state.phaseProperty().isEqualTo(TrainingState.Phase.READY)
                        .and(state.shownProperty().isNotNull()));
        Shown.when(cancel, state.trainingProperty());
        Shown.when(underway, state.trainingProperty());
        Shown.when(hint, state.ready().not());
        bar.progressProperty().bind(state.doneProperty());
        message.textProperty().bind(state.messageProperty());
        fields.disableProperty().bind(state.trainingProperty());
        state.modelProperty().subscribe(this::show);
    }

    private void show(ModelKind model) {
        bound.forEach(each -> each.field().unbindBidirectional(each.text()));
        bound.clear();
        fields.getChildren().clear();
        ParameterSheet sheet = state.sheet(model);
        heading.setText(model.title());
        int place = 0;
        for (Parameter parameter : sheet.parameters()) {
            fields.add(field(sheet, parameter), place % 2, place / 2);
            place++;
        }
        reset.disableProperty().bind(sheet.usual().or(state.trainingProperty()));
    }

    private CheckedField field(ParameterSheet sheet, Parameter parameter) {
        var field = new CheckedField();
        field.setId("parameter-" + parameter.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field.setName(parameter.title());
        field.getField().setAccessibleText(parameter.title());
        field.setCheck(parameter::problem);
        field.textProperty().bindBidirectional(sheet.text(parameter));
        bound.add(new Binding(field.textProperty(), sheet.text(parameter)));
        var words = new Tooltip(parameter.explanation());
        words.setWrapText(true);
        words.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(field, words);
        return field;
    }

    @FXML
    private void onReset() {
        state.sheet(state.modelProperty().get()).reset();
    }

    @FXML
    private void onTrain() {
        desk.train();
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }

    /// When a model is put in use, in words.
    private static final class PolicyText extends StringConverter<PromotionPolicy> {
        @Override
        public String toString(@Nullable PromotionPolicy policy) {
            return switch (policy) {
                case null -> "";
                case IF_NOT_WORSE -> "if not worse than the champion";
                case ALWAYS -> "always";
                case NEVER -> "never: only keep the run";
            };
        }

        @Override
        public @Nullable PromotionPolicy fromString(String text) {
            return null; // chosen, never typed
        }
    }
}

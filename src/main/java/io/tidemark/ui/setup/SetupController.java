package io.tidemark.ui.setup;

import io.tidemark.pipeline.GatewayPreset;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.setup.SetupState.Kind;
import io.tidemark.ui.task.RunningWork;
import java.io.File;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows one step of the guide at a time and passes on what is asked.
public final class SetupController {
    private final SetupState state;
    private final SetupDesk desk;
    private final RulesDesk rules;
    private final RunningWork work;
    private final Navigator navigator;
    private final Runnable chooseWorkspace;

    @FXML
    private ListView<SetupStep> steps;
    @FXML
    private Label title;
    @FXML
    private Label will;
    @FXML
    private Node folderPane;
    @FXML
    private Label folder;
    @FXML
    private Label found;
    @FXML
    private Node sourcePane;
    @FXML
    private RadioButton demo;
    @FXML
    private RadioButton gateway;
    @FXML
    private RadioButton csv;
    @FXML
    private Node gatewayFields;
    @FXML
    private ComboBox<GatewayPreset> preset;
    @FXML
    private TextField host;
    @FXML
    private TextField port;
    @FXML
    private Node csvFields;
    @FXML
    private TextField csvFolder;
    @FXML
    private Button test;
    @FXML
    private Node symbolsPane;
    @FXML
    private TextField symbols;
    @FXML
    private TextField years;
    @FXML
    private TextField samples;
    @FXML
    private Node rulesPane;
    @FXML
    private Node runPane;
    @FXML
    private VBox stages;
    @FXML
    private Button run;
    @FXML
    private Button cancel;
    @FXML
    private Label did;
    @FXML
    private Node trouble;
    @FXML
    private Label troubleText;
    @FXML
    private Button back;
    @FXML
    private Button skip;
    @FXML
    private Button next;
    @FXML
    private Label reason;

    SetupController(SetupState state, SetupDesk desk, RulesDesk rules, RunningWork work, Navigator navigator,
            Runnable chooseWorkspace) {
        this.state = state;
        this.desk = desk;
        this.rules = rules;
        this.work = work;
        this.navigator = navigator;
        this.chooseWorkspace = chooseWorkspace;
    }

    @FXML
    private void initialize() {
        folder.setText(desk.folder().toString());
        found.textProperty().bind(state.foundProperty());
        showSteps();
        next.textProperty().bind(Bindings.createStringBinding(this::nextVerb, state.stepProperty(),
                state.rulesChanged()));
        showSource();
        symbols.textProperty().bindBidirectional(state.symbolsProperty());
        years.textProperty().bindBidirectional(state.yearsProperty());
        samples.textProperty().bindBidirectional(state.samplesProperty());
        showRun();
        did.textProperty().bind(state.didProperty());
        Shown.when(did, state.didProperty().isNotEmpty());
        troubleText.textProperty().bind(state.troubleProperty());
        Shown.when(trouble, state.troubleProperty().isNotEmpty());
        StringBinding blocked = Bindings.createStringBinding(desk::blocked, watched());
        reason.textProperty().bind(blocked);
        next.disableProperty().bind(blocked.isNotEmpty().or(state.runningProperty()));
        back.disableProperty().bind(state.stepProperty().isEqualTo(SetupStep.FOLDER).or(state.runningProperty()));
        skip.disableProperty().bind(state.runningProperty());
        skip.visibleProperty().bind(state.stepProperty().isNotEqualTo(SetupStep.DONE));
    }

    private Observable[] watched() {
        return new Observable[]{state.stepProperty(), state.finished(), state.kindProperty(), state.hostProperty(),
                state.portProperty(), state.csvProperty(), state.symbolsProperty(), state.yearsProperty(),
                state.samplesProperty()};
    }

    private void showSteps() {
        steps.getItems().setAll(SetupStep.values());
        steps.setCellFactory(list -> new StepCell());
        steps.getSelectionModel().selectedItemProperty().addListener((observed, before, chosen) -> {
            if (chosen != null && chosen != state.stepProperty().get() && !state.runningProperty().get()) {
                desk.show(chosen);
            }
        });
        steps.disableProperty().bind(state.runningProperty());
        state.finished().addListener((SetChangeListener<SetupStep>) change -> steps.refresh());
        state.stepProperty().subscribe(step -> {
            title.setText(step.title());
            will.setText(step.will());
            steps.getSelectionModel().select(step);
            if (step == SetupStep.RULES) {
                rules.look();
            }
        });
        showOn(folderPane, SetupStep.FOLDER);
        showOn(sourcePane, SetupStep.SOURCE);
        showOn(symbolsPane, SetupStep.SYMBOLS);
        showOn(rulesPane, SetupStep.RULES);
        showOn(runPane, SetupStep.RUN);
    }

    private String nextVerb() {
        SetupStep step = state.stepProperty().get();
        return step == SetupStep.RULES && state.rulesChanged().get() ? "Apply rules, next: run" : step.verb();
    }

    private void showOn(Node pane, SetupStep step) {
        Shown.when(pane, state.stepProperty().isEqualTo(step));
    }

    private void showSource() {
        follow(demo, Kind.DEMO);
        follow(gateway, Kind.GATEWAY);
        follow(csv, Kind.CSV);
        Shown.when(gatewayFields, state.kindProperty().isEqualTo(Kind.GATEWAY));
        Shown.when(csvFields, state.kindProperty().isEqualTo(Kind.CSV));
        preset.getItems().setAll(GatewayPreset.values());
        preset.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable GatewayPreset value) {
                return value == null ? "" : value.title();
            }

            @Override
            public GatewayPreset fromString(String text) {
                throw new UnsupportedOperationException("the list is not edited");
            }
        });
        preset.valueProperty().bindBidirectional(state.presetProperty());
        preset.setOnAction(event -> {
            if (preset.getValue() != null && preset.getValue().port() > 0) {
                state.portProperty().set(String.valueOf(preset.getValue().port()));
            }
        });
        host.textProperty().bindBidirectional(state.hostProperty());
        port.textProperty().bindBidirectional(state.portProperty());
        csvFolder.textProperty().bindBidirectional(state.csvProperty());
        test.disableProperty().bind(state.testingProperty()
                .or(Bindings.createBooleanBinding(() -> !desk.choices().problemOfSource().isEmpty(), watched())));
        test.textProperty().bind(Bindings.when(state.testingProperty()).then("Testing").otherwise("Test this source"));
    }

    private void follow(RadioButton button, Kind kind) {
        button.setSelected(state.kindProperty().get() == kind);
        button.selectedProperty().addListener((observed, before, chosen) -> {
            if (chosen) {
                state.kindProperty().set(kind);
            }
        });
    }

    private void showRun() {
        state.stages().forEach(each -> stages.getChildren().add(new StageLine(each)));
        run.disableProperty().bind(work.writing());
        run.textProperty().bind(Bindings.createStringBinding(this::verb, state.yearsProperty(), state.finished()));
        cancel.visibleProperty().bind(state.runningProperty());
        // the default button is the coloured one
        BooleanBinding asks = Bindings.createBooleanBinding(() -> state.stepProperty().get() == SetupStep.RUN
                && !state.finished().contains(SetupStep.RUN), state.stepProperty(), state.finished());
        run.defaultButtonProperty().bind(asks);
        next.defaultButtonProperty().bind(asks.not());
    }

    private String verb() {
        String years = state.yearsProperty().get().strip();
        return (state.finished().contains(SetupStep.RUN) ? "Run again: " : "") + "Download " + years
                + " years and train both models";
    }

    /// A step in the list: its number, its name, and a tick once it is finished.
    private final class StepCell extends ListCell<SetupStep> {
        @Override
        protected void updateItem(@Nullable SetupStep step, boolean empty) {
            super.updateItem(step, empty);
            if (empty || step == null) {
                setText(null);
                return;
            }
            boolean finished = state.finished().contains(step);
            setText(step.number() + "   " + step.title() + (finished ? "   ✓" : ""));
            setAccessibleText("Step " + step.number() + ", " + step.title() + (finished ? ", finished" : ""));
        }
    }

    @FXML
    private void onFolder() {
        chooseWorkspace.run();
    }

    @FXML
    private void onCsvFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Folder of SYMBOL.csv files");
        File chosen = chooser.showDialog(csvFolder.getScene().getWindow());
        if (chosen != null) {
            state.csvProperty().set(chosen.toString());
        }
    }

    @FXML
    private void onTest() {
        desk.test();
    }

    @FXML
    private void onRun() {
        desk.run();
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }

    @FXML
    private void onBack() {
        desk.show(state.stepProperty().get().previous());
    }

    @FXML
    private void onSkip() {
        desk.show(state.stepProperty().get().next());
    }

    @FXML
    private void onNext() {
        switch (state.stepProperty().get()) {
            case FOLDER, SOURCE, SYMBOLS, RUN -> desk.next();
            case RULES -> rules.apply(desk::next);
            case DONE -> navigator.show(ScreenId.OVERVIEW);
        }
    }
}

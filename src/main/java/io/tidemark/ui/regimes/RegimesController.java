package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.ui.chart.DayWindow;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.regimes.RegimesState.Phase;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The regimes pane: moves through the days by buttons and keys and shows what there is to show.
public final class RegimesController implements AutoCloseable {
    private static final int FAR = 20;
    private static final double ZOOM = 1.25;

    private final RegimesState state;
    private final RegimesDesk desk;
    private final Navigator navigator;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private VBox screen;
    @FXML
    private Label summary;
    @FXML
    private HBox tools;
    @FXML
    private DatePicker goTo;
    @FXML
    private ToggleButton asTable;
    @FXML
    private Label message;
    @FXML
    private HBox tourBar;
    @FXML
    private Label tourTitle;
    @FXML
    private EmptyState empty;
    @FXML
    private EmptyState failed;
    @FXML
    private ProgressIndicator reading;
    @FXML
    private SplitPane parts;
    @FXML
    private TabPane side;
    @FXML
    private Tab dayTab;
    @FXML
    private Tab spellsTab;
    @FXML
    private Tab figuresTab;
    @FXML
    private DaysController daysController;
    @FXML
    private SpellsController spellsController;
    @FXML
    private FiguresController figuresController;
    @FXML
    private DayCardController dayCardController;

    RegimesController(RegimesState state, RegimesDesk desk, Navigator navigator) {
        this.state = state;
        this.desk = desk;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        IsoDates.install(goTo);
        shownIn(empty, Phase.EMPTY);
        shownIn(failed, Phase.FAILED);
        shownIn(reading, Phase.READING);
        shownIn(parts, Phase.READY);
        tools.disableProperty().bind(state.phaseProperty().isNotEqualTo(Phase.READY));
        failed.sentenceProperty().bind(state.troubleProperty());
        if (!navigator.has(ScreenId.DOWNLOAD)) {
            empty.setVerb("");
        }
        asTable.selectedProperty().subscribe(daysController::showAsTable);
        spellsTab.selectedProperty().subscribe(spellsController::setSeen);
        figuresTab.selectedProperty().subscribe(figuresController::setSeen);
        message.textProperty().bind(state.messageProperty());
        Shown.when(tourBar, Bindings.isNotEmpty(state.tour()));
        tourTitle.textProperty().bind(Bindings.concat(state.tourTitleProperty(), ": ",
                Bindings.size(state.tour()).asString(), " days"));
        following = Subscription.combine(state.daysProperty().subscribe(this::summarise),
                state.window().selectedProperty().subscribe(day -> openCard(day.intValue())),
                state.phaseProperty().subscribe(phase -> {
                    if (phase == Phase.READY) {
                        daysController.focus();
                    }
                }));
        screen.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void shownIn(Node node, Phase phase) {
        node.visibleProperty().bind(state.phaseProperty().isEqualTo(phase));
    }

    private void openCard(int day) {
        if (day != DayWindow.NONE) {
            side.getSelectionModel().select(dayTab);
        }
    }

    private void summarise() {
        RegimeAudit audit = state.auditProperty().get();
        LabelledDays days = state.daysProperty().get();
        if (audit == null || days == null) {
            summary.setText("");
            return;
        }
        String model = audit.opinion() == null
                ? "no model yet"
                : "model and label differ on " + Numbers.days(audit.disagreements(days));
        summary.setText("%s, %s to %s, %s labelled, %s".formatted(Numbers.days(audit.size()), audit.spy().date(0),
                audit.spy().date(audit.size() - 1), Numbers.count(days.labelled()), model));
    }

    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()
                || state.phaseProperty().get() != Phase.READY) {
            return;
        }
        if (moved(event)) {
            event.consume();
        }
    }

    private boolean moved(KeyEvent event) {
        boolean forward = !event.isShiftDown();
        int step = event.isShiftDown() ? FAR : 1;
        switch (event.getCode()) {
            case N -> desk.goToChange(true);
            case P -> desk.goToChange(false);
            case D -> desk.goToDisagreement(forward);
            case T -> desk.goOnTour(forward);
            case LEFT -> desk.step(-step);
            case RIGHT -> desk.step(step);
            case HOME -> desk.step(-state.window().size());
            case END -> desk.step(state.window().size());
            case UP, PLUS, ADD, EQUALS -> state.window().zoom(state.currentDay(), 1 / ZOOM);
            case DOWN, MINUS, SUBTRACT -> state.window().zoom(state.currentDay(), ZOOM);
            case A -> state.window().showAll();
            case G -> goTo.requestFocus();
            case ENTER -> desk.select(state.currentDay(), "");
            case M -> {
                desk.select(state.currentDay(), "");
                dayCardController.focusNote();
            }
            case ESCAPE -> {
                if (state.window().selectedProperty().get() == DayWindow.NONE) {
                    return false;
                }
                state.window().selectedProperty().set(DayWindow.NONE);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @FXML
    private void onRange(ActionEvent event) {
        if (event.getSource() instanceof Button button && button.getUserData() instanceof String months) {
            state.window().showLast(Integer.parseInt(months));
            daysController.focus();
        }
    }

    @FXML
    private void onAll() {
        state.window().showAll();
        daysController.focus();
    }

    @FXML
    private void onPreviousChange() {
        desk.goToChange(false);
        daysController.focus();
    }

    @FXML
    private void onNextChange() {
        desk.goToChange(true);
        daysController.focus();
    }

    @FXML
    private void onPreviousDisagreement() {
        desk.goToDisagreement(false);
        daysController.focus();
    }

    @FXML
    private void onNextDisagreement() {
        desk.goToDisagreement(true);
        daysController.focus();
    }

    @FXML
    private void onGoTo() {
        LocalDate date = goTo.getValue();
        if (date != null) {
            desk.goTo(date);
            daysController.focus();
        }
    }

    @FXML
    private void onPreviousOnTour() {
        desk.goOnTour(false);
    }

    @FXML
    private void onNextOnTour() {
        desk.goOnTour(true);
    }

    @FXML
    private void onEndTour() {
        state.tour().clear();
    }

    @FXML
    private void onDownload() {
        navigator.perform(ScreenId.DOWNLOAD, ScreenAction.DOWNLOAD);
    }

    @FXML
    private void onReadAgain() {
        state.phaseProperty().set(Phase.READING);
        desk.read();
    }

    /// The charts or their table, whichever is shown, to be saved as a picture.
    Node charts() {
        return daysController.shown();
    }

    /// Puts the keyboard where a date is typed.
    void focusDate() {
        goTo.requestFocus();
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.overview;

import atlantafx.base.theme.Styles;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.pipeline.WorkspaceOverview.Need;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.task.RunningWork;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The card of the monthly update: how the workspace stands, the button, how the last update ended.
public final class UpdateController {
    private static final String CALLING = "calling";

    private final OverviewState overview;
    private final UpdateDesk desk;
    private final RunningWork work;
    private final BooleanProperty finished = new SimpleBooleanProperty(this, "finished");

    @FXML
    private Pane card;
    @FXML
    private Label standing;
    @FXML
    private Label outcome;
    @FXML
    private CheckBox whenDue;
    @FXML
    private Button update;
    @FXML
    private Node progress;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label doing;

    UpdateController(OverviewState overview, UpdateDesk desk, RunningWork work) {
        this.overview = overview;
        this.desk = desk;
        this.work = work;
    }

    @FXML
    private void initialize() {
        UpdateState state = desk.state();
        bar.progressProperty().bind(state.doneProperty());
        doing.textProperty().bind(state.doingProperty());
        outcome.textProperty().bind(state.outcomeProperty());
        whenDue.selectedProperty().bindBidirectional(state.whenDueProperty());
        Shown.when(progress, state.runningProperty());
        Shown.when(outcome, state.outcomeProperty().isNotEmpty());
        Shown.when(card, finished.or(state.runningProperty()));
        update.disableProperty().bind(work.writing());
        overview.overviewProperty().subscribe(this::show);
    }

    /// Calls for the update only where it is due or the models lack a month; not before the set-up is finished.
    private void show(@Nullable WorkspaceOverview found) {
        Freshness known = overview.standingProperty().get();
        finished.set(found != null && known != null && found.need() != Need.FINISH_SET_UP);
        if (found == null || known == null) {
            return;
        }
        boolean retrain = found.need() == Need.RETRAIN;
        standing.setText(retrain
                ? known.sentence() + " No model has learned from the last month: update, or train again."
                : known.sentence());
        card.getStyleClass().remove(CALLING);
        update.getStyleClass().remove(Styles.ACCENT);
        update.setDefaultButton(known.due() || retrain);
        if (known.due() || retrain) {
            card.getStyleClass().add(CALLING);
            update.getStyleClass().add(Styles.ACCENT);
        }
    }

    @FXML
    private void onUpdate() {
        desk.update();
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }
}

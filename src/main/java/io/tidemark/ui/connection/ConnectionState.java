package io.tidemark.ui.connection;

import io.tidemark.gateway.PacingUsage;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.FeedTrial;
import io.tidemark.pipeline.TrialStep;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the connection pane shows.
public final class ConnectionState {
    private final ConnectionForm form = new ConnectionForm();
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final BooleanProperty testing = new SimpleBooleanProperty(this, "testing");
    private final StringProperty outcome = new SimpleStringProperty(this, "outcome", "");
    private final ObjectProperty<@Nullable Tested> tested = new SimpleObjectProperty<>(this, "tested");
    private final ObjectProperty<Optional<PacingUsage>> pacing = new SimpleObjectProperty<>(this, "pacing",
            Optional.empty());

    /// What passed the last test.
    ///
    /// @param choice what was tested
    /// @param passed what was found
    record Tested(FeedChoice choice, FeedTrial.Passed passed) {}

    /// What is entered.
    public ConnectionForm form() {
        return form;
    }

    /// The steps of the test, in order.
    public ObservableList<StepRow> steps() {
        return steps;
    }

    /// Whether a test runs.
    public BooleanProperty testingProperty() {
        return testing;
    }

    /// How the last test or choice ended, one sentence.
    public StringProperty outcomeProperty() {
        return outcome;
    }

    /// What passed the last test; null when it failed or there was none.
    ObjectProperty<@Nullable Tested> testedProperty() {
        return tested;
    }

    /// How much of the request budget is used; empty where requests are not limited.
    ObjectProperty<Optional<PacingUsage>> pacingProperty() {
        return pacing;
    }

    /// What a test of this choice found, when that was the last one.
    Optional<FeedTrial.Passed> found(FeedChoice choice) {
        Tested last = tested.get();
        return last != null && last.choice().equals(choice) ? Optional.of(last.passed()) : Optional.empty();
    }

    /// Lists these steps, none of them taken.
    void begin(List<TrialStep> which) {
        if (!steps.stream().map(StepRow::step).toList().equals(which)) {
            steps.setAll(which.stream().map(StepRow::new).toList());
        }
        steps.forEach(StepRow::reset);
    }

    /// The row of a step, if the test has it.
    Optional<StepRow> row(TrialStep step) {
        return steps.stream().filter(row -> row.step() == step).findFirst();
    }

    /// The step under way.
    Optional<StepRow> running() {
        return steps.stream().filter(row -> row.standingProperty().get() == StepRow.Standing.RUNNING).findFirst();
    }
}

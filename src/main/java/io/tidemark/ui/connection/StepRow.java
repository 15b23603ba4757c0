package io.tidemark.ui.connection;

import io.tidemark.pipeline.TrialStep;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One step of a test: where it stands and what is known of it.
public final class StepRow {
    /// Where a step stands.
    public enum Standing {
        /// Not reached.
        WAITING("Waiting"),
        /// Under way.
        RUNNING("Running"),
        /// Passed.
        PASSED("Passed"),
        /// Passed, but not as it should be.
        CAUTION("Passed with a warning"),
        /// Failed.
        FAILED("Failed");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final TrialStep step;
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(this, "standing", Standing.WAITING);
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final StringProperty advice = new SimpleStringProperty(this, "advice", "");

    StepRow(TrialStep step) {
        this.step = step;
    }

    /// Which step.
    public TrialStep step() {
        return step;
    }

    /// Where it stands.
    public ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    /// What was found, or why it failed.
    public StringProperty detailProperty() {
        return detail;
    }

    /// What the person can do; empty unless something is amiss.
    public StringProperty adviceProperty() {
        return advice;
    }

    void reset() {
        set(Standing.WAITING, "", "");
    }

    void run() {
        set(Standing.RUNNING, "", "");
    }

    void pass(String found) {
        set(Standing.PASSED, found, "");
    }

    void caution(String found, String what) {
        set(Standing.CAUTION, found, what);
    }

    void fail(String reason, String what) {
        set(Standing.FAILED, reason, what);
    }

    private void set(Standing how, String words, String what) {
        detail.set(words);
        advice.set(what);
        standing.set(how);
    }
}

package io.tidemark.ui.setup;

import io.tidemark.pipeline.Stage;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One stage of the run as the guide shows it.
final class StageRow {
    /// Where a stage stands.
    enum Standing {
        WAITING("Waiting"), RUNNING("Running"), DONE("Done"), FAILED("Failed"), CANCELLED("Cancelled");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Stage stage;
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(this, "standing", Standing.WAITING);
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");

    StageRow(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    /// 0 to 1, or -1 while that is unknown.
    DoubleProperty doneProperty() {
        return done;
    }

    StringProperty messageProperty() {
        return message;
    }

    void begin() {
        standing.set(Standing.RUNNING);
        done.set(-1);
    }

    void go(long finished, long total, String words) {
        done.set(total > 0 ? (double) finished / total : -1);
        message.set(words);
    }

    void finish(String words) {
        standing.set(Standing.DONE);
        done.set(1);
        message.set(words);
    }

    /// Ends a stage that runs; the others stay as they are.
    void stop(Standing how) {
        if (standing.get() == Standing.RUNNING) {
            standing.set(how);
            done.set(0);
        }
    }

    void reset() {
        standing.set(Standing.WAITING);
        done.set(0);
        message.set("");
    }
}

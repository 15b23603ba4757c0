package io.tidemark.pipeline;

import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeMarks;
import io.tidemark.regime.RegimeMarksCsv;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// How a workspace labels its days: the thresholds a person applied, and the marks put on days.
///
/// `data/regime_rules.json` holds the thresholds; without it the defaults are in force. The marks are in
/// `data/historical/regime_label_overrides.csv`. Every change takes the workspace's lock for a moment and replaces one
/// file, whole or not at all.
public final class WorkspaceLabelling {
    /// The name of the thresholds' file in the folder of data.
    public static final String RULES_FILE = "regime_rules.json";

    private static final int FORMAT = 1;

    private final Workspace workspace;

    private WorkspaceLabelling(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The labelling of a workspace; nothing is read yet.
    public static WorkspaceLabelling of(Workspace workspace) {
        return new WorkspaceLabelling(workspace);
    }

    /// The thresholds as kept.
    ///
    /// @param format version of this form
    /// @param thresholds what was applied
    record Rules(int format, RegimeThresholds thresholds) {
        Rules {
            Objects.requireNonNull(thresholds, "thresholds");
        }
    }

    /// Where the thresholds are kept.
    public Path rulesFile() {
        return Objects.requireNonNull(workspace.historical().getParent()).resolve(RULES_FILE);
    }

    /// Where the marks are kept.
    public Path marksFile() {
        return csv().file();
    }

    /// Rules and overrides together, as the regime data is prepared with.
    ///
    /// @param horizon sessions between a day and the label it is to foretell
    /// @throws StageFailure when one of the files cannot be understood; the message names file and line
    public RegimeLabelling labelling(int horizon) throws StageFailure {
        try {
            return RegimeLabelling.of(RegimeRules.of(thresholds()), horizon).with(marks().overrides());
        } catch (IOException e) {
            throw StageFailure.because(Stage.PREPARE_REGIME, e);
        }
    }

    /// The thresholds in force.
    ///
    /// @throws IOException when the file cannot be understood; the message names file and line
    public RegimeThresholds thresholds() throws IOException {
        try {
            return Json.read(rulesFile(), Rules.class).thresholds();
        } catch (NoSuchFileException e) {
            return RegimeThresholds.defaults();
        }
    }

    /// The marks in force.
    ///
    /// @throws IOException when the file cannot be understood; the message names file and line
    public RegimeMarks marks() throws IOException {
        return csv().read();
    }

    /// Puts thresholds in force.
    ///
    /// @throws IOException when the workspace is in use or the file cannot be written
    public void apply(RegimeThresholds thresholds) throws IOException {
        try (var lock = workspace.lock("applying regime rules")) {
            workspace.recover(lock);
            Json.write(rulesFile(), new Rules(FORMAT, thresholds));
        }
    }

    /// Adds a mark.
    ///
    /// @return all marks, this one last
    /// @throws IOException when the workspace is in use, or the file cannot be understood or written
    public RegimeMarks add(RegimeMark mark) throws IOException {
        return change(marks -> marks.with(mark));
    }

    /// Takes a mark back.
    ///
    /// @return the marks left
    /// @throws IOException as [WorkspaceLabelling#add]
    public RegimeMarks remove(RegimeMark mark) throws IOException {
        return change(marks -> marks.without(mark));
    }

    private RegimeMarks change(UnaryOperator<RegimeMarks> step) throws IOException {
        try (var lock = workspace.lock("marking days")) {
            workspace.recover(lock);
            RegimeMarks after = step.apply(marks());
            csv().write(after);
            return after;
        }
    }

    private RegimeMarksCsv csv() {
        return RegimeMarksCsv.in(workspace.historical());
    }
}

package io.tidemark.pipeline;

import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// What a model must show before a bot loads it.
///
/// @param mostLoss how much worse than the champion a probability of touch may be, as a share of its Brier score
/// @param leastRegimeGain what a regime classifier must gain at least in 95 of 100 redrawn histories, in Brier score;
///        negative allows for a loss
/// @param mostEce largest expected calibration error of probabilities, above 0; more is allowed where chance gives more
/// @param ceilingErrors standard errors that R² may lie above the ceiling, `>= 0`
public record PromotionRules(double mostLoss, double leastRegimeGain, double mostEce, double ceilingErrors) {
    /// The name of the file in the folder of data; without it the defaults are in force.
    public static final String FILE_NAME = "promotion_rules.json";

    private static final int FORMAT = 2;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is out of range; the message says which and what is allowed
    public PromotionRules {
        within("most loss", mostLoss, 0, 1);
        within("least regime gain", leastRegimeGain, -1, 1);
        within("most calibration error", mostEce, 0, 1);
        within("standard errors above the ceiling", ceilingErrors, 0, 100);
    }

    /// The usual rules.
    public static PromotionRules defaults() {
        return new PromotionRules(0.02, -0.02, 0.06, 2);
    }

    /// Rules as kept.
    ///
    /// @param format version of this form
    /// @param rules what is in force
    record Kept(int format, PromotionRules rules) {
        Kept {
            Objects.requireNonNull(rules, "rules");
        }
    }

    /// The rules of a workspace.
    ///
    /// @throws IOException when the file cannot be understood; the message names file and line
    public static PromotionRules of(Workspace workspace) throws IOException {
        try {
            Kept kept = Json.read(file(workspace), Kept.class);
            if (kept.format() != FORMAT) {
                throw new IOException(file(workspace) + " has format " + kept.format() + ", this version reads "
                        + FORMAT + ". Delete it for the usual thresholds, or write those of this version.");
            }
            return kept.rules();
        } catch (NoSuchFileException e) {
            return defaults();
        }
    }

    /// Makes these the rules of a workspace. Call it under the workspace's lock.
    ///
    /// @throws IOException when the file cannot be written
    public void keepIn(Workspace workspace) throws IOException {
        Json.write(file(workspace), new Kept(FORMAT, this));
    }

    /// Where they are kept.
    static Path file(Workspace workspace) {
        return Objects.requireNonNull(workspace.historical().getParent()).resolve(FILE_NAME);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + ": takes " + least + " to " + most + ", not " + value);
        }
    }
}

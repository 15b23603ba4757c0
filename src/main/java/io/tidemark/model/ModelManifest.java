package io.tidemark.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The JSON beside a model file: which bytes it vouches for, and how they came about.
///
/// @param format version of the form of manifest and folders, [ModelManifest#FORMAT]
/// @param model which model
/// @param run number of the run that it is a copy of
/// @param sha256 of the `.ubj` file
/// @param createdAt when the run was kept
/// @param holdout which file of the run stands for it in comparisons; null in runs of versions that kept none
/// @param training how the model came about
public record ModelManifest(int format, ModelKind model, int run, String sha256, Instant createdAt,
        @Nullable Holdout holdout, ModelFacts training) {
    /// The form written now.
    public static final int FORMAT = 1;

    /// The file of a run that stands for it in comparisons.
    ///
    /// @param from first day that its model knows nothing of
    /// @param sha256 of the file
    public record Holdout(LocalDate from, String sha256) {}
}

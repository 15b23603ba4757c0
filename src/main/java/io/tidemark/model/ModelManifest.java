package io.tidemark.model;

import java.time.Instant;

/// The JSON beside a model file: which bytes it vouches for, and how they came about.
///
/// @param format version of the form of manifest and folders, [ModelManifest#FORMAT]
/// @param model which model
/// @param run number of the run that it is a copy of
/// @param sha256 of the `.ubj` file
/// @param createdAt when the run was kept
/// @param training how the model came about
public record ModelManifest(int format, ModelKind model, int run, String sha256, Instant createdAt,
        ModelFacts training) {
    /// The form written now.
    public static final int FORMAT = 1;
}

package io.tidemark.model;

/// A model that nobody has kept yet.
///
/// @param model which model
/// @param ubj the model file's bytes
/// @param holdout the same recipe without the newest days, to compare runs by
/// @param facts how it came about
/// @param evaluation all that is known of how good it is; written as JSON beside it
public record TrainedModel(ModelKind model, byte[] ubj, HoldoutModel holdout, ModelFacts facts, Object evaluation) {}

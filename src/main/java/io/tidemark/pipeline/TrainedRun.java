package io.tidemark.pipeline;

import io.tidemark.model.RunRecord;

/// A training that was kept.
///
/// @param <E> the kind of evaluation
/// @param run where it is kept
/// @param evaluation what is known of the model
/// @param promotion whether it was put in use, and why
public record TrainedRun<E>(RunRecord run, E evaluation, PromotionVerdict promotion) {}

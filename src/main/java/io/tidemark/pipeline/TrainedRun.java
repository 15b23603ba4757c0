package io.tidemark.pipeline;

import io.tidemark.model.RunRecord;

/// A training that was kept and promoted.
///
/// @param <E> the kind of evaluation
/// @param run where it is kept
/// @param evaluation what is known of the model
public record TrainedRun<E>(RunRecord run, E evaluation) {}

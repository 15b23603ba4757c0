package io.tidemark.model;

import java.time.LocalDate;

/// The same recipe grown on only what was known before a day, so that the days from then on can judge it.
///
/// The model that a bot loads has learned from every row, so no stored row can compare it with another. This one can.
///
/// @param ubj the model file's bytes
/// @param from first day that it knows nothing of
public record HoldoutModel(byte[] ubj, LocalDate from) {}

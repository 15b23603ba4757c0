package io.tidemark.model;

import java.time.Instant;

/// One change of the model in use.
///
/// @param at when
/// @param model which model
/// @param run number of the run that is in use since
/// @param way how it came there
public record PromotionStep(Instant at, ModelKind model, int run, Way way) {

    /// How a run came into use.
    public enum Way {
        /// It took the place of the run before.
        PROMOTED,
        /// The run after it was taken back.
        ROLLED_BACK
    }
}

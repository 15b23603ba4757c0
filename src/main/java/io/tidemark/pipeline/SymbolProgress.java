package io.tidemark.pipeline;

import io.tidemark.market.Symbol;
import java.time.Duration;

/// Where the download of one symbol stands.
///
/// @param symbol whose bars
/// @param state what is happening
/// @param attempt number of the attempt, from 1; 0 before the first
/// @param bars bars stored, or received so far
/// @param retryIn pause before the next attempt, zero when none is planned
/// @param message one sentence for a person, empty when the state says it all
public record SymbolProgress(Symbol symbol, State state, int attempt, int bars, Duration retryIn, String message) {

    /// The states of a symbol's download.
    public enum State {
        /// Not begun.
        WAITING,
        /// Asked for, no answer yet.
        REQUESTING,
        /// Failed in passing, tried again soon.
        RETRYING,
        /// Stored bars reach to the last finished session already.
        UP_TO_DATE,
        /// Stored.
        STORED,
        /// Given up; the stored file, if any, is untouched.
        FAILED
    }

    /// A state without attempts, bars or words.
    public static SymbolProgress of(Symbol symbol, State state) {
        return new SymbolProgress(symbol, state, 0, 0, Duration.ZERO, "");
    }
}

package io.tidemark.gateway.synthetic;

/// One possible course of a symbol's price from a session on.
///
/// @param walk the price
/// @param step what takes it through the next session
record Course(Walk walk, Step step) {

    /// Lives through a session.
    @FunctionalInterface
    interface Step {

        /// Lives through the next session.
        ///
        /// @param earnings whether earnings were told overnight
        void live(boolean earnings);
    }
}

package io.tidemark.work;

import java.util.concurrent.CancellationException;

/// Where a piece of work tells how far it is and learns that it shall stop.
///
/// Implementations are thread-safe: work may report from several threads.
public interface Progress {

    /// Tells how far the work is.
    ///
    /// @param done units finished, `>= 0`
    /// @param total units in all, or `0` when unknown
    /// @param message what is being done now, one short phrase for a person
    void report(long done, long total, String message);

    /// Returns normally while the work may go on.
    ///
    /// @throws CancellationException when the work was cancelled; let it pass through
    void checkCancelled();

    /// A progress that nobody watches and nobody cancels.
    static Progress none() {
        return Silent.INSTANCE;
    }

    /// The progress behind [Progress#none()].
    enum Silent implements Progress {
        /// The only one.
        INSTANCE;

        @Override
        public void report(long done, long total, String message) {
            // nobody watches
        }

        @Override
        public void checkCancelled() {
            // nobody cancels
        }
    }
}

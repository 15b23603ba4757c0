package io.tidemark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How fast a download gets on, and so how long it will still take.
///
/// @param start when it began
/// @param symbols how many symbols were asked for
public record DownloadPace(Instant start, int symbols) {

    /// How much time is left when the other symbols take as long as those that are done.
    ///
    /// @param done symbols stored or given up
    /// @return empty before the first symbol is done
    public Optional<Duration> left(int done, Instant now) {
        return done == 0
                ? Optional.empty()
                : Optional.of(Duration.between(start, now).multipliedBy(symbols - done).dividedBy(done));
    }
}

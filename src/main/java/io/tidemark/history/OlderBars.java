package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps the stored bars that lie before the first of a shorter download, so that no day is ever lost.
public final class OlderBars {
    private OlderBars() {
    }

    /// The fresh bars, preceded by the stored ones that are older than all of them.
    ///
    /// @param stored ascending by date
    /// @param fresh ascending by date, at least one
    /// @return empty when the two do not fit together: they share no day, or the close of the first shared day differs,
    ///         as after a split, and joining them would leave a cliff
    public static Optional<List<DailyBar>> keptBefore(List<DailyBar> stored, List<DailyBar> fresh) {
        LocalDate from = fresh.getFirst().date();
        List<DailyBar> older = stored.stream().filter(bar -> bar.date().isBefore(from)).toList();
        if (older.isEmpty()) {
            return Optional.of(fresh);
        }
        boolean fits = stored.stream().filter(bar -> bar.date().equals(from)).findFirst()
                .map(bar -> bar.close().compareTo(fresh.getFirst().close()) == 0).orElse(false);
        if (!fits) {
            return Optional.empty();
        }
        var joined = new ArrayList<>(older);
        joined.addAll(fresh);
        return Optional.of(joined);
    }
}

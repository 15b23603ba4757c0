package io.tidemark.pipeline;

import io.tidemark.chain.BegunSnapshot;
import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainPlan;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where the collection of one symbol's chains stands.
///
/// @param symbol the underlying
/// @param snapshots those stored, oldest first
/// @param begun one that is under way
/// @param plan what is wanted, if anything is planned
/// @param next session on which the next one is due by the plan; empty without a plan or when it is fulfilled
public record ChainStanding(Symbol symbol, List<ChainManifest> snapshots, Optional<BegunSnapshot> begun,
        Optional<ChainPlan> plan, Optional<LocalDate> next) {

    /// Keeps a copy.
    public ChainStanding {
        snapshots = List.copyOf(snapshots);
    }

    /// How many of these were quotes minutes old, because the account may not see live ones.
    public int delayed() {
        return snapshots.stream().mapToInt(ChainManifest::delayed).sum();
    }

    /// Whether a snapshot is due at the given date.
    ///
    /// @param today New York date
    public boolean isDue(LocalDate today) {
        return next.filter(day -> !day.isAfter(today)).isPresent();
    }

    /// Options stored in all snapshots together.
    public int options() {
        return snapshots.stream().mapToInt(each -> each.counts().quoted()).sum();
    }
}

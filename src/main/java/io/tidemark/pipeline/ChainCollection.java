package io.tidemark.pipeline;

import io.tidemark.chain.BegunSnapshot;
import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainPlan;
import io.tidemark.chain.ChainPlans;
import io.tidemark.chain.ChainStore;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingHours;
import io.tidemark.market.Universe;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a workspace has collected of option chains and what it plans to; asks no gateway.
public final class ChainCollection {
    private final ChainStore store;
    private final ChainPlans plans;
    private final Clock clock;

    /// The collection in `workspace`.
    public ChainCollection(Workspace workspace, Clock clock) {
        this.store = new ChainStore(workspace.historical());
        this.plans = new ChainPlans(workspace.historical());
        this.clock = clock;
    }

    /// Plans snapshots of a symbol, in place of an earlier plan. Snapshots taken before do not count.
    ///
    /// @throws StageFailure when the symbol has no options
    /// @throws IllegalArgumentException when a number is out of range
    public ChainStanding plan(Symbol symbol, int snapshots, int everyDays) throws StageFailure, IOException {
        if (!Universe.hasOptions(symbol)) {
            throw new StageFailure(Stage.CHAINS, symbol + " has no options to take snapshots of. Name another symbol.");
        }
        plans.put(new ChainPlan(symbol, snapshots, everyDays, clock.instant()));
        return of(symbol);
    }

    /// Ends the plan of a symbol; its snapshots stay.
    public ChainStanding end(Symbol symbol) throws IOException {
        plans.remove(symbol);
        return of(symbol);
    }

    /// Where every symbol that has a plan or a snapshot stands, in order of name.
    public List<ChainStanding> standings() throws IOException {
        var symbols = new TreeSet<Symbol>(store.symbols());
        plans.all().forEach(plan -> symbols.add(plan.symbol()));
        var standings = new ArrayList<ChainStanding>();
        for (Symbol symbol : symbols) {
            standings.add(of(symbol));
        }
        return standings;
    }

    private ChainStanding of(Symbol symbol) throws IOException {
        List<ChainManifest> stored = store.manifests(symbol);
        Optional<BegunSnapshot> begun = store.begun(symbol);
        Optional<ChainPlan> plan = plans.all().stream().filter(each -> each.symbol().equals(symbol)).findFirst();
        return new ChainStanding(symbol, stored, begun, plan, plan.flatMap(each -> each.next(stored)));
    }

    /// The symbols whose next snapshot is due now.
    public List<Symbol> due() throws IOException {
        return standings().stream().filter(each -> each.isDue(today())).map(ChainStanding::symbol).toList();
    }

    /// Why a job that runs by the clock has nothing to do now; empty when it has.
    ///
    /// @param anyTime whether a closed market is no hindrance
    public Optional<String> nothingToDo(boolean anyTime) throws IOException {
        List<ChainStanding> standings = standings();
        Instant now = clock.instant();
        if (standings.stream().anyMatch(each -> each.isDue(today()))) {
            return anyTime || TradingHours.isOpen(now) ? Optional.empty() : Optional.of(ChainSnapshots.closed(now));
        }
        return Optional.of(standings.stream().map(ChainStanding::next).flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(day -> "No snapshot is due. The next one is on " + day + ".")
                .orElse("No snapshot is planned. Plan some with 'tidemark chains schedule SPY --every 7d'."));
    }

    private LocalDate today() {
        return clock.instant().atZone(SessionClock.NEW_YORK).toLocalDate();
    }
}

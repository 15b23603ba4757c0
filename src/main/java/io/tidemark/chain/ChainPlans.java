package io.tidemark.chain;

import io.tidemark.market.Symbol;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The plans of a workspace, one a symbol at most, in `chains/plans.json`.
public final class ChainPlans {
    private static final int FORMAT = 1;

    private final Path file;

    /// The plans beside the snapshots of a folder.
    public ChainPlans(Path historicalFolder) {
        this.file = historicalFolder.resolve("chains").resolve("plans.json");
    }

    private record Contents(int format, List<ChainPlan> plans) {
        Contents {
            plans = List.copyOf(plans);
        }
    }

    /// Where the plans lie, or would.
    public Path file() {
        return file;
    }

    /// All plans in order of symbol.
    ///
    /// @throws IOException when the file cannot be understood; the message names it
    public List<ChainPlan> all() throws IOException {
        return Files.exists(file) ? Json.read(file, Contents.class).plans() : List.of();
    }

    /// Keeps a plan in place of an earlier one of the same symbol.
    public void put(ChainPlan plan) throws IOException {
        var plans = new ArrayList<>(without(plan.symbol()));
        plans.add(plan);
        plans.sort(Comparator.comparing(ChainPlan::symbol));
        Json.write(file, new Contents(FORMAT, plans));
    }

    /// Forgets the plan of a symbol; its snapshots stay.
    ///
    /// @return whether there was one
    public boolean remove(Symbol symbol) throws IOException {
        List<ChainPlan> plans = without(symbol);
        boolean removed = plans.size() < all().size();
        if (removed) {
            Json.write(file, new Contents(FORMAT, plans));
        }
        return removed;
    }

    private List<ChainPlan> without(Symbol symbol) throws IOException {
        return all().stream().filter(each -> !each.symbol().equals(symbol)).toList();
    }
}

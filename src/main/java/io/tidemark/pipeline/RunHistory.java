package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The training runs that a workspace keeps.
public final class RunHistory {
    private final ModelRegistry registry;

    /// The history of `workspace`.
    public RunHistory(Workspace workspace, Clock clock) {
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// A run, and whether its model is the one that a bot loads.
    ///
    /// @param run the run
    /// @param champion whether it is promoted
    /// @param verdict what was last decided about it; nothing for runs of versions that always promoted
    public record Entry(RunRecord run, boolean champion, Optional<PromotionVerdict> verdict) {}

    /// All runs of all models, oldest first within a model.
    ///
    /// @throws IOException when they cannot be read
    public List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        for (ModelKind model : ModelKind.values()) {
            Optional<Integer> promoted = registry.champion(model).map(champion -> champion.manifest().run());
            for (RunRecord run : registry.runs(model)) {
                entries.add(new Entry(run, promoted.isPresent() && promoted.get() == run.number(),
                        PromotionVerdict.of(run)));
            }
        }
        return entries;
    }
}

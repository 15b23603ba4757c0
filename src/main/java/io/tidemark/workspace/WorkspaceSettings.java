package io.tidemark.workspace;

import io.tidemark.market.DataSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a workspace remembers about itself, as JSON in `data/workspace.json`.
///
/// @param format version of this form
/// @param sources where its bars came from, the latest last
/// @param volatility whether implied volatility is used, if a person has said so
record WorkspaceSettings(int format, List<DataSource> sources, Optional<VolatilityUse> volatility) {
    private static final int FORMAT = 1;

    WorkspaceSettings {
        sources = List.copyOf(sources);
        volatility = Objects.requireNonNullElse(volatility, Optional.empty());
    }

    static WorkspaceSettings empty() {
        return new WorkspaceSettings(FORMAT, List.of(), Optional.empty());
    }

    WorkspaceSettings withLatest(DataSource source) {
        return new WorkspaceSettings(FORMAT,
                Stream.concat(sources.stream().filter(each -> !each.equals(source)), Stream.of(source)).toList(),
                volatility);
    }

    WorkspaceSettings with(VolatilityUse chosen) {
        return new WorkspaceSettings(FORMAT, sources, Optional.of(chosen));
    }
}

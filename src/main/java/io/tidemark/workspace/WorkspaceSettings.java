package io.tidemark.workspace;

import io.tidemark.market.DataSource;
import java.util.List;
import java.util.stream.Stream;

/// What a workspace remembers about itself, as JSON in `data/workspace.json`.
///
/// @param format version of this form
/// @param sources where its bars came from, the latest last
record WorkspaceSettings(int format, List<DataSource> sources) {
    private static final int FORMAT = 1;

    WorkspaceSettings {
        sources = List.copyOf(sources);
    }

    static WorkspaceSettings empty() {
        return new WorkspaceSettings(FORMAT, List.of());
    }

    WorkspaceSettings withLatest(DataSource source) {
        return new WorkspaceSettings(FORMAT,
                Stream.concat(sources.stream().filter(each -> !each.equals(source)), Stream.of(source)).toList());
    }
}

package io.tidemark.ui.app;

import io.tidemark.ui.overview.OverviewScreen;
import io.tidemark.ui.screen.ScreenId;
import java.util.List;

/// Makes the screens of the workbench: the only place that knows them all, and hands each what it wants.
final class Screens {
    private final ScreenParts parts;

    Screens(ScreenParts parts) {
        this.parts = parts;
    }

    /// The screens there are, in any order; the navigation follows [ScreenId].
    List<ScreenEntry> all() {
        return List.of(new ScreenEntry(ScreenId.OVERVIEW, () -> OverviewScreen.load(parts.navigator())));
    }
}

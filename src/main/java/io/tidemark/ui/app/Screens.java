package io.tidemark.ui.app;

import io.tidemark.ui.overview.OverviewScreen;
import io.tidemark.ui.regimes.RegimesDesk;
import io.tidemark.ui.regimes.RegimesScreen;
import io.tidemark.ui.regimes.RegimesState;
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
        return List.of(new ScreenEntry(ScreenId.OVERVIEW, () -> OverviewScreen.load(parts.navigator())),
                new ScreenEntry(ScreenId.REGIMES, this::regimes));
    }

    private RegimesScreen regimes() {
        var state = new RegimesState();
        var desk = new RegimesDesk(parts.pipelines().workspace(), state, parts.work(), parts.quick(), parts.notices(),
                parts.clock());
        return RegimesScreen.load(state, desk, parts.theme(), parts.navigator());
    }
}

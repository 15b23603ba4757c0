package io.tidemark.ui.app;

import io.tidemark.ui.control.Icon;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenId;
import java.util.function.Supplier;

/// A screen the workbench has, not made yet.
///
/// @param id which
/// @param maker makes it when it is first shown
record ScreenEntry(ScreenId id, Supplier<? extends Screen> maker) {

    /// The icon in the navigation.
    Icon icon() {
        return switch (id) {
            case OVERVIEW -> Icon.OVERVIEW;
            case CONNECTION -> Icon.CONNECTION;
            case DOWNLOAD -> Icon.DOWNLOAD;
            case REGIMES -> Icon.REGIMES;
            case POT -> Icon.POT;
            case TRAINING -> Icon.TRAINING;
            case RUNS -> Icon.RUNS;
            case PREDICT -> Icon.PREDICT;
            case SETUP -> Icon.SETUP;
        };
    }
}

package io.tidemark.ui.app;

import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.theme.ThemeChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the window remembers from start to start.
///
/// @param window where the window was; absent before the first time
/// @param theme name of the [ThemeChoice]
/// @param workspaces folders, the last one first
/// @param screen name of the [ScreenId] that was in front
/// @param feed where bars are taken from, as [FeedText] writes it
/// @param dividers positions of split panes, 0 to 1, by `SCREEN.fx-id`
/// @param columns widths of table columns in pixels, in their order, by `SCREEN.fx-id`: `name=width`
/// @param memory what screens keep, by `SCREEN.name`
record Settings(Optional<WindowPlace> window, Optional<String> theme, List<String> workspaces, Optional<String> screen,
        Optional<String> feed, Map<String, List<Double>> dividers, Map<String, List<String>> columns,
        Map<String, String> memory) {

    /// Fills what an older or damaged file leaves out.
    @SuppressWarnings({"ConstantValue", "NullAway"}) // JSON may leave any of them out
    Settings {
        window = window == null ? Optional.empty() : window;
        theme = theme == null ? Optional.empty() : theme;
        workspaces = workspaces == null ? List.of() : List.copyOf(workspaces);
        screen = screen == null ? Optional.empty() : screen;
        feed = feed == null ? Optional.empty() : feed;
        dividers = dividers == null ? Map.of() : Map.copyOf(dividers);
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        memory = memory == null ? Map.of() : Map.copyOf(memory);
    }

    /// Before anything was chosen.
    static Settings fresh() {
        return new Settings(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Map.of(), Map.of(), Map.of());
    }
}

package io.tidemark.ui.screen;

import java.util.Optional;

/// What a screen wants to find again after a restart: small texts by name, kept with the settings.
///
/// Split panes and table columns that have an `fx:id` are remembered without being asked.
public interface Memory {

    /// What was put under this name.
    Optional<String> get(String name);

    /// Keeps a text under this name.
    void put(String name, String text);
}

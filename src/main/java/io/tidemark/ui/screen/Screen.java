package io.tidemark.ui.screen;

import java.util.Map;
import javafx.scene.Parent;

/// One screen, as the shell sees it. All methods are called on the window's thread.
///
/// A screen is made when it is first shown and lives until the window or the workspace is closed.
public interface Screen extends AutoCloseable {

    /// What is shown, always the same node.
    Parent view();

    /// Comes to the front, each time: look whether files changed, resume what is only worth doing when seen.
    default void shown() {
        // most screens need nothing
    }

    /// Leaves the front: stop what is only worth doing when seen. Running work goes on.
    default void hidden() {
        // most screens need nothing
    }

    /// Shows what another screen asked for; called after [Screen#shown()].
    default void receive(ScreenRequest request) {
        // requests meant for other screens are ignored
    }

    /// What menus and shortcuts can ask of this screen; menu items without an entry are disabled.
    default Map<ScreenAction, Runnable> actions() {
        return Map.of();
    }

    /// Gives back what the screen holds: listeners on longer-lived objects, timers.
    @Override
    default void close() {
        // most screens hold nothing
    }
}

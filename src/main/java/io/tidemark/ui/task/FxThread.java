package io.tidemark.ui.task;

import javafx.application.Platform;

/// The window's thread, named once.
public final class FxThread {
    private FxThread() {
    }

    /// Runs `action` on the window's thread after what is queued there already.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Runs `action` at once when called on the window's thread, else as [FxThread#later].
    public static void nowOrLater(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            later(action);
        }
    }

    /// Returns normally on the window's thread.
    ///
    /// @throws IllegalStateException on any other thread
    public static void require() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "belongs on the window's thread, not on " + Thread.currentThread().getName());
        }
    }
}

package io.tidemark.ui.app;

import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// Opens the window; the one way in.
public final class Workbench {
    private static final String LOG = "tidemark.log";

    private Workbench() {
    }

    /// How it went.
    public enum Outcome {
        /// The window was open and was closed by the person.
        CLOSED,
        /// There is no display to open a window on.
        NO_DISPLAY
    }

    /// Opens the window and returns when it is closed. At most once a process.
    public static Outcome launch(WorkbenchOptions options) {
        if (!hasDisplay(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform", ""))) {
            return Outcome.NO_DISPLAY;
        }
        if (System.getProperty(LOG) == null) {
            // logging begins with the first message, so this comes before any
            System.setProperty(LOG, AppFolders.ofSystem().logs().resolve("tidemark.log").toString());
        }
        try {
            Application.launch(WorkbenchApp.class, options.arguments());
            return Outcome.CLOSED;
        } catch (UnsupportedOperationException e) {
            // GTK found no display behind the variable that names one
            return Outcome.NO_DISPLAY;
        }
    }

    /// Whether a window can be opened, asked without loading JavaFX.
    static boolean hasDisplay(String system, Map<String, String> environment, String glass) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows") || name.startsWith("mac") || glass.equalsIgnoreCase("headless")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}

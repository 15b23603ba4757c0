package io.tidemark.ui.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// Opens the window; the one way in.
public final class Workbench {
    private static final String LOG = "tidemark.log";
    /// What JavaFX's windows on Linux are linked against beyond what those bring along.
    private static final List<String> TOOLKIT = List.of("libgtk-3.so.0", "libXtst.so.6");

    private Workbench() {
    }

    /// How it went.
    public enum Outcome {
        /// The window was open and was closed by the person.
        CLOSED,
        /// There is no display to open a window on, or nothing to draw on it with.
        NO_DISPLAY
    }

    /// Opens the window and returns when it is closed. At most once a process.
    public static Outcome launch(WorkbenchOptions options) {
        String system = System.getProperty("os.name", "");
        String glass = System.getProperty("glass.platform", "");
        if (!hasDisplay(system, System.getenv(), glass) || !hasToolkit(system, glass)) {
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

    /// Whether the system has what JavaFX draws with; without it, JavaFX would end in an error of the linker.
    private static boolean hasToolkit(String system, String glass) {
        return !system.startsWith("Linux") || glass.equalsIgnoreCase("headless") || TOOLKIT.stream()
                .allMatch(Workbench::canLoad);
    }

    /// Whether a library of the system is there; it stays loaded.
    @SuppressWarnings("restricted") // the launchers allow native access, which JavaFX needs as well
    static boolean canLoad(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
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

package io.tidemark;

import io.tidemark.cli.Tidemark;
import io.tidemark.ui.app.Workbench;
import io.tidemark.ui.app.WorkbenchOptions;
import java.nio.file.Path;
import java.util.Optional;

/// Starts Tidemark and passes its exit code on.
public final class Main {
    private Main() {
    }

    /// Runs the command named by the arguments, or opens the window.
    ///
    /// @param arguments see `tidemark help`
    public static void main(String[] arguments) {
        boolean bare = arguments.length == 0;
        // the commands' descriptions take a while to build and are not needed to open the window
        if (bare && openWindow(Optional.empty(), false)) {
            System.exit(0);
        }
        // a bare call that comes here found no display: asking JavaFX a second time would end in an exception
        System.exit(Tidemark.run(arguments, bare ? (workspace, closeAtOnce) -> false : Main::openWindow));
    }

    private static boolean openWindow(Optional<Path> workspace, boolean closeAtOnce) {
        var options = new WorkbenchOptions(workspace, Optional.empty(), closeAtOnce);
        return Workbench.launch(options) == Workbench.Outcome.CLOSED;
    }
}

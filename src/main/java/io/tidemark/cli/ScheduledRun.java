package io.tidemark.cli;

import io.tidemark.schedule.Machine;
import io.tidemark.schedule.ScheduleBook;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.function.IntSupplier;

/// An update that a scheduler started and nobody looks at: it knows whether it is due, keeps how it ended, and shows a
/// failure on the desktop.
///
/// @param terminal told when there is nothing to do
/// @param workspace the folder that is updated
/// @param machine shows the notice
/// @param clock tells the time in the machine's zone
record ScheduledRun(Terminal terminal, Workspace workspace, Machine machine, Clock clock) {

    /// Runs the update if it is due.
    ///
    /// @param update gives the exit code
    /// @return the exit code; done when it was not due
    int around(IntSupplier update) {
        try {
            ScheduleBook before = ScheduleBook.of(workspace);
            if (!before.isDue(clock)) {
                terminal.out().println("Not due: the last scheduled update went well, and its next day has not come.");
                return ExitCode.DONE;
            }
            int code = update.getAsInt();
            boolean good = code == ExitCode.DONE;
            String sentence = good ? "The update went well." : "The update failed; details are in logs/tidemark.log.";
            if (!good) {
                machine.show("Tidemark", workspace.root() + ": " + sentence);
            }
            try (var _ = workspace.lock("noting a scheduled update")) {
                ScheduleBook.of(workspace).ran(good, sentence, clock).keepIn(workspace);
            }
            return code;
        } catch (IOException e) {
            terminal.err().println("Failed: " + e.getMessage());
            machine.show("Tidemark", workspace.root() + ": " + e.getMessage());
            return ExitCode.FAILED;
        }
    }
}

package io.tidemark.ui.screen;

import java.util.Optional;

/// Tells the person what happened, inside the window and never with a modal dialog.
public interface Notices {

    /// A toast that leaves by itself: finished work.
    ///
    /// @param sentence what was done
    void done(String sentence);

    /// A toast with a button that leads to what was done.
    void done(String sentence, Offer offer);

    /// A bar that stays until it is closed: something needs a person. The same problem is not shown twice.
    void problem(Problem problem);

    /// Takes back a problem that was solved; does nothing when it is not shown.
    void solved(Problem problem);

    /// A button that goes with a notice.
    ///
    /// @param verb what it does, said as a verb: `Open run`
    /// @param action run on the window's thread
    record Offer(String verb, Runnable action) {}

    /// Something that went wrong.
    ///
    /// @param what what happened, one sentence
    /// @param kept what was kept, one sentence; empty when nothing was at stake
    /// @param next what to do, one sentence
    /// @param details technical text to copy; may be empty
    /// @param offer the button that does what `next` says
    record Problem(String what, String kept, String next, String details, Optional<Offer> offer) {

        /// A problem without details or button.
        public static Problem of(String what, String kept, String next) {
            return new Problem(what, kept, next, "", Optional.empty());
        }

        /// The same problem with a button.
        public Problem offering(String verb, Runnable action) {
            return new Problem(what, kept, next, details, Optional.of(new Offer(verb, action)));
        }

        /// The same problem with the stack of its cause to copy.
        public Problem causedBy(Throwable cause) {
            var text = new java.io.StringWriter();
            var lines = new java.io.PrintWriter(text);
            lines.println(cause);
            for (StackTraceElement each : cause.getStackTrace()) {
                lines.println("    at " + each);
            }
            return new Problem(what, kept, next, text.toString(), offer);
        }
    }
}

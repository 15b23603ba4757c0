package io.tidemark.pipeline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A stage could not do its work. What was stored before is untouched.
///
/// The message is one or two sentences for a person: what failed, where, and what to do next.
public final class StageFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Stage stage;

    /// A failure without a deeper cause.
    public StageFailure(Stage stage, String sentence) {
        this(stage, sentence, null);
    }

    /// A failure whose cause has said it all in its own message.
    public static StageFailure because(Stage stage, Throwable cause) {
        String message = cause.getMessage();
        return new StageFailure(stage, message == null ? cause.toString() : message, cause);
    }

    /// The same, telling where the report of it lies.
    StageFailure reportedIn(Path page) {
        return new StageFailure(stage, getMessage() + " The report is " + page + ".", this);
    }

    private StageFailure(Stage stage, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.stage = stage;
    }

    /// The stage that failed.
    public Stage stage() {
        return stage;
    }
}

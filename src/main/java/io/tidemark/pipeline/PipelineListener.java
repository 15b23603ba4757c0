package io.tidemark.pipeline;

/// Told what the pipeline does, for a terminal or a window. Called on the thread that works: be quick.
public interface PipelineListener {

    /// A stage begins.
    default void stageStarted(Stage stage) {
    }

    /// A stage goes on.
    ///
    /// @param done units finished
    /// @param total units in all, 0 when unknown
    /// @param message what is being done, one short phrase
    default void stageProgress(Stage stage, long done, long total, String message) {
    }

    /// A stage has done its work.
    default void stageFinished(Stage stage, StageTime time) {
    }

    /// The download of a symbol came to another state.
    default void symbol(SymbolProgress progress) {
    }

    /// The gateway said something worth knowing that is no answer to a request.
    ///
    /// @param text one sentence for a person
    default void notice(String text) {
    }

    /// A boosting round is over.
    ///
    /// @param stage which training
    /// @param phase which fit of it, such as `fold 2 of 3`
    /// @param round number of the round, from 1
    /// @param training loss on the training rows
    /// @param validation loss on the validation rows, NaN when there are none
    default void round(Stage stage, String phase, int round, double training, double validation) {
    }

    /// A listener that does nothing.
    static PipelineListener none() {
        return new PipelineListener() {
        };
    }
}

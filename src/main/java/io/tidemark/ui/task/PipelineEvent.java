package io.tidemark.ui.task;

import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolProgress;

/// What the pipeline told, as a value that can wait for the window's thread.
public sealed interface PipelineEvent {

    /// A stage begins.
    record Started(Stage stage) implements PipelineEvent {}

    /// A stage goes on.
    record Went(Stage stage, long done, long total, String message) implements PipelineEvent {}

    /// A stage has done its work.
    record Finished(Stage stage, StageTime time) implements PipelineEvent {}

    /// The download of a symbol came to another state.
    record OfSymbol(SymbolProgress progress) implements PipelineEvent {}

    /// A boosting round is over.
    record Round(Stage stage, String phase, int round, double training, double validation) implements PipelineEvent {}

    /// The gateway said something worth knowing, one sentence.
    record Noticed(String text) implements PipelineEvent {}
}

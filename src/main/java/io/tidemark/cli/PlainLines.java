package io.tidemark.cli;

import io.tidemark.pipeline.PipelineListener;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolProgress;
import java.io.PrintStream;
import java.util.Locale;

/// Progress as plain lines, for logs and pipes: one line for what begins, what ends and each symbol.
final class PlainLines implements PipelineListener {
    private final PrintStream out;

    PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void stageStarted(Stage stage) {
        out.println(stage.title() + " ...");
    }

    @Override
    public void stageFinished(Stage stage, StageTime time) {
        out.printf(Locale.ROOT, "%s: done in %.2f s%n", stage.title(), time.seconds());
    }

    @Override
    public void notice(String text) {
        out.println("  gateway: " + text);
    }

    @Override
    public void symbol(SymbolProgress progress) {
        switch (progress.state()) {
            case WAITING, REQUESTING -> {
                // only what happened is worth a line
            }
            case RETRYING -> out.printf(Locale.ROOT, "  %s Trying again in %d s.%n", progress.message(),
                    progress.retryIn().toSeconds());
            case UP_TO_DATE, STORED -> out.printf(Locale.ROOT, "  %-6s %,d bars %s%n", progress.symbol(),
                    progress.bars(), progress.message());
            case FAILED -> out.printf(Locale.ROOT, "  %s%n", progress.message());
        }
    }
}

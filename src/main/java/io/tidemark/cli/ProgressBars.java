package io.tidemark.cli;

import io.tidemark.pipeline.PipelineListener;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Progress as a bar for each stage, on a terminal that can redraw a line.
final class ProgressBars implements PipelineListener, AutoCloseable {
    private static final int MILLIS = 100;

    private final PrintStream out;
    private @Nullable ProgressBar bar;

    ProgressBars(PrintStream out) {
        this.out = out;
    }

    @Override
    public void stageStarted(Stage stage) {
        close();
        bar = new ProgressBarBuilder().setTaskName(stage.title()).setInitialMax(-1).setUpdateIntervalMillis(MILLIS)
                .setStyle(ProgressBarStyle.ASCII).hideEta().setConsumer(new ConsoleProgressBarConsumer(out)).build();
    }

    @Override
    public void stageProgress(Stage stage, long done, long total, String message) {
        if (bar != null) {
            bar.maxHint(total > 0 ? total : -1);
            bar.stepTo(done);
            bar.setExtraMessage(" " + message);
        }
    }

    @Override
    public void notice(String text) {
        if (bar != null) {
            bar.setExtraMessage(" " + text);
        }
    }

    @Override
    public void symbol(SymbolProgress progress) {
        if (bar != null && !progress.message().isBlank()) {
            bar.setExtraMessage(" " + progress.symbol() + " " + progress.message());
        }
    }

    @Override
    public void stageFinished(Stage stage, StageTime time) {
        if (bar != null) {
            bar.setExtraMessage("");
            bar.maxHint(Math.max(1, bar.getMax()));
            bar.stepTo(bar.getMax());
        }
        close();
    }

    /// Ends the bar that is being drawn.
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

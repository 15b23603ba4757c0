package io.tidemark.ui.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes away from the window, skipping questions that a newer one has overtaken.
///
/// For sliders and filters: while one answer is being computed newer questions replace each other. Every answer
/// that was computed is shown, in order, so that a picture follows a moving slider instead of freezing until it
/// rests. Ask on the window's thread; answers are shown there. A question that cannot be answered is logged and
/// leaves what is shown.
///
/// @param <I> the questions, immutable
/// @param <O> the answers
public final class LatestWins<I, O> {
    private static final Logger LOG = LoggerFactory.getLogger(LatestWins.class);

    private final Executor executor;
    private final Function<? super I, ? extends O> compute;
    private final Consumer<? super O> show;
    private @Nullable I next;
    private boolean computing;

    /// Nothing asked yet.
    ///
    /// @param executor where answers are computed, one at a time
    /// @param compute pure and quick; called on the executor
    /// @param show called on the window's thread
    public LatestWins(Executor executor, Function<? super I, ? extends O> compute, Consumer<? super O> show) {
        this.executor = executor;
        this.compute = compute;
        this.show = show;
    }

    /// Asks; replaces a question that still waits.
    public void ask(I question) {
        FxThread.require();
        next = question;
        if (!computing) {
            begin();
        }
    }

    private void begin() {
        I question = next;
        next = null;
        if (question == null) {
            return;
        }
        computing = true;
        executor.execute(() -> answer(question));
    }

    private void answer(I question) {
        try {
            O answer = compute.apply(question);
            FxThread.later(() -> ended(() -> show.accept(answer)));
        } catch (RuntimeException e) {
            LOG.warn("no answer to {}", question, e);
            FxThread.later(() -> ended(() -> {}));
        }
    }

    private void ended(Runnable present) {
        computing = false;
        present.run();
        begin();
    }
}

package io.tidemark.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Hands items to the window's thread in order and in batches: training rounds, log lines, table rows.
///
/// However fast items come, one batch waits at most; none is lost. Thread-safe.
///
/// @param <T> the items
public final class Batches<T> {
    private final Object door = new Object();
    private final Consumer<? super List<T>> show;
    private List<T> waiting = new ArrayList<>();

    /// Nothing waits yet.
    ///
    /// @param show called on the window's thread with one or more items
    public Batches(Consumer<? super List<T>> show) {
        this.show = show;
    }

    /// Adds an item to the next batch.
    public void add(T item) {
        boolean first;
        synchronized (door) {
            first = waiting.isEmpty();
            waiting.add(item);
        }
        if (first) {
            FxThread.later(this::drain);
        }
    }

    private void drain() {
        List<T> batch;
        synchronized (door) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        show.accept(batch);
    }
}

package io.tidemark.ui.task;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Hands values to the window's thread, the latest only: what arrives while one waits replaces it.
///
/// For redraws and gauges, where an old value is worth nothing once a newer one is there. Thread-safe.
///
/// @param <T> the values
public final class Coalesced<T> {
    private final AtomicReference<T> waiting = new AtomicReference<>();
    private final Consumer<? super T> show;

    /// Nothing waits yet.
    ///
    /// @param show called on the window's thread
    public Coalesced(Consumer<? super T> show) {
        this.show = show;
    }

    /// A redraw that many causes may ask for and that happens once.
    public static Coalesced<Boolean> redraw(Runnable draw) {
        return new Coalesced<>(asked -> draw.run());
    }

    /// Makes `value` the one to show next.
    public void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            FxThread.later(this::drain);
        }
    }

    private void drain() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            show.accept(value);
        }
    }
}

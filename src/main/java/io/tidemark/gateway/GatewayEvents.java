package io.tidemark.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of one gateway, and everybody who is told about it.
///
/// Changes are checked, and listeners hear of them in the order in which they happened. A listener that fails is
/// logged and harms nobody else. Thread-safe; [GatewayEvents#state()] never waits.
public final class GatewayEvents {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayEvents.class);

    private final List<GatewayListener> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private volatile GatewayState state = GatewayState.DISCONNECTED;

    /// Where the connection stands.
    public GatewayState state() {
        return state;
    }

    /// Changes the state, and tells.
    ///
    /// @throws IllegalStateException when `next` cannot follow the present state
    public void move(GatewayState next) {
        synchronized (order) {
            GatewayState before = state;
            state = before.to(next);
            tell(each -> each.stateChanged(before, next));
        }
    }

    /// Changes the state where that is possible: a lost connection may be noticed twice, or after closing.
    ///
    /// @return whether the state changed
    public boolean moveIfPossible(GatewayState next) {
        synchronized (order) {
            boolean possible = state.next().contains(next);
            if (possible) {
                move(next);
            }
            return possible;
        }
    }

    /// Tells all listeners something.
    public void tell(Consumer<GatewayListener> what) {
        for (GatewayListener each : listeners) {
            try {
                what.accept(each);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed", e);
            }
        }
    }

    /// Adds somebody to be told.
    public void add(GatewayListener listener) {
        listeners.add(listener);
    }

    /// Ends the telling.
    public void remove(GatewayListener listener) {
        listeners.remove(listener);
    }
}

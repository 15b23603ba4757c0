package io.tidemark.ui.screen;

import io.tidemark.gateway.GatewayState;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.FeedChoice;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where bars come from just now, written by whoever is connected and shown in the status bar.
///
/// Belongs to the window's thread.
public final class MarketStatus {
    private final ObjectProperty<GatewayState> gateway = new SimpleObjectProperty<>(this, "gateway",
            GatewayState.DISCONNECTED);
    private final ObjectProperty<FeedChoice> choice = new SimpleObjectProperty<>(this, "choice",
            FeedChoice.Demo.standard());
    private final ObjectProperty<@Nullable DataSource> source = new SimpleObjectProperty<>(this, "source");
    private final GatewayLog log = new GatewayLog();
    private final SequencedMap<Object, GatewayState> open = new LinkedHashMap<>();

    /// Where the person wants bars from; the demo market until something else is chosen. Kept with the settings.
    public ObjectProperty<FeedChoice> choiceProperty() {
        return choice;
    }

    /// The state of the gateway.
    public ObjectProperty<GatewayState> gatewayProperty() {
        return gateway;
    }

    /// The source of the workspace's bars; null while it has none.
    public ObjectProperty<@Nullable DataSource> sourceProperty() {
        return source;
    }

    /// What gateways said.
    public GatewayLog log() {
        return log;
    }

    /// Takes the state of one connection. Of several, the one that was opened last is shown; when the last one is
    /// closed, nothing is connected.
    ///
    /// @param connection whose state it is, compared by identity or equality
    public void report(Object connection, GatewayState state) {
        if (state == GatewayState.CLOSED) {
            open.remove(connection);
        } else {
            open.put(connection, state);
        }
        gateway.set(open.isEmpty() ? GatewayState.DISCONNECTED : open.sequencedValues().getLast());
    }
}

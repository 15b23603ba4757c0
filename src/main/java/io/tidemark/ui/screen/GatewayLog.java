package io.tidemark.ui.screen;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What gateways said since the window was opened, oldest first, whichever work was connected.
///
/// Belongs to the window's thread.
public final class GatewayLog {
    /// As many as a person may want to look back at.
    static final int MOST = 1_000;

    private final ObservableList<GatewayMessage> messages = FXCollections.observableArrayList();
    private final ObservableList<GatewayMessage> view = FXCollections.unmodifiableObservableList(messages);

    /// The messages, oldest first; read only.
    public ObservableList<GatewayMessage> messages() {
        return view;
    }

    /// Adds a message; the oldest one leaves when there are too many.
    public void add(GatewayMessage message) {
        if (messages.size() >= MOST) {
            messages.removeFirst();
        }
        messages.add(message);
    }

    /// Forgets all messages.
    public void clear() {
        messages.clear();
    }
}

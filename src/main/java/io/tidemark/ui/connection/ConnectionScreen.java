package io.tidemark.ui.connection;

import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.task.RunningWork;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.Parent;

/// The connection pane as the shell sees it.
public final class ConnectionScreen implements Screen {
    private final Fxml.Loaded<ConnectionController> loaded;
    private final MessagesController messages;

    private ConnectionScreen(Fxml.Loaded<ConnectionController> loaded, MessagesController messages) {
        this.loaded = loaded;
        this.messages = messages;
    }

    /// Makes the screen; nothing is connected before somebody asks for a test.
    ///
    /// @param zone where the person is
    public static ConnectionScreen load(ConnectionState state, ConnectionDesk desk, RunningWork work,
            MarketStatus market, ZoneId zone) {
        var messages = new MessagesController(market.log(), zone);
        var loaded = new Fxml()
                .with(ConnectionController.class, () -> new ConnectionController(state, desk, work, market))
                .with(MessagesController.class, () -> messages).load(ConnectionController.class);
        return new ConnectionScreen(loaded, messages);
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        loaded.controller().watch(true);
    }

    @Override
    public void hidden() {
        loaded.controller().watch(false);
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.FILTER, messages::focusFilter);
    }

    @Override
    public void close() {
        loaded.controller().close();
        messages.close();
    }
}

package io.tidemark.ui.connection;

import io.tidemark.gateway.ClientKind;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayPreset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What is entered on the pane, as typed; choosing a place fills the port, typing a known port chooses its place.
public final class ConnectionForm {
    private static final int MOST_PORT = 65_535;
    private static final int MOST_CLIENT = 999_999;

    private final ObjectProperty<Origin> origin = new SimpleObjectProperty<>(this, "origin", Origin.DEMO);
    private final StringProperty host = new SimpleStringProperty(this, "host", GatewayPreset.THIS_MACHINE);
    private final StringProperty port = new SimpleStringProperty(this, "port",
            String.valueOf(GatewayPreset.TWS_PAPER.port()));
    private final StringProperty client = new SimpleStringProperty(this, "client",
            String.valueOf(GatewayPreset.CLIENT_ID));
    private final BooleanProperty official = new SimpleBooleanProperty(this, "official");
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final StringBinding problem = Bindings.createStringBinding(this::findProblem, origin, host, port, client,
            folder);

    /// The demo market.
    public ConnectionForm() {
        origin.addListener((observed, before, chosen) -> chosen.port()
                .ifPresent(number -> port.set(String.valueOf(number))));
        port.addListener((observed, before, typed) -> follow(typed));
    }

    private void follow(String typed) {
        if (origin.get().isGateway() && problemOfPort(typed).isEmpty()) {
            origin.set(Origin.of(GatewayPreset.of(number(typed))));
        }
    }

    /// Shows a choice.
    void show(FeedChoice choice) {
        origin.set(Origin.of(choice));
        switch (choice) {
            case FeedChoice.Demo _ -> {
                // nothing to enter
            }
            case FeedChoice.Gateway at -> {
                host.set(at.host());
                port.set(String.valueOf(at.port()));
                client.set(String.valueOf(at.clientId()));
                official.set(at.client() == ClientKind.OFFICIAL);
            }
            case FeedChoice.CsvFolder files -> folder.set(files.folder().toString());
        }
    }

    /// What was entered; ask only while [#problem] is empty.
    FeedChoice choice() {
        return switch (origin.get()) {
            case DEMO -> FeedChoice.Demo.standard();
            case CSV -> new FeedChoice.CsvFolder(Path.of(folder.get().strip()));
            case TWS_PAPER, TWS_LIVE, GATEWAY_PAPER, GATEWAY_LIVE, CUSTOM -> new FeedChoice.Gateway(
                    host.get().strip(), number(port.get()), number(client.get()),
                    official.get() ? ClientKind.OFFICIAL : ClientKind.BUILTIN);
        };
    }

    /// Tells of every change of the entry.
    void whenChanged(Runnable told) {
        Stream.<ObservableValue<?>>of(origin, host, port, client, official, folder)
                .forEach(each -> each.addListener((observed, before, value) -> told.run()));
    }

    /// What keeps the entry from being used, or empty.
    StringBinding problem() {
        return problem;
    }

    private String findProblem() {
        return switch (origin.get()) {
            case DEMO -> "";
            case CSV -> problemOfFolder(folder.get());
            case TWS_PAPER, TWS_LIVE, GATEWAY_PAPER, GATEWAY_LIVE, CUSTOM -> first(problemOfHost(host.get()),
                    problemOfPort(port.get()), problemOfClient(client.get()));
        };
    }

    private static String first(String... problems) {
        for (String each : problems) {
            if (!each.isEmpty()) {
                return each;
            }
        }
        return "";
    }

    static String problemOfHost(String text) {
        return text.isBlank() || text.strip().contains(" ") ? "A computer; this one is 127.0.0.1." : "";
    }

    static String problemOfPort(String text) {
        return problemOf(text, 1, MOST_PORT);
    }

    /// Client 0 would also be told of orders that somebody enters by hand.
    static String problemOfClient(String text) {
        return problemOf(text, 1, MOST_CLIENT);
    }

    static String problemOfFolder(String text) {
        try {
            return text.isBlank() || Path.of(text.strip()).toString().isEmpty() ? "Choose a folder." : "";
        } catch (InvalidPathException e) {
            return "This is no folder's name.";
        }
    }

    private static String problemOf(String text, int least, int most) {
        try {
            int number = number(text);
            return number < least || number > most ? range(least, most) : "";
        } catch (NumberFormatException e) {
            return range(least, most);
        }
    }

    private static String range(int least, int most) {
        return "%d to %d.".formatted(least, most);
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    ObjectProperty<Origin> originProperty() {
        return origin;
    }

    StringProperty hostProperty() {
        return host;
    }

    StringProperty portProperty() {
        return port;
    }

    /// The API client id.
    StringProperty clientProperty() {
        return client;
    }

    /// Whether IBKR's own client shall speak, not Tidemark's.
    BooleanProperty officialProperty() {
        return official;
    }

    /// The folder of CSV files.
    StringProperty folderProperty() {
        return folder;
    }
}

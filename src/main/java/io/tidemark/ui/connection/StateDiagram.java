package io.tidemark.ui.connection;

import io.tidemark.gateway.GatewayState;
import io.tidemark.ui.screen.GatewayWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// The states of the gateway from left to right, the present one lit, those before it filled.
public final class StateDiagram extends HBox {
    private static final List<GatewayState> WAY = List.of(GatewayState.DISCONNECTED, GatewayState.CONNECTING,
            GatewayState.HANDSHAKING, GatewayState.STARTING, GatewayState.READY, GatewayState.IMPAIRED);
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final double RADIUS = 6;

    private final Map<GatewayState, VBox> nodes = new EnumMap<>(GatewayState.class);

    /// Nothing is connected.
    public StateDiagram() {
        getStyleClass().add("state-diagram");
        for (GatewayState state : WAY) {
            VBox node = node(state);
            nodes.put(state, node);
            HBox.setHgrow(node, Priority.ALWAYS);
            getChildren().add(node);
        }
        show(GatewayState.DISCONNECTED);
    }

    private static VBox node(GatewayState state) {
        var circle = new Circle(RADIUS);
        circle.getStyleClass().add("state-circle");
        var row = new HBox(line(state != WAY.getFirst()), new StackPane(circle), line(state != WAY.getLast()));
        row.setAlignment(Pos.CENTER);
        var name = new Label(shortly(state));
        name.getStyleClass().add("state-name");
        var node = new VBox(6, row, name);
        node.setAlignment(Pos.TOP_CENTER);
        node.getStyleClass().addAll("state-node", state.name().toLowerCase(java.util.Locale.ROOT));
        node.setPrefWidth(1);
        return node;
    }

    /// Words that stand beside each other.
    private static String shortly(GatewayState state) {
        return switch (state) {
            case CONNECTING -> "Connecting";
            case HANDSHAKING -> "Handshake";
            case STARTING -> "Session";
            case READY -> "Connected";
            case IMPAIRED -> "No market data";
            case DISCONNECTED, CLOSED -> "Not connected";
        };
    }

    private static Region line(boolean drawn) {
        var line = new Region();
        line.getStyleClass().add(drawn ? "state-line" : "state-gap");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    /// Lights a state.
    public void show(GatewayState state) {
        GatewayState shown = state == GatewayState.CLOSED ? GatewayState.DISCONNECTED : state;
        int at = WAY.indexOf(shown);
        nodes.forEach((each, node) -> {
            node.pseudoClassStateChanged(CURRENT, each == shown);
            node.pseudoClassStateChanged(PASSED, WAY.indexOf(each) < at && each != GatewayState.DISCONNECTED);
        });
        setAccessibleText("The gateway: " + GatewayWords.of(state));
    }
}

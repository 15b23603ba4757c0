package io.tidemark.ui.connection;

import io.tidemark.ui.connection.StepRow.Standing;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// One step of the test: a mark, its name, what was found; beneath it what to do when something is amiss.
final class StepLine extends VBox {
    private static final double GAP = 10;
    private static final double MARK = 18;
    private static final double NAME_WIDTH = 140;

    private final StackPane mark = new StackPane();

    StepLine(StepRow row, boolean gateway) {
        super(4);
        getStyleClass().add("step-line");
        mark.setMinSize(MARK, MARK);
        mark.setMaxSize(MARK, MARK);
        var name = new Label(row.step().title());
        name.setMinWidth(NAME_WIDTH);
        name.getStyleClass().add("step-name");
        var detail = new Label();
        detail.getStyleClass().add("step-detail");
        detail.setWrapText(true);
        detail.textProperty().bind(row.detailProperty());
        HBox.setHgrow(detail, Priority.ALWAYS);
        var head = new HBox(GAP, mark, name, detail);
        head.setAlignment(Pos.TOP_LEFT);
        Node help = help(row, gateway);
        VBox.setMargin(help, new Insets(2, 0, 4, MARK + GAP));
        getChildren().addAll(head, help);
        row.standingProperty().subscribe(this::show);
        accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> row.step().title() + ": " + row.standingProperty().get().word() + ". "
                        + row.detailProperty().get() + " " + row.adviceProperty().get(),
                row.standingProperty(), row.detailProperty(), row.adviceProperty()));
    }

    private static Node help(StepRow row, boolean gateway) {
        var advice = new Label();
        advice.getStyleClass().add("step-advice");
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        advice.textProperty().bind(row.adviceProperty());
        var help = new VBox(4, advice);
        help.getStyleClass().add("step-help");
        for (String each : StepHelp.of(row.step(), gateway)) {
            var line = new Label("•  " + each);
            line.getStyleClass().add("step-click");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            help.getChildren().add(line);
        }
        help.visibleProperty().bind(row.adviceProperty().isNotEmpty());
        help.managedProperty().bind(help.visibleProperty());
        return help;
    }

    private void show(Standing standing) {
        Arrays.stream(Standing.values()).forEach(each -> pseudoClassStateChanged(
                PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)), each == standing));
        mark.getChildren().setAll(switch (standing) {
            case WAITING -> circle();
            case RUNNING -> wheel();
            case PASSED -> new IconView(Icon.CHECK, MARK);
            case CAUTION -> new IconView(Icon.WARNING, MARK);
            case FAILED -> new IconView(Icon.CLOSE, MARK);
        });
    }

    private static Node circle() {
        var circle = new Circle(MARK / 2 - 3);
        circle.getStyleClass().add("step-circle");
        return circle;
    }

    private static Node wheel() {
        var wheel = new ProgressIndicator();
        wheel.setMinSize(MARK, MARK);
        wheel.setMaxSize(MARK, MARK);
        return wheel;
    }
}

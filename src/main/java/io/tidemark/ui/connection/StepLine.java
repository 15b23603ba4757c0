package io.tidemark.ui.connection;

import io.tidemark.ui.connection.StepRow.Standing;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import java.util.Arrays;
import java.util.List;
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
        getChildren().add(head);
        row.adviceProperty().subscribe(advice -> showHelp(advice, StepHelp.of(row.step(), gateway)));
        row.standingProperty().subscribe(this::show);
        accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> row.step().title() + ": " + row.standingProperty().get().word() + ". "
                        + row.detailProperty().get() + " " + row.adviceProperty().get(),
                row.standingProperty(), row.detailProperty(), row.adviceProperty()));
    }

    /// Made when it is needed: most steps pass.
    private void showHelp(String advice, List<String> clicks) {
        getChildren().setAll(getChildren().getFirst());
        if (!advice.isEmpty()) {
            var help = new VBox(4, line(advice, "step-advice"));
            help.getStyleClass().add("step-help");
            clicks.forEach(each -> help.getChildren().add(line("•  " + each, "step-click")));
            VBox.setMargin(help, new Insets(2, 0, 4, MARK + GAP));
            getChildren().add(help);
        }
    }

    private static Label line(String text, String style) {
        var line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
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

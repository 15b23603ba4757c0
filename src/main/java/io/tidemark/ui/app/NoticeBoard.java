package io.tidemark.ui.app;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import io.tidemark.ui.control.Buttons;
import io.tidemark.ui.control.Clip;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.task.FxThread;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Notices inside the window: toasts at the lower right, problems in a bar at the top.
final class NoticeBoard implements Notices {
    private static final Duration TOAST = Duration.seconds(6);
    private static final int MOST_TOASTS = 3;
    private static final double TOAST_WIDTH = 380;

    private final Pane toasts;
    private final Pane problems;
    private final Map<Problem, Node> shown = new LinkedHashMap<>();

    /// @param toasts where toasts go
    /// @param problems where problems go
    NoticeBoard(Pane toasts, Pane problems) {
        this.toasts = toasts;
        this.problems = problems;
        problems.managedProperty().bind(problems.visibleProperty());
        problems.setVisible(false);
    }

    @Override
    public void done(String sentence) {
        toast(new Notification(sentence, new IconView(Icon.CHECK)));
    }

    @Override
    public void done(String sentence, Offer offer) {
        var toast = new Notification(sentence, new IconView(Icon.CHECK));
        Button button = Buttons.verb(offer.verb(), () -> {
            toasts.getChildren().remove(toast);
            offer.action().run();
        });
        toast.setPrimaryActions(button);
        toast(toast);
    }

    private void toast(Notification toast) {
        FxThread.require();
        toast.getStyleClass().addAll(Styles.SUCCESS, Styles.ELEVATED_2);
        toast.setPrefWidth(TOAST_WIDTH);
        toast.setMaxSize(TOAST_WIDTH, Region.USE_PREF_SIZE);
        toast.setOnClose(event -> toasts.getChildren().remove(toast));
        toasts.getChildren().add(toast);
        if (toasts.getChildren().size() > MOST_TOASTS) {
            toasts.getChildren().removeFirst();
        }
        var leave = new PauseTransition(TOAST);
        leave.setOnFinished(event -> toasts.getChildren().remove(toast));
        // who points at a toast wants to read it
        toast.hoverProperty().addListener((observed, before, over) -> {
            if (over) {
                leave.stop();
            } else {
                leave.playFromStart();
            }
        });
        leave.play();
    }

    @Override
    public void problem(Problem problem) {
        FxThread.require();
        if (shown.keySet().stream().anyMatch(each -> same(each, problem))) {
            return;
        }
        Node row = row(problem);
        shown.put(problem, row);
        problems.getChildren().add(row);
        problems.setVisible(true);
    }

    @Override
    public void solved(Problem problem) {
        FxThread.require();
        shown.entrySet().removeIf(each -> {
            if (!same(each.getKey(), problem)) {
                return false;
            }
            problems.getChildren().remove(each.getValue());
            return true;
        });
        problems.setVisible(!shown.isEmpty());
    }

    private static boolean same(Problem one, Problem other) {
        return one.what().equals(other.what()) && one.next().equals(other.next());
    }

    private Node row(Problem problem) {
        var what = new Label(problem.what());
        what.getStyleClass().add("problem-what");
        what.setWrapText(true);
        var next = new Label(
                Stream.of(problem.kept(), problem.next()).filter(each -> !each.isBlank())
                        .collect(Collectors.joining(" ")));
        next.getStyleClass().add("problem-next");
        next.setWrapText(true);
        var words = new VBox(what, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new IconView(Icon.WARNING), words);
        row.getStyleClass().add("problem");
        row.setAccessibleText(what.getText() + " " + next.getText());
        problem.offer().ifPresent(offer -> row.getChildren().add(Buttons.verb(offer.verb(), offer.action())));
        if (!problem.details().isBlank()) {
            row.getChildren().add(Buttons.verb("Copy details", () -> copy(problem)));
        }
        row.getChildren().add(Buttons.icon(Icon.CLOSE, "Close", () -> solved(problem)));
        row.getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast)
                .forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        return row;
    }

    private static void copy(Problem problem) {
        Clip.copy(String.join("\n", problem.what(), problem.kept(), problem.next(), problem.details()));
    }
}

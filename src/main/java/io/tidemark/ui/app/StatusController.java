package io.tidemark.ui.app;

import atlantafx.base.controls.Popover;
import io.tidemark.gateway.GatewayState;
import io.tidemark.market.DataSource;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import io.tidemark.ui.screen.GatewayWords;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkTask;
import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.jspecify.annotations.Nullable;

/// The status bar: gateway, workspace, source of the bars, running work.
public final class StatusController {
    private final ShellState shell;
    private final MarketStatus market;
    private final RunningWork work;
    private final TaskProgressView<WorkTask<?>> list = new TaskProgressView<>();
    private final Popover popover = new Popover(list);

    @FXML
    private StatusBar status;
    @FXML
    private Circle light;
    @FXML
    private Label gateway;
    @FXML
    private Label workspace;
    @FXML
    private Label source;
    @FXML
    private Button running;
    @FXML
    private Button cancel;

    StatusController(ShellState shell, MarketStatus market, RunningWork work) {
        this.shell = shell;
        this.market = market;
        this.work = work;
    }

    @FXML
    private void initialize() {
        cancel.setGraphic(new IconView(Icon.CLOSE, 12));
        cancel.setTooltip(new Tooltip("Cancel"));
        popover.setHeaderAlwaysVisible(true);
        popover.setTitle("Running work");
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        market.gatewayProperty().subscribe(this::showGateway);
        market.sourceProperty().subscribe(this::showSource);
        shell.workspaceProperty().subscribe(this::showWorkspace);
        InvalidationListener follow = changed -> followWork();
        work.tasks().addListener(follow);
        followWork();
    }

    private void showGateway(GatewayState state) {
        light.getStyleClass().setAll("status-light", switch (state) {
            case READY -> "ready";
            case IMPAIRED -> "impaired";
            case CONNECTING, HANDSHAKING, STARTING -> "underway";
            case DISCONNECTED, CLOSED -> "off";
        });
        gateway.setText(GatewayWords.of(state));
    }

    private void showSource(@Nullable DataSource from) {
        source.setVisible(from != null);
        source.setManaged(from != null);
        source.getStyleClass().remove("demo");
        if (from == null) {
            return;
        }
        source.setText(switch (from.kind()) {
            case DEMO -> "DEMO DATA";
            case REPLAY -> "REPLAY";
            case TWS -> from.detail();
            case CSV -> "CSV FILES";
        });
        source.setTooltip(new Tooltip("Source of the bars: " + from.text()));
        if (from.isDemo()) {
            source.getStyleClass().add("demo");
        }
    }

    private void showWorkspace(@Nullable Path folder) {
        workspace.setText(
                folder == null ? "" : String.valueOf(folder.getFileName() == null ? folder : folder.getFileName()));
        workspace.setTooltip(folder == null ? null : new Tooltip(folder.toString()));
    }

    private void followWork() {
        list.getTasks().setAll(work.tasks());
        status.progressProperty().unbind();
        status.textProperty().unbind();
        boolean busy = !work.tasks().isEmpty();
        running.setVisible(work.tasks().size() > 1);
        running.setManaged(running.isVisible());
        running.setText(work.tasks().size() + " running");
        cancel.setVisible(busy);
        cancel.setManaged(busy);
        if (busy) {
            WorkTask<?> first = work.tasks().getFirst();
            status.progressProperty().bind(first.progressProperty());
            status.textProperty().bind(Bindings.createStringBinding(() -> words(first), first.titleProperty(),
                    first.messageProperty()));
            cancel.setAccessibleText("Cancel: " + first.getTitle());
        } else {
            status.setProgress(0);
            status.setText("");
            popover.hide();
        }
    }

    private static String words(WorkTask<?> task) {
        return task.getMessage().isBlank() ? task.getTitle() : task.getTitle() + ": " + task.getMessage();
    }

    @FXML
    private void onRunning() {
        popover.show(running);
    }

    @FXML
    private void onCancel() {
        if (!work.tasks().isEmpty()) {
            work.tasks().getFirst().cancel();
        }
    }
}

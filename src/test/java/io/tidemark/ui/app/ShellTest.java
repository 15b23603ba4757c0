package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.GatewayState;
import io.tidemark.market.DataSource;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.Notices.Offer;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final List<String> opened = new ArrayList<>();
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private WorkbenchWindow window;

    @BeforeEach
    void openWindow() {
        window = UiWindow.onFx(() -> {
            var made = new WorkbenchWindow(ui.stage(), new AppFolders(folder, folder.resolve("logs")),
                    SettingsStore.open(folder), workers, Clock.systemUTC(), opened::add, GivenFiles.none());
            ui.adopt(made.theme());
            made.theme().choiceProperty().set(ThemeChoice.LIGHT);
            ui.stage().setWidth(UiWindow.WIDTH);
            ui.stage().setHeight(UiWindow.HEIGHT);
            made.open(folder.resolve("bars"));
            return made;
        });
        UiWindow.settle();
    }

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    private Node find(String selector) {
        return ui.robot().lookup(selector).query();
    }

    private String textOf(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    @Test
    void anEmptyWorkspaceShowsASentenceInsteadOfABlankScreen() {
        ui.pictures("shell-empty");
        assertThat(textOf(".empty-sentence")).contains("no bars");
        assertThat(window.entries()).extracting(ScreenEntry::id).contains(ScreenId.OVERVIEW);
    }

    @Test
    void problemsStayAndToastsShow() {
        UiWindow.onFx(() -> {
            window.market().gatewayProperty().set(GatewayState.READY);
            window.market().sourceProperty().set(new DataSource(DataSource.Kind.DEMO, "42"));
            window.notices().problem(Problem.of("The connection to TWS was lost.", "1,204 bars of SPY were kept.",
                    "Start TWS again and press Connect.").offering("Connect", () -> {})
                    .causedBy(new IllegalStateException("socket closed")));
            window.notices().done("Both models are trained.", new Offer("Open run", () -> {}));
            window.notices().done("SPY: 2,515 bars stored.");
            return window;
        });
        var gate = new CountDownLatch(1);
        UiWindow.onFx(() -> window.work().start(Job.writing("Download 10 years", progress -> {
            progress.report(3, 5, "TSLA, 1,204 bars");
            gate.await();
            return 1;
        }), end -> {}));
        UiWindow.until("progress", () -> textOf(".status-label").contains("TSLA"));
        ui.pictures("shell-busy");
        assertThat(textOf(".problem-what")).isEqualTo("The connection to TWS was lost.");
        assertThat(ui.robot().lookup(".notification").queryAll()).hasSize(2);
        gate.countDown();
        UiWindow.until("the end of the work", () -> textOf(".status-label").isEmpty());
    }

    @Test
    void aTestOfTheConnectionLightsTheStatusBarMeanwhile() {
        var states = new ArrayList<GatewayState>();
        UiWindow.onFx(() -> {
            window.market().gatewayProperty().addListener((observed, before, state) -> states.add(state));
            window.show(ScreenId.CONNECTION);
            return window;
        });
        UiWindow.settle();
        ui.robot().clickOn("#test");
        UiWindow.until("the end of the test",
                () -> states.contains(GatewayState.READY) && textOf("#gateway").equals("Not connected"));
        ui.picture("shell-connection");
        assertThat(states).startsWith(GatewayState.CONNECTING).endsWith(GatewayState.DISCONNECTED);
        assertThat(window.market().log().messages()).isNotEmpty();
    }

    @Test
    void theUpdateIsOneShortcutAwayFromEveryScreen() {
        UiWindow.onFx(() -> {
            window.show(ScreenId.CONNECTION);
            return window;
        });
        UiWindow.settle();
        ui.robot().press(KeyCode.CONTROL, KeyCode.U).release(KeyCode.U, KeyCode.CONTROL);
        UiWindow.until("the end of the update", () -> ui.robot().lookup(".problem-what").queryAll().stream()
                .anyMatch(each -> ((Labeled) each).getText().startsWith("There is nothing to update")));
        assertThat(find("#nav-OVERVIEW").getPseudoClassStates()).extracting(Object::toString).contains("selected");
    }

    @Test
    void helpLiesOverTheScreenAndEscapeClosesIt() {
        ui.robot().press(KeyCode.F1).release(KeyCode.F1);
        UiWindow.until("help", () -> ui.robot().lookup("#help").tryQuery().isPresent());
        Bounds bounds = UiWindow.onFx(() -> find("#help").getBoundsInLocal());
        UiWindow.pulses(30);
        ui.picture("shell-help");
        UiWindow.onFx(() -> {
            ComboBox<HelpTopic> topics = ui.robot().lookup("#help-topics").queryComboBox();
            assertThat(topics.getValue()).isEqualTo(HelpTopic.of(ScreenId.OVERVIEW));
            topics.getSelectionModel().select(new HelpTopic("Real option chains", "chains"));
            return topics;
        });
        UiWindow.pulses(30);
        ui.picture("shell-help-chains");
        assertThat(ui.robot().lookup(node -> node instanceof Text text && text.getText().equals("Real option chains"))
                .queryAll()).isNotEmpty();
        ui.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        UiWindow.until("help closed", () -> ui.robot().lookup("#help").tryQuery().isEmpty());
        assertThat(bounds.getHeight()).isGreaterThan(400);
    }

    @Test
    void aChangeIsKeptWhileTheWindowIsStillOpen() {
        UiWindow.onFx(() -> {
            window.theme().choiceProperty().set(ThemeChoice.DARK);
            return window;
        });
        UiWindow.until("the settings on disk", () -> SettingsStore.open(folder).theme() == ThemeChoice.DARK);
        SettingsStore kept = SettingsStore.open(folder);
        assertThat(kept.workspaces()).first().isEqualTo(folder.resolve("bars").toAbsolutePath().normalize());
        assertThat(kept.window()).hasValueSatisfying(place -> assertThat(place.width()).isEqualTo(UiWindow.WIDTH));
    }

    private List<Double> dividers() {
        return SettingsStore.open(folder).dividers("CONNECTION.parts");
    }

    @Test
    void aDividerIsKeptWhenItsDragEnds() {
        UiWindow.onFx(() -> {
            window.show(ScreenId.CONNECTION);
            return window;
        });
        UiWindow.until("the divider as it came", () -> !dividers().isEmpty());
        List<Double> before = dividers();
        ui.robot().drag(".split-pane-divider").moveBy(-60, 40).drop();
        UiWindow.until("the divider on disk", () -> !dividers().equals(before));
        assertThat(dividers().getFirst()).isGreaterThan(before.getFirst());
    }

    @Test
    void quittingWhileFilesAreWrittenAsksFirst() {
        var gate = new CountDownLatch(1);
        UiWindow.onFx(() -> window.work().start(Job.writing("Download 10 years", progress -> {
            gate.await();
            return 1;
        }), end -> {}));
        UiWindow.onFx(() -> {
            window.quit();
            return window;
        });
        UiWindow.until("the question", () -> ui.robot().lookup("#question").tryQuery().isPresent());
        assertThat(ui.stage().isShowing()).isTrue();
        UiWindow.pulses(30);
        ui.robot().clickOn("#answer-yes");
        UiWindow.until("the window gone", () -> !ui.stage().isShowing());
        gate.countDown();
    }

    @Test
    void aMenuItemThatCannotBeChosenSaysWhy() {
        Menu edit = ui.robot().lookup(".menu-bar").queryAs(MenuBar.class).getMenus().get(1);
        UiWindow.onFx(() -> {
            Event.fireEvent(edit, new Event(Menu.ON_SHOWING));
            return edit;
        });
        assertThat(edit.getItems()).allMatch(MenuItem::isDisable)
                .allMatch(item -> item.getText().contains("this screen has nothing"));
        UiWindow.onFx(() -> {
            Event.fireEvent(edit, new Event(Menu.ON_HIDDEN));
            return edit;
        });
        assertThat(edit.getItems()).as("shortcuts still reach the next screen").noneMatch(MenuItem::isDisable);
    }
}

package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

/// Goes through every screen without a mouse.
class KeyboardTest {
    private static final int MOST_STOPS = 120;

    @TempDir
    private static Path workspace;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @SuppressWarnings("NullAway.Init") // made before each test
    private FilledWindow window;

    @BeforeAll
    static void fill() throws IOException, StageFailure {
        FilledWindow.fill(workspace);
    }

    @BeforeEach
    void open() {
        window = new FilledWindow(ui, workspace, GivenFiles.none());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource(ScreenId.class)
    void tabLeadsThroughEveryControlAndEachIsNamed(ScreenId id) {
        window.show(id);
        assertThat(window.faces(id)).allSatisfy((name, reach) -> {
            reach.run();
            UiWindow.pulses(3);
            List<Node> stops = walk(id);
            Set<Node> missed = focusable();
            missed.removeIf(each -> stops.contains(each) || isInGroupOf(each, stops));
            assertThat(missed).extracting(KeyboardTest::described).as("never reached").isEmpty();
            assertThat(stops).filteredOn(stop -> nameOf(stop).isBlank()).extracting(KeyboardTest::described)
                    .as("without a name").isEmpty();
        });
    }

    @Test
    void arrowsLeadFromPlaceToPlaceInTheNavigation() {
        window.show(ScreenId.OVERVIEW);
        onFx(() -> find("#nav-OVERVIEW").requestFocus()).run();
        ui.robot().type(KeyCode.DOWN);
        UiWindow.until("the next screen", () -> ui.robot().lookup("#test").tryQuery().isPresent());
    }

    @Test
    void enterPressesTheButtonInFocusElseThePrimaryOne() {
        window.show(ScreenId.SETUP);
        ListView<?> steps = ui.robot().lookup("#steps").queryListView();
        onFx(() -> {
            steps.getSelectionModel().select(2);
            find("#years").requestFocus();
        }).run();
        UiWindow.settle();
        ui.robot().type(KeyCode.ENTER);
        UiWindow.settle();
        assertThat(steps.getSelectionModel().getSelectedIndex()).as("Enter in a field").isEqualTo(3);
        onFx(() -> find("#back").requestFocus()).run();
        ui.robot().type(KeyCode.ENTER);
        UiWindow.settle();
        assertThat(steps.getSelectionModel().getSelectedIndex()).as("Enter on the button back").isEqualTo(2);
    }

    @Test
    void ctrlAndADigitOpenAScreen() {
        window.show(ScreenId.OVERVIEW);
        window.press(KeyCode.DIGIT3);
        UiWindow.until("the third screen", () -> ui.robot().lookup(".download").tryQuery().isPresent());
    }

    @Test
    void theOverlayKeepsTheFocusUntilEscapeGivesItBack() {
        window.show(ScreenId.OVERVIEW);
        Node behind = find("#update");
        onFx(behind::requestFocus).run();
        window.press(KeyCode.COMMA);
        UiWindow.until("the preferences", () -> ui.robot().lookup("#preferences").tryQuery().isPresent());
        UiWindow.pulses(30);
        Node card = find("#preferences");
        for (int i = 0; i < 8; i++) {
            ui.robot().type(KeyCode.TAB);
            assertThat(Stream.iterate(owner(), Objects::nonNull, Node::getParent)).as("stop " + i).contains(card);
        }
        ui.robot().type(KeyCode.ESCAPE);
        UiWindow.until("the preferences gone", () -> ui.robot().lookup("#preferences").tryQuery().isEmpty());
        assertThat(owner()).isSameAs(behind);
    }

    @Test
    void helpListsEveryShortcutOfTheMenus() throws IOException {
        String keys = Files.readString(Path.of("src", "site", "markdown", "help", "workbench.md"));
        List<String> shortcuts = ui.robot().lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream()).map(MenuItem::getAccelerator).filter(Objects::nonNull)
                .map(KeyCombination::getDisplayText).filter(text -> !text.matches("Ctrl\\+[2-7]")).toList();
        assertThat(shortcuts).hasSizeGreaterThan(8).allSatisfy(text -> assertThat(keys).contains("`" + text + "`"));
    }

    private Node find(String selector) {
        return ui.robot().lookup(selector).query();
    }

    /// What a screen shows by itself, then each of its tabs and steps.
    private static Runnable onFx(Runnable action) {
        return () -> UiWindow.onFx(() -> {
            action.run();
            return action;
        });
    }

    /// Arrow keys lead from the chosen one of a group to the others.
    private static boolean isInGroupOf(Node node, List<Node> stops) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null && stops.stream().anyMatch(
                stop -> stop instanceof Toggle other && toggle.getToggleGroup().equals(other.getToggleGroup()));
    }

    /// Presses Tab until the focus comes back to where it began.
    private List<Node> walk(ScreenId id) {
        onFx(() -> find("#nav-" + id).requestFocus()).run();
        var stops = new LinkedHashSet<Node>();
        Node at = owner();
        while (at != null && stops.add(at)) {
            assertThat(stops).as("stops before the focus comes back").hasSizeLessThan(MOST_STOPS);
            at = afterTab(at);
        }
        assertThat(at).as("where the focus comes back to").isSameAs(stops.getFirst());
        return List.copyOf(stops);
    }

    /// Without the pauses of the robot.
    private @Nullable Node afterTab(Node at) {
        return UiWindow.<@Nullable Node>onFx(() -> {
            Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
            Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.TAB, false, false, false, false));
            return ui.stage().getScene().getFocusOwner();
        });
    }

    private @Nullable Node owner() {
        return UiWindow.<@Nullable Node>onFx(() -> ui.stage().getScene().getFocusOwner());
    }

    private Set<Node> focusable() {
        return UiWindow.onFx(() -> {
            var found = new LinkedHashSet<Node>();
            collect(ui.stage().getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, found));
        }
    }

    private static String nameOf(Node node) {
        return UiWindow.onFx(() -> Stream.of(node.getAccessibleText(),
                node instanceof Labeled labeled ? labeled.getText() : null,
                node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label
                        ? label.getText()
                        : null)
                .filter(Objects::nonNull).filter(text -> !text.isBlank()).findFirst().orElse(""));
    }

    private static String described(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }
}

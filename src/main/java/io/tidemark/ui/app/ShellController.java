package io.tidemark.ui.app;

import atlantafx.base.controls.ModalPane;
import io.tidemark.ui.control.IconView;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.ThemeChoice;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Menus and navigation around the screens.
public final class ShellController {
    private static final double NAV_WIDTH = 176;

    private final ShellState state;
    private final ShellCommands commands;
    private final ObjectProperty<ThemeChoice> theme;
    private final RunningWork work;
    private final ToggleGroup places = new ToggleGroup();

    @FXML
    private VBox navigation;
    @FXML
    private Pane screens;
    @FXML
    private Pane problems;
    @FXML
    private Pane toasts;
    @FXML
    private ModalPane overlay;
    @FXML
    private Menu recentMenu;
    @FXML
    private Menu viewMenu;
    @FXML
    private Menu themeMenu;
    @FXML
    private MenuItem filterItem;
    @FXML
    private MenuItem exportItem;
    @FXML
    private MenuItem downloadItem;
    @FXML
    private MenuItem retrainItem;
    @FXML
    private MenuItem cancelItem;

    ShellController(ShellState state, ShellCommands commands, ObjectProperty<ThemeChoice> theme, RunningWork work) {
        this.state = state;
        this.commands = commands;
        this.theme = theme;
        this.work = work;
    }

    @FXML
    private void initialize() {
        navigation.setPrefWidth(NAV_WIDTH);
        navigation.setMinWidth(Region.USE_PREF_SIZE);
        state.screens().addListener((ListChangeListener<ScreenEntry>) change -> listScreens());
        state.recent().addListener((ListChangeListener<Path>) change -> listRecent());
        state.currentProperty().addListener((observed, before, now) -> markCurrent());
        cancelItem.disableProperty().bind(work.busy().not());
        cancelItem.textProperty().bind(
                Bindings.when(work.busy()).then("_Cancel running work").otherwise("_Cancel (nothing runs)"));
        listThemes();
    }

    Pane screens() {
        return screens;
    }

    Pane problems() {
        return problems;
    }

    Pane toasts() {
        return toasts;
    }

    ModalPane overlay() {
        return overlay;
    }

    private void listScreens() {
        navigation.getChildren().clear();
        viewMenu.getItems().removeIf(each -> each.getUserData() instanceof ScreenId);
        int at = 0;
        for (ScreenEntry entry : state.screens()) {
            if (entry.id() == ScreenId.SETUP && at > 0) {
                var line = new Separator();
                line.getStyleClass().add("nav-divider");
                navigation.getChildren().add(line);
            }
            navigation.getChildren().add(place(entry));
            viewMenu.getItems().add(at++, item(entry.id()));
        }
        downloadItem.setVisible(has(ScreenId.DOWNLOAD));
        retrainItem.setVisible(has(ScreenId.TRAINING));
        markCurrent();
    }

    private ToggleButton place(ScreenEntry entry) {
        var place = new ToggleButton(entry.id().title(), new IconView(entry.icon()));
        place.getStyleClass().setAll("nav-item");
        place.setMaxWidth(Double.MAX_VALUE);
        place.setToggleGroup(places);
        place.setUserData(entry.id());
        place.setId("nav-" + entry.id());
        // a place stays chosen when it is chosen again
        place.setOnAction(event -> place.setSelected(true));
        place.selectedProperty().addListener((observed, before, chosen) -> {
            if (chosen) {
                commands.show(entry.id());
            }
        });
        return place;
    }

    private MenuItem item(ScreenId id) {
        var item = new MenuItem(id.title());
        item.setUserData(id);
        // a combination by character would be shown, and never met
        item.setAccelerator(new KeyCodeCombination(KeyCode.valueOf("DIGIT" + id.digit()),
                KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(event -> commands.show(id));
        return item;
    }

    private boolean has(ScreenId id) {
        return state.screens().stream().anyMatch(entry -> entry.id() == id);
    }

    private void markCurrent() {
        places.getToggles().forEach(place -> place.setSelected(place.getUserData() == state.currentProperty().get()));
    }

    private void listRecent() {
        recentMenu.getItems().setAll(state.recent().stream().map(folder -> {
            var item = new MenuItem(folder.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> commands.openWorkspace(folder));
            return item;
        }).toList());
        recentMenu.setDisable(state.recent().isEmpty());
    }

    private void listThemes() {
        var group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new RadioMenuItem(choice.title());
            item.setToggleGroup(group);
            item.setSelected(choice == theme.get());
            item.setOnAction(event -> theme.set(choice));
            theme.addListener((observed, before, now) -> item.setSelected(choice == now));
            themeMenu.getItems().add(item);
        }
    }

    @FXML
    private void onEditShowing() {
        offer(filterItem, ScreenAction.FILTER, "_Filter", "this screen has nothing to filter");
        offer(exportItem, ScreenAction.EXPORT, "_Export...", "this screen has nothing to export");
    }

    /// An item that cannot be chosen says why.
    private void offer(MenuItem item, ScreenAction action, String text, String reason) {
        boolean can = commands.can(action);
        item.setDisable(!can);
        item.setText(can ? text : text + " (" + reason + ")");
    }

    @FXML
    private void onEditHidden() {
        // a disabled item would swallow its shortcut on the next screen
        filterItem.setDisable(false);
        exportItem.setDisable(false);
    }

    @FXML
    private void onFilter() {
        commands.perform(ScreenAction.FILTER);
    }

    @FXML
    private void onExport() {
        commands.perform(ScreenAction.EXPORT);
    }

    @FXML
    private void onDownload() {
        commands.perform(ScreenId.DOWNLOAD, ScreenAction.DOWNLOAD);
    }

    @FXML
    private void onUpdate() {
        commands.perform(ScreenId.OVERVIEW, ScreenAction.UPDATE);
    }

    @FXML
    private void onRetrain() {
        commands.perform(ScreenId.TRAINING, ScreenAction.RETRAIN);
    }

    @FXML
    private void onChooseWorkspace() {
        commands.chooseWorkspace();
    }

    @FXML
    private void onShowWorkspaceFolder() {
        commands.showWorkspaceFolder();
    }

    @FXML
    private void onShowLogFolder() {
        commands.showLogFolder();
    }

    @FXML
    private void onPreferences() {
        commands.showPreferences();
    }

    @FXML
    private void onCancelWork() {
        commands.cancelWork();
    }

    @FXML
    private void onHelp() {
        commands.showHelp();
    }

    @FXML
    private void onAbout() {
        commands.showAbout();
    }

    @FXML
    private void onQuit() {
        commands.quit();
    }
}

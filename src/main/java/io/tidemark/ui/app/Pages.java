package io.tidemark.ui.app;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import io.tidemark.ui.control.Buttons;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What lies over the screens for a moment: help, about, preferences, a question.
final class Pages {
    private static final double CARD_WIDTH = 460;

    private final ModalPane overlay;
    private @Nullable Node first;
    private @Nullable Node behind;

    Pages(ModalPane overlay) {
        this.overlay = overlay;
        overlay.displayProperty().addListener((observed, before, shown) -> {
            if (!shown && behind != null) {
                behind.requestFocus();
                behind = null;
            }
        });
    }

    /// Takes the focus back from what lies behind an open page.
    void keepFocus(@Nullable Node owner) {
        Node page = overlay.getContent();
        if (overlay.isDisplay() && first != null && owner != null && page != null
                && Stream.iterate(owner, Objects::nonNull, Node::getParent).noneMatch(page::equals)) {
            first.requestFocus();
        }
    }

    private void show(Node page, Node entry) {
        if (!overlay.isDisplay()) {
            behind = overlay.getScene().getFocusOwner();
        }
        first = entry;
        overlay.show(page);
        entry.requestFocus();
    }

    /// Closes what is open.
    ///
    /// @return whether anything was
    boolean close() {
        boolean open = overlay.isDisplay();
        overlay.hide(true);
        return open;
    }

    /// Help on a screen, and a choice of all other pages.
    void help(@Nullable ScreenId screen) {
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var topics = new ComboBox<HelpTopic>();
        topics.getItems().setAll(HelpTopic.all());
        topics.setVisibleRowCount(topics.getItems().size());
        topics.setId("help-topics");
        topics.setAccessibleText("Help page");
        topics.valueProperty().subscribe(topic -> {
            if (topic != null) {
                scroll.setContent(new MarkdownView(topic.text()));
                scroll.setVvalue(0);
            }
        });
        topics.setValue(screen == null ? HelpTopic.WORKBENCH : HelpTopic.of(screen));
        var title = new Label("Help");
        title.getStyleClass().add("section-title");
        var left = new HBox(12, title, topics);
        left.setAlignment(Pos.CENTER_LEFT);
        var head = new BorderPane(null, null, Buttons.icon(Icon.CLOSE, "Close help", this::close), null, left);
        head.getStyleClass().add("page-head");
        var page = new VBox(head, scroll);
        page.getStyleClass().add("help-page");
        page.setId("help");
        overlay.setAlignment(Pos.TOP_RIGHT);
        overlay.usePredefinedTransitionFactories(Side.RIGHT);
        show(page, scroll);
    }

    /// Versions and folders.
    void about(AppFolders folders, @Nullable Path workspace) {
        var grid = new GridPane(12, 6);
        int row = 0;
        String version = Pages.class.getPackage().getImplementationVersion();
        grid.addRow(row++, key("Version"), value(version == null ? "development" : version));
        grid.addRow(row++, key("Java"), value(Runtime.version() + ", " + System.getProperty("java.vendor")));
        grid.addRow(row++, key("JavaFX"), value(System.getProperty("javafx.runtime.version", "")));
        grid.addRow(row++, key("System"),
                value(System.getProperty("os.name") + " " + System.getProperty("os.version")));
        grid.addRow(row++, key("Workspace"), value(String.valueOf(workspace)));
        grid.addRow(row++, key("Settings"), value(folders.settings().toString()));
        grid.addRow(row, key("Logs"), value(folders.logs().toString()));
        card("about", "Tidemark", new VBox(12,
                wrapped("A workbench for the market-regime and probability-of-touch models of an option-trading bot. "
                        + "It only reads market data. It cannot send orders."),
                grid), closing("Close"));
    }

    /// What can be chosen.
    void preferences(ObjectProperty<ThemeChoice> theme) {
        var choices = new VBox(8, key("Look"));
        var group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var button = new RadioButton(choice.title());
            button.setToggleGroup(group);
            button.setSelected(choice == theme.get());
            button.setOnAction(event -> theme.set(choice));
            choices.getChildren().add(button);
        }
        card("preferences", "Preferences", choices, closing("Close"));
    }

    /// A question whose safe answer is to go on as before.
    ///
    /// @param question what is at stake, one or two sentences
    /// @param no what the safe answer does, as a verb
    /// @param yes what the other answer does, as a verb
    /// @param action the other answer
    void ask(String title, String question, String no, String yes, Runnable action) {
        Button go = Buttons.verb(yes, () -> {
            close();
            action.run();
        });
        go.setId("answer-yes");
        go.getStyleClass().add(Styles.DANGER);
        card("question", title, wrapped(question), closing(no), go);
    }

    private Button closing(String verb) {
        Button button = Buttons.verb(verb, this::close);
        button.setDefaultButton(true);
        return button;
    }

    private void card(String id, String title, Node content, Button... buttons) {
        var head = new Label(title);
        head.getStyleClass().add("screen-title");
        var row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        var card = new VBox(16, head, content, row);
        card.getStyleClass().add("page-card");
        card.setId(id);
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(CARD_WIDTH);
        overlay.setAlignment(Pos.CENTER);
        overlay.usePredefinedTransitionFactories(null);
        show(card, buttons[0]);
    }

    private static Label key(String text) {
        var label = new Label(text);
        label.getStyleClass().add("hint");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label value(String text) {
        return wrapped(text);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}

package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LayoutMemoryTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private SplitPane shown() {
        return ui.show(() -> {
            var table = new TableView<String>();
            table.setId("table");
            table.getColumns().add(new TableColumn<>("Strike"));
            table.getColumns().add(new TableColumn<>("Expiry"));
            var split = new SplitPane(table, new StackPane(new Label("beside")));
            split.setId("split");
            return split;
        });
    }

    @SuppressWarnings("unchecked") // shown() put it there
    private static TableView<String> table(SplitPane split) {
        return (TableView<String>) split.lookup("#table");
    }

    @Test
    void dividersAndColumnsComeBackInTheNextWindow() {
        SplitPane before = shown();
        SettingsStore settings = SettingsStore.open(folder);
        UiWindow.onFx(() -> {
            before.setDividerPositions(0.7);
            table(before).getColumns().getFirst().setPrefWidth(170);
            table(before).getColumns().addFirst(table(before).getColumns().removeLast());
            return before;
        });
        UiWindow.settle();
        UiWindow.onFx(() -> {
            new LayoutMemory(settings).keep(ScreenId.POT, before);
            settings.save();
            return before;
        });
        SplitPane after = shown();
        UiWindow.onFx(() -> {
            new LayoutMemory(SettingsStore.open(folder)).restore(ScreenId.POT, after);
            return after;
        });
        UiWindow.settle();
        assertThat(after.getDividerPositions()[0]).isEqualTo(0.7, within(0.01));
        assertThat(table(after).getColumns()).extracting(TableColumnBase::getText).containsExactly("Expiry", "Strike");
        assertThat(table(after).getColumns().getLast().getWidth()).isEqualTo(170, within(1.0));
    }

    @Test
    void whatIsHiddenHasNoSizesToKeep() {
        SplitPane hidden = shown();
        SettingsStore settings = SettingsStore.open(folder);
        UiWindow.onFx(() -> {
            hidden.setVisible(false);
            new LayoutMemory(settings).keep(ScreenId.POT, hidden);
            return hidden;
        });
        assertThat(settings.columns("POT.table")).isEmpty();
        assertThat(settings.dividers("POT.split")).isEmpty();
    }

    @Test
    void aScreenThatWasNeverSeenIsLeftAsItIs() {
        SplitPane fresh = shown();
        UiWindow.onFx(() -> {
            new LayoutMemory(SettingsStore.open(folder)).restore(ScreenId.POT, fresh);
            return fresh;
        });
        assertThat(table(fresh).getColumns()).extracting(TableColumnBase::getText).containsExactly("Strike", "Expiry");
    }
}

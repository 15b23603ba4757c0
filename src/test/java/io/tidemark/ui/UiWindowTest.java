package io.tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UiWindowTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    /// Tests that only take pictures fail when a screen draws nothing.
    @Test
    void aWindowInWhichNothingIsDrawnGivesNoPicture() {
        ui.show(Pane::new);
        assertThatThrownBy(() -> ui.picture("nothing")).hasMessage("nothing is drawn in the window called nothing");
        ui.show(() -> new Pane(new Label("Tidemark")));
        assertThat(ui.picture("one-word")).exists();
    }
}

package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The window as it first opens, 1280 by 820, with everything made: nothing that is written in it is cut.
class SmallWindowTest {
    @TempDir
    private Path workspace;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @Test
    void everyTextOfEveryScreenCanBeRead() throws IOException, StageFailure {
        FilledWindow.fill(workspace);
        var cut = new ArrayList<String>();
        try (var window = new FilledWindow(ui, workspace, GivenFiles.none())) {
            window.shrink();
            for (ScreenId id : ScreenId.values()) {
                window.show(id);
                window.faces(id).forEach((name, reach) -> {
                    reach.run();
                    UiWindow.pulses(4);
                    UiWindow.onFx(() -> CutTexts.under(ui.stage().getScene().getRoot())).stream().distinct()
                            .forEach(each -> cut.add(name + ": " + each));
                });
            }
        }
        assertThat(cut).isEmpty();
    }
}

package io.tidemark.ui.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The window's icon, made from `packaging/icon/tidemark.svg`.
final class WindowIcon {
    private WindowIcon() {
    }

    /// The icon in the sizes that systems ask for, 16 to 256 pixels; they are read in the background.
    static List<Image> sizes() {
        return Stream.of(16, 32, 48, 64, 128, 256).map(size -> WindowIcon.class.getResource("icon-" + size + ".png"))
                .map(found -> new Image(Objects.requireNonNull(found, "the icon is a resource").toExternalForm(), true))
                .toList();
    }
}

package io.tidemark.ui.app;

import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window back where it was, if that place still exists, and keeps where it is.
final class WindowMemory {
    /// Size of the first start.
    static final double WIDTH = 1280;
    static final double HEIGHT = 820;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final SettingsStore settings;

    WindowMemory(Stage stage, SettingsStore settings) {
        this.stage = stage;
        this.settings = settings;
    }

    void restore() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        settings.window().ifPresent(place -> {
            if (place.isReachable(Screen.getScreens().stream().map(Screen::getVisualBounds).toList())) {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(place.width());
                stage.setHeight(place.height());
            }
            stage.setMaximized(place.maximized());
        });
    }

    void keep() {
        boolean full = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
        if (!full) {
            settings.window(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
            return;
        }
        settings.window().ifPresent(before -> settings.window(
                new WindowPlace(before.x(), before.y(), before.width(), before.height(), stage.isMaximized())));
    }
}

package io.tidemark.ui.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads a view and gives its controllers what their constructors want.
///
/// `TrainingController` belongs to `Training.fxml` in the same package path under `resources/`.
public final class Fxml {
    private static final String SUFFIX = "Controller";

    private final Map<Class<?>, Supplier<?>> controllers = new LinkedHashMap<>();

    /// A view and its controller.
    ///
    /// @param view the root node
    /// @param controller made by the supplier, with its fields filled in
    public record Loaded<C>(Parent view, C controller) {}

    /// Adds a way to make a controller, the screen's own or one of an `fx:include`.
    public <C> Fxml with(Class<C> type, Supplier<? extends C> maker) {
        controllers.put(type, maker);
        return this;
    }

    /// Loads the view of a screen with one controller.
    public static <C> Loaded<C> load(Class<C> type, Supplier<? extends C> maker) {
        return new Fxml().with(type, maker).load(type);
    }

    /// Loads the view that belongs to `type`.
    ///
    /// @throws IllegalStateException when there is no such FXML file
    /// @throws UncheckedIOException when it does not load
    public <C> Loaded<C> load(Class<C> type) {
        var loader = new FXMLLoader(location(type));
        loader.setClassLoader(type.getClassLoader());
        loader.setControllerFactory(this::make);
        try {
            Parent view = loader.load();
            return new Loaded<>(view, type.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException("the view of " + type.getSimpleName() + " does not load", e);
        }
    }

    private Object make(Class<?> type) {
        Supplier<?> maker = Objects.requireNonNull(controllers.get(type), () -> "nobody makes a " + type.getName());
        return maker.get();
    }

    private static URL location(Class<?> type) {
        String name = type.getSimpleName();
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        URL url = type.getResource(stem + ".fxml");
        if (url == null) {
            throw new IllegalStateException("no " + stem + ".fxml beside " + type.getName());
        }
        return url;
    }
}

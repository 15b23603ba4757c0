package io.tidemark.ui.app;

import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Keeps the screens: makes each when it is first shown, and has one in front.
final class ScreenHost implements Navigator {
    private final Pane stage;
    private final LayoutMemory layouts;
    private final Map<ScreenId, ScreenEntry> entries = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Screen> made = new EnumMap<>(ScreenId.class);
    private final ReadOnlyObjectWrapper<@Nullable ScreenId> current = new ReadOnlyObjectWrapper<>(this, "current");

    /// Without screens yet.
    ///
    /// @param stage where the view of the screen in front goes
    /// @param layouts what screens looked like
    ScreenHost(Pane stage, LayoutMemory layouts) {
        this.stage = stage;
        this.layouts = layouts;
    }

    /// Takes these screens instead of those before, closing what was made of them.
    void open(List<ScreenEntry> screens) {
        close();
        for (ScreenEntry each : screens) {
            entries.put(each.id(), each);
        }
    }

    /// The screens there are, in the order of the navigation.
    List<ScreenEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// The screen in front.
    ReadOnlyObjectProperty<@Nullable ScreenId> currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public boolean has(ScreenId id) {
        return entries.containsKey(id);
    }

    @Override
    public void show(ScreenId id) {
        bring(id);
    }

    @Override
    public void show(ScreenId id, ScreenRequest request) {
        bring(id).ifPresent(screen -> screen.receive(request));
    }

    @Override
    public void perform(ScreenId id, ScreenAction action) {
        bring(id).map(screen -> screen.actions().get(action)).ifPresent(Runnable::run);
    }

    /// Has the screen in front do something, if it can.
    void perform(ScreenAction action) {
        front().map(screen -> screen.actions().get(action)).ifPresent(Runnable::run);
    }

    /// Whether the screen in front can do this.
    boolean can(ScreenAction action) {
        return front().map(screen -> screen.actions().containsKey(action)).orElse(false);
    }

    private Optional<Screen> front() {
        return Optional.ofNullable(current.get()).map(made::get);
    }

    private Optional<Screen> bring(ScreenId id) {
        ScreenEntry entry = entries.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        boolean first = !made.containsKey(id);
        Screen screen = made.computeIfAbsent(id, absent -> entry.maker().get());
        if (id == current.get()) {
            return Optional.of(screen);
        }
        front().ifPresent(Screen::hidden);
        stage.getChildren().setAll(screen.view());
        current.set(id);
        if (first) {
            stage.applyCss();
            stage.layout();
            layouts.restore(id, screen.view());
        }
        screen.shown();
        return Optional.of(screen);
    }

    /// Keeps the layouts and closes every screen that was made.
    void close() {
        keepLayouts();
        front().ifPresent(Screen::hidden);
        current.set(null);
        stage.getChildren().clear();
        made.values().forEach(Screen::close);
        made.clear();
        entries.clear();
    }

    /// Keeps what the screens look like.
    void keepLayouts() {
        made.forEach((id, screen) -> layouts.keep(id, screen.view()));
    }
}

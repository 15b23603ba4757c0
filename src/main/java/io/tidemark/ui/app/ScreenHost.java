package io.tidemark.ui.app;

import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.task.FxThread;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Set<ScreenId> coming = EnumSet.noneOf(ScreenId.class);
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
        bring(id, screen -> {});
    }

    @Override
    public void show(ScreenId id, ScreenRequest request) {
        bring(id, screen -> screen.receive(request));
    }

    @Override
    public void perform(ScreenId id, ScreenAction action) {
        bring(id, screen -> Optional.ofNullable(screen.actions().get(action)).ifPresent(Runnable::run));
    }

    /// Has the screen in front do something, if it can.
    void perform(ScreenAction action) {
        front().map(screen -> screen.actions().get(action)).ifPresent(Runnable::run);
    }

    /// Whether the screen in front can do this.
    boolean can(ScreenAction action) {
        return front().map(screen -> screen.actions().containsKey(action)).orElse(false);
    }

    /// Has the screen in front look at its files again, as when it comes to the front.
    void refresh() {
        front().ifPresent(Screen::shown);
    }

    private Optional<Screen> front() {
        return Optional.ofNullable(current.get()).map(made::get);
    }

    /// A screen that is there comes at once. One that has to be made first comes a turn later: making it and styling
    /// it in one go would keep the window from answering for too long.
    private void bring(ScreenId id, Consumer<Screen> then) {
        ScreenEntry entry = entries.get(id);
        if (entry == null) {
            return;
        }
        Screen known = made.get(id);
        if (known != null && !coming.contains(id)) {
            toFront(id, known, false);
            then.accept(known);
            return;
        }
        Screen screen = made.computeIfAbsent(id, absent -> entry.maker().get());
        coming.add(id);
        FxThread.later(() -> {
            if (screen.equals(made.get(id))) {
                toFront(id, screen, coming.remove(id));
                then.accept(screen);
            }
        });
    }

    private void toFront(ScreenId id, Screen screen, boolean first) {
        if (id == current.get()) {
            return;
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
    }

    /// Keeps the layouts and closes every screen that was made.
    void close() {
        keepLayouts();
        front().ifPresent(Screen::hidden);
        current.set(null);
        stage.getChildren().clear();
        made.values().forEach(Screen::close);
        made.clear();
        coming.clear();
        entries.clear();
    }

    /// Keeps what the screens look like.
    void keepLayouts() {
        made.forEach((id, screen) -> {
            if (!coming.contains(id)) {
                layouts.keep(id, screen.view());
            }
        });
    }
}

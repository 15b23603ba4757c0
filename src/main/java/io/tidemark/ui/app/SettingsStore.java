package io.tidemark.ui.app;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.storage.Json;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings while the window is open, and their file.
///
/// A file that cannot be read is logged and replaced at the next save: settings are comfort, never a reason not to
/// start. What is called on it belongs to the window's thread; only the file is written elsewhere.
final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final int REMEMBERED_WORKSPACES = 8;

    private final @Nullable Path file;
    private final Map<String, List<Double>> dividers;
    private final Map<String, List<String>> columns;
    private final Map<String, String> memory;
    private final List<String> workspaces;
    private @Nullable WindowPlace window;
    private @Nullable ScreenId screen;
    private ThemeChoice theme;
    private FeedChoice feed;
    private Runnable told = () -> {};
    private long taken;
    private long written;

    private SettingsStore(@Nullable Path file, Settings read) {
        this.file = file;
        dividers = new TreeMap<>(read.dividers());
        columns = new TreeMap<>(read.columns());
        memory = new TreeMap<>(read.memory());
        workspaces = new ArrayList<>(read.workspaces());
        window = read.window().orElse(null);
        screen = named(ScreenId.values(), read.screen()).orElse(null);
        theme = named(ThemeChoice.values(), read.theme()).orElse(ThemeChoice.SYSTEM);
        feed = FeedText.choice(read.feed());
    }

    /// Reads `settings.json` of a folder, or begins anew.
    static SettingsStore open(Path folder) {
        Path file = folder.resolve("settings.json");
        return new SettingsStore(file, read(file));
    }

    /// Begins anew, and is never written: for a window that nobody is to find traces of.
    static SettingsStore unkept() {
        return new SettingsStore(null, Settings.fresh());
    }

    private static Settings read(Path file) {
        if (!Files.exists(file)) {
            return Settings.fresh();
        }
        try {
            return Json.read(file, Settings.class);
        } catch (IOException e) {
            LOG.warn("settings begin anew", e);
            return Settings.fresh();
        }
    }

    /// The value of that name; none for a name that another version knew.
    private static <E extends Enum<E>> Optional<E> named(E[] values, Optional<String> name) {
        return Arrays.stream(values).filter(each -> name.equals(Optional.of(each.name()))).findFirst();
    }

    /// Has `changed` run after each change.
    void onChange(Runnable changed) {
        told = changed;
    }

    /// Writes the file; a failure is logged.
    void save() {
        write(snapshot(), ++taken);
    }

    /// Writes the file as it is to be now, elsewhere.
    void saveOn(Executor executor) {
        Settings now = snapshot();
        long number = ++taken;
        executor.execute(() -> write(now, number));
    }

    private Settings snapshot() {
        return new Settings(Optional.ofNullable(window), Optional.of(theme.name()), workspaces,
                Optional.ofNullable(screen).map(Enum::name), Optional.of(FeedText.of(feed)), dividers, columns,
                memory);
    }

    /// Writes a snapshot unless a younger one was written already.
    private synchronized void write(Settings settings, long number) {
        if (file == null || number < written) {
            return;
        }
        written = number;
        try {
            Json.write(file, settings);
        } catch (IOException e) {
            LOG.warn("settings are not kept", e);
        }
    }

    Optional<WindowPlace> window() {
        return Optional.ofNullable(window);
    }

    void window(WindowPlace place) {
        if (!place.equals(window)) {
            window = place;
            told.run();
        }
    }

    Optional<ScreenId> screen() {
        return Optional.ofNullable(screen);
    }

    void screen(ScreenId id) {
        if (!id.equals(screen)) {
            screen = id;
            told.run();
        }
    }

    ThemeChoice theme() {
        return theme;
    }

    void theme(ThemeChoice choice) {
        if (!choice.equals(theme)) {
            theme = choice;
            told.run();
        }
    }

    FeedChoice feed() {
        return feed;
    }

    void feed(FeedChoice choice) {
        if (!choice.equals(feed)) {
            feed = choice;
            told.run();
        }
    }

    /// Folders, the last one first.
    List<Path> workspaces() {
        return workspaces.stream().map(Path::of).toList();
    }

    /// The last folder that is still there.
    Optional<Path> lastWorkspace() {
        return workspaces().stream().filter(Files::isDirectory).findFirst();
    }

    /// Makes a folder the last one.
    void workspace(Path folder) {
        String text = folder.toAbsolutePath().normalize().toString();
        workspaces.remove(text);
        workspaces.addFirst(text);
        while (workspaces.size() > REMEMBERED_WORKSPACES) {
            workspaces.removeLast();
        }
        told.run();
    }

    List<Double> dividers(String key) {
        return dividers.getOrDefault(key, List.of());
    }

    void dividers(String key, List<Double> positions) {
        if (!positions.equals(dividers.put(key, List.copyOf(positions)))) {
            told.run();
        }
    }

    List<String> columns(String key) {
        return columns.getOrDefault(key, List.of());
    }

    void columns(String key, List<String> widths) {
        if (!widths.equals(columns.put(key, List.copyOf(widths)))) {
            told.run();
        }
    }

    /// The memory of one screen.
    Memory memoryOf(ScreenId id) {
        return new Memory() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(memory.get(id + "." + name));
            }

            @Override
            public void put(String name, String text) {
                if (!text.equals(memory.put(id + "." + name, text))) {
                    told.run();
                }
            }
        };
    }
}

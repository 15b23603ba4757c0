package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import ar.com.hjg.pngj.FilterType;
import io.fair_acc.chartfx.utils.WriteFxImage;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeMark;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.Theme;
import io.tidemark.ui.theme.ThemeChoice;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Takes the pictures of the site: every screen of the real window in both looks, from a demo workspace that is the
/// same each time. No test of the build, since nothing is judged but by eye: `mvn -Dquick -Dtest=ScreenPictures test`.
class ScreenPictures {
    private static final Path PICTURES = Path.of("src", "site", "resources", "screens");
    private static final long MOST_BYTES = 250_000;
    private static final int BEST_COMPRESSION = 9;
    private static final int COLOURS = 256;
    /// Ends of months, so that there are runs to compare; the last is the day of the pictures.
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 31),
            LocalDate.of(2024, 11, 29), LocalDate.of(2024, 12, 31));

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tidemark-demo");
    private final Workers workers = new Workers();

    @AfterEach
    void cleanUp() throws IOException {
        // what the window keeps is written by the workers
        workers.close();
        remove(folder);
    }

    @Test
    void takeThem() throws IOException, StageFailure {
        remove(folder);
        Path workspace = folder.resolve("demo");
        for (LocalDate day : DAYS) {
            setUp(Workspace.at(workspace), day);
        }
        WorkbenchWindow window = open(workspace);
        Files.createDirectories(PICTURES);
        for (ScreenEntry entry : window.entries()) {
            String screen = entry.id().name().toLowerCase(Locale.ROOT);
            show(window, entry.id());
            take(window, screen);
            faces(entry.id()).forEach((name, reach) -> {
                reach.run();
                take(window, screen + "-" + name);
            });
        }
        UiWindow.onFx(() -> {
            window.close();
            return window;
        });
    }

    /// Two days after a session, at noon.
    private static Clock after(LocalDate day) {
        return Clock.fixed(day.plusDays(2).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static void setUp(Workspace workspace, LocalDate day) throws IOException, StageFailure {
        Clock clock = after(day);
        PipelineSettings settings = PipelineSettings.defaults();
        try (var feed = new Feeds(clock).open(new FeedChoice.Demo(Optional.empty(), Optional.of(day)))) {
            new Setup(workspace, feed, clock).run(settings,
                    WorkspaceLabelling.of(workspace).labelling(settings.horizon()), false, RunContext.unwatched());
        }
        if (day.equals(DAYS.getFirst())) {
            WorkspaceLabelling.of(workspace).add(new RegimeMark(LocalDate.of(2024, 8, 5), LocalDate.of(2024, 8, 9),
                    Regime.HIGH_VOL_NEUTRAL, "short scare, not a trend", clock.instant()));
        }
    }

    private WorkbenchWindow open(Path workspace) {
        return UiWindow.onFx(() -> {
            var made = new WorkbenchWindow(ui.stage(), new AppFolders(folder, folder.resolve("logs")),
                    SettingsStore.open(folder), workers, after(DAYS.getLast()), uri -> {}, GivenFiles.none());
            ui.adopt(made.theme());
            made.theme().choiceProperty().set(ThemeChoice.LIGHT);
            ui.stage().setX(0);
            ui.stage().setY(0);
            ui.stage().setWidth(UiWindow.WIDTH);
            ui.stage().setHeight(UiWindow.HEIGHT);
            made.open(workspace);
            return made;
        });
    }

    private static void show(WorkbenchWindow window, ScreenId id) {
        UiWindow.onFx(() -> {
            window.show(id);
            return id;
        });
        UiWindow.settle();
    }

    private void take(WorkbenchWindow window, String name) {
        for (Theme look : Theme.values()) {
            ui.use(look);
            UiWindow.until("the end of all work", () -> !window.work().busy().get());
            // charts and tables settle over some pulses
            UiWindow.pulses(10);
            Path file = PICTURES.resolve(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png");
            save(ui.image(), file);
            assertThat(file.toFile().length()).as("bytes of " + file).isLessThan(MOST_BYTES);
        }
    }

    /// With 256 colours, which no eye tells from all of them here, a picture takes a third of the room.
    private static void save(Image image, Path file) {
        ByteBuffer png = WriteFxImage.encodePalette(image, null, false, BEST_COMPRESSION, FilterType.FILTER_NONE,
                new FrequentColours(image, COLOURS));
        var bytes = new byte[png.remaining()];
        png.get(bytes);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What else of a screen is worth a picture, in the order in which one leads to the next.
    private Map<String, Runnable> faces(ScreenId id) {
        var faces = new LinkedHashMap<String, Runnable>();
        switch (id) {
            case REGIMES -> {
                faces.put("day", () -> {
                    ui.robot().clickOn("1Y");
                    focus("#charts");
                    ui.robot().type(KeyCode.ENTER);
                });
                faces.put("rules", () -> {
                    tab("#side", 1);
                    ui.robot().clickOn("All");
                    act(() -> ui.robot().lookup("#side #threshold-EXTREME_VIX").queryAs(Slider.class).setValue(26));
                });
                faces.put("figures", () -> tab("#side", 4));
            }
            case RUNS -> faces.put("compare",
                    () -> act(() -> ui.robot().lookup("#runs").queryAs(TableView.class).getSelectionModel()
                            .selectIndices(0, 2)));
            case POT -> faces.put("replay", () -> {
                act(() -> ui.robot().lookup("#options").queryAs(TableView.class).getSelectionModel().select(1));
                tab("#below", 2);
            });
            case TRAINING -> faces.put("curves", () -> tab("#sides", 1));
            case SETUP -> {
                faces.put("source", () -> step(1));
                faces.put("rules", () -> step(3));
                faces.put("run", () -> step(4));
            }
            default -> {
                // one face each
            }
        }
        return faces;
    }

    private void act(Runnable action) {
        UiWindow.onFx(() -> {
            action.run();
            return action;
        });
        UiWindow.settle();
    }

    private void focus(String selector) {
        act(() -> ui.robot().lookup(selector).<Node>query().requestFocus());
    }

    private void tab(String pane, int index) {
        act(() -> ui.robot().lookup(pane).queryAs(TabPane.class).getSelectionModel().select(index));
    }

    private void step(int index) {
        act(() -> ui.robot().lookup("#steps").queryListView().getSelectionModel().select(index));
    }

    private static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}

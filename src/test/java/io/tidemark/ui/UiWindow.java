package io.tidemark.ui;

import io.fair_acc.chartfx.utils.WriteFxImage;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.Theme;
import io.tidemark.ui.theme.ThemeChoice;
import io.tidemark.ui.theme.ThemeSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// A window of 1440 by 900 for each test, on the headless platform, with a robot that clicks and types.
///
/// Register it with `@RegisterExtension final UiWindow window = new UiWindow();`. Waiting is done by pulses of the
/// window's thread, never by sleeping.
public final class UiWindow implements BeforeEachCallback, AfterEachCallback {
    /// Width of the window.
    public static final int WIDTH = 1440;
    /// Height of the window.
    public static final int HEIGHT = 900;

    private static final long PATIENCE_SECONDS = 20;
    /// A background, a text on it and their smoothed edges.
    private static final int FEWEST_COLOURS = 8;
    private static final int EVERY = 4;

    /// One for all tests: JavaFX's headless windows and robots hold on to each other, so with a robot a test no closed
    /// window was ever given back, five megabytes each.
    private static final FxRobot ROBOT = new FxRobot();

    private @Nullable Stage stage;
    private @Nullable ThemeSwitch theme;

    @Override
    public void beforeEach(ExtensionContext context) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        onFx(() -> {
            theme = new ThemeSwitch(new SimpleObjectProperty<>(ColorScheme.LIGHT), ThemeChoice.LIGHT);
            stage = new Stage();
            // the headless screen has 1000 by 1000 pixels; a window centred on it is scrolled at the wrong place
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return stage;
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        onFx(() -> {
            stage().close();
            return stage;
        });
        settle();
    }

    /// Makes a view on the window's thread and shows it in the window.
    public <T extends Parent> T show(Supplier<T> maker) {
        T view = onFx(() -> {
            T made = maker.get();
            var scene = new Scene(made, WIDTH, HEIGHT);
            theme().dress(scene);
            stage().setScene(scene);
            stage().show();
            return made;
        });
        settle();
        return view;
    }

    /// The window.
    public Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("register the window as an extension of the test");
        }
        return stage;
    }

    /// The look, light at first.
    public ThemeSwitch theme() {
        if (theme == null) {
            throw new IllegalStateException("register the window as an extension of the test");
        }
        return theme;
    }

    /// Takes the look of a window that dresses its scene itself.
    public void adopt(ThemeSwitch own) {
        theme = own;
    }

    /// The colours in force.
    public Palette palette() {
        return theme().palette();
    }

    /// Switches the look.
    public void use(Theme look) {
        onFx(() -> {
            theme().choiceProperty().set(look == Theme.DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT);
            return look;
        });
        settle();
    }

    /// Clicks and types.
    public FxRobot robot() {
        return ROBOT;
    }

    /// Runs something on the window's thread and waits for its value.
    public static <T extends @Nullable Object> T onFx(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return await(done, "an action on the window's thread");
    }

    /// Waits until what is queued is done and two pulses have drawn it.
    public static void settle() {
        pulses(2);
    }

    /// Waits for pulses.
    public static void pulses(int count) {
        int[] left = {count};
        until(count + " pulses", () -> left[0]-- <= 0);
    }

    /// Waits until a condition, judged on the window's thread at each pulse, is true.
    ///
    /// @param what said when it does not come true in 20 s
    public static void until(String what, Callable<Boolean> condition) {
        var done = new CompletableFuture<Boolean>();
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (condition.call()) {
                        stop();
                        done.complete(true);
                    }
                } catch (Throwable e) {
                    stop();
                    done.completeExceptionally(e);
                }
            }
        };
        Platform.runLater(timer::start);
        try {
            await(done, what);
        } finally {
            Platform.runLater(timer::stop);
        }
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> done, String what) {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(what + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("waited " + PATIENCE_SECONDS + " s in vain for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The pixels of a node.
    public static WritableImage image(Node node) {
        settle();
        return onFx(() -> node.snapshot(null, null));
    }

    /// Saves the whole window to `target/screens/NAME-light.png` or `-dark.png`; an empty one fails.
    public Path picture(String name) {
        Image image = image();
        if (colours(image) < FEWEST_COLOURS) {
            throw new AssertionError("nothing is drawn in the window called " + name);
        }
        return save(image, name + (palette().theme() == Theme.DARK ? "-dark" : "-light"));
    }

    /// The pixels of the whole window.
    public WritableImage image() {
        settle();
        return onFx(() -> stage().getScene().snapshot(null));
    }

    /// Saves the window in both looks.
    public void pictures(String name) {
        for (Theme look : Theme.values()) {
            use(look);
            picture(name);
        }
    }

    /// How many colours are in it, as far as every fourth pixel tells.
    private static long colours(Image image) {
        int width = (int) image.getWidth();
        var pixels = image.getPixelReader();
        return IntStream.range(0, width * (int) image.getHeight() / EVERY)
                .map(at -> pixels.getArgb(at * EVERY % width, at * EVERY / width)).distinct().count();
    }

    private static Path save(Image image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            Path file = folder.resolve(name + ".png");
            WriteFxImage.savePng(image, file.toFile());
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

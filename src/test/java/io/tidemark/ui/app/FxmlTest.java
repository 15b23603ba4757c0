package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ui.UiWindow;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Every FXML file is well-formed, names what exists, and fits its controller.
class FxmlTest {
    private static final Path RESOURCES = Path.of("resources");
    /// A controller of an `fx:include` comes into the field named after the include's id.
    private static final Pattern INCLUDED = Pattern.compile("Controller$");
    private static final Pattern HANDLER = Pattern.compile("=\"#(\\w+)\"");

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> everyViewFitsItsController() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<Path> views = files.filter(file -> file.toString().endsWith(".fxml")).sorted().toList();
            assertThat(views).as("views under resources").hasSizeGreaterThanOrEqualTo(3);
            return views.stream()
                    .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException, ReflectiveOperationException {
        String text = Files.readString(file);
        Class<?> controller = Class.forName(attribute(text, "fx:controller"));
        String stem = file.getFileName().toString().replace(".fxml", "");
        assertThat(controller.getSimpleName()).as("the controller of the same stem").isEqualTo(stem + "Controller");
        assertThat(controller.getPackageName()).as("the package of the same path")
                .isEqualTo(RESOURCES.relativize(file.getParent()).toString().replace('/', '.').replace('\\', '.'));
        for (Field field : controller.getDeclaredFields()) {
            if (field.isAnnotationPresent(FXML.class)) {
                String id = INCLUDED.matcher(field.getName()).replaceFirst("");
                assertThat(text).as("fx:id of the field " + field.getName()).contains("fx:id=\"" + id + "\"");
            }
        }
        List<String> handlers = Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FXML.class)).map(Method::getName).toList();
        assertThat(handlers).as("handlers of " + controller.getSimpleName())
                .containsAll(HANDLER.matcher(text).results().map(found -> found.group(1)).toList());
        load(file);
    }

    /// Loads the layout with an empty controller, so that every element, property and style in it is looked up.
    private static void load(Path file) throws IOException {
        String bare = Files.readString(file).replaceAll("fx:controller=\"[^\"]*\"", "")
                .replaceAll("\\bon[A-Z]\\w*=\"#\\w+\"", "").replaceAll("<fx:include[^>]*/>", "");
        UiWindow.onFx(() -> {
            var loader = new FXMLLoader(file.toUri().toURL());
            loader.setClassLoader(FxmlTest.class.getClassLoader());
            Object root = loader
                    .load(new java.io.ByteArrayInputStream(bare.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(root).isNotNull();
            return root;
        });
    }

    private static String attribute(String text, String name) {
        String found = text.replaceAll("(?s).*?" + name + "=\"([^\"]*)\".*", "$1");
        assertThat(found).as(name).isNotEqualTo(text);
        return found;
    }

    @Test
    void aMisspelledPropertyIsFound() throws IOException {
        Path file = folder.resolve("Wrong.fxml");
        Files.writeString(file, "<?import javafx.scene.control.Label?>\n<Label txt=\"hello\"/>\n");
        assertThatThrownBy(() -> load(file)).hasStackTraceContaining("txt");
    }
}

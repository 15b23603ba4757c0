package io.tidemark.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Colours are named by role; their values stand in the two token sheets and nowhere else.
class ColorLiteralTest {
    private static final Pattern LITERAL = Pattern.compile(
            "\"#[0-9a-fA-F]{3,8}\"|-fx-[a-z-]*(?:fill|color|stroke)\\s*:\\s*(?:#|rgb|hsb|[a-z]+\\s*;)|"
                    + "\\bColor\\.(?:web|rgb|hsb|gray|grayRgb|valueOf|color)\\(|\\bColor\\.[A-Z][A-Z_]{2,}\\b|"
                    + "\\b(?:textFill|fill|stroke)=\"(?!\\$)");
    private static final Pattern IN_SHEETS = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(|:\\s*(?:black|white|red|green|blue|gr[ae]y|yellow|orange)\\s*;");

    private static List<String> literals(Pattern pattern, String name, String text) {
        var found = new ArrayList<String>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = pattern.matcher(lines[i]);
            while (matcher.find()) {
                found.add(name + ":" + (i + 1) + " " + matcher.group());
            }
        }
        return found;
    }

    private static List<String> literalsUnder(Path root, String ending, Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).sorted().toList()) {
                if (!file.getFileName().toString().startsWith("tokens-")) {
                    found.addAll(literals(pattern, file.toString(), Files.readString(file)));
                }
            }
        }
        return found;
    }

    @Test
    void javaHasNoColourLiteral() throws IOException {
        assertThat(literalsUnder(Path.of("src/main/java/io/tidemark/ui"), ".java", LITERAL)).isEmpty();
    }

    @Test
    void viewsHaveNoColourLiteral() throws IOException {
        assertThat(literalsUnder(Path.of("resources"), ".fxml", LITERAL)).isEmpty();
    }

    @Test
    void sheetsBesideTheTokensHaveNoColourLiteral() throws IOException {
        assertThat(literalsUnder(Path.of("resources"), ".css", IN_SHEETS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gc.setFill(Color.web(\"#ff0000\"));", "gc.setStroke(Color.RED);", "Color.rgb(1, 2, 3)",
            "label.setStyle(\"-fx-text-fill: #123456;\")", "node.setStyle(\"-fx-background-color: red;\")",
            "<Label textFill=\"RED\"/>", "<Circle fill=\"#00ff00\"/>"})
    void aPlantedLiteralIsFound(String line) {
        assertThat(literals(LITERAL, "planted", line)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gc.setFill(palette.color(Token.INK));", "data.setStyle(\"-fx-line-color: \" + token.css())",
                    "onAction=\"#onQuit\"", "<Label styleClass=\"hint\"/>", "Color.class"})
    void aColourByRoleIsNotTakenForALiteral(String line) {
        assertThat(literals(LITERAL, "fine", line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"    -fx-text-fill: #abc;", "    -fx-fill: rgba(1, 2, 3, 0.5);", "    -fx-fill: white;"})
    void aPlantedLiteralInASheetIsFound(String line) {
        assertThat(literals(IN_SHEETS, "planted", line)).isNotEmpty();
    }
}

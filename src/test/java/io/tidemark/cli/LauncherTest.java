package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The launcher for Windows beside the one for everything else, which the other tests and people start.
class LauncherTest {
    private static final Path FOLDER = Path.of("packaging/launcher");
    private static final Pattern OPTION = Pattern
            .compile("(?<=\\s)(?:-X\\S+|--?(?:add|enable|module|sun)[\\w-]*(?:[= ](?!\")\\S+)?|io\\.tidemark\\.Main)");

    private static String read(String launcher) throws IOException {
        return Files.readString(FOLDER.resolve(launcher));
    }

    /// What Java is given, without the folders, of the window first and then of the commands.
    private static List<String> options(String launcher, String start) {
        return Pattern.compile("(?m)^" + start + "(.*)$").matcher(launcher).results().map(MatchResult::group)
                .map(line -> String.join(" ", OPTION.matcher(line).results().map(MatchResult::group)
                        .map(option -> option.replaceFirst("=\"?[$%].*", "")).toList()))
                .sorted().toList();
    }

    @Test
    void bothStartJavaAlike() throws IOException {
        String shell = read("tidemark").replaceAll("\\\\\n\\s*", " ");
        List<String> onWindows = options(read("tidemark.bat"), "\"%FOUND%\\\\bin\\\\java\\.exe\"");

        assertThat(onWindows).hasSize(2).allSatisfy(line -> assertThat(line).endsWith("io.tidemark.Main"))
                .anySatisfy(line -> assertThat(line).contains("-Xmx1g", "--add-modules javafx.controls,javafx.fxml"));
        assertThat(options(shell, " *exec \"\\$java_home/bin/java\"")).isEqualTo(onWindows);
    }

    @Test
    void theOneForWindowsTakesNoExclamationMarksAway() throws IOException {
        assertThat(read("tidemark.bat")).contains("DisableDelayedExpansion").doesNotContain("!");
    }
}

package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    static Iterable<String> commands() {
        return Tidemark.commandLine(Terminal.ofProcess(), (workspace, check) -> false).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theTableOfCommandsHasEachOne(String command) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("## Commands"), readme.indexOf("Options that recur"));

        assertThat(table).containsPattern("[`, |]" + command + "[` ]");
    }
}

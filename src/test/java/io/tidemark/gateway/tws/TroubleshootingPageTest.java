package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/troubleshooting.md");

    @Test
    void thePageHasEveryCodeThatAPersonCanDoSomethingAbout() throws IOException {
        String page = Files.readString(PAGE);

        for (TwsCode code : TwsCode.values()) {
            if (!code.advice().isEmpty()) {
                assertThat(page).contains("| " + code.number() + " | " + code.meaning() + " | " + code.advice() + " |");
            }
        }
    }
}

package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpTopicTest {
    private static final Path PAGES = Path.of("src/site/markdown/help");

    @Test
    void everyHelpPageIsReachableAndEveryTopicHasOne() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(HelpTopic.all().stream().map(topic -> topic.file() + ".md"))
                    .containsExactlyInAnyOrderElementsOf(
                            pages.map(page -> String.valueOf(page.getFileName())).toList());
        }
        assertThat(HelpTopic.all()).allSatisfy(topic -> assertThat(topic.text()).startsWith("#"));
    }
}

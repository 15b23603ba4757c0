package io.tidemark.documentation;

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

class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)");

    @Test
    void everyLinkOfReadmeAndPagesLeadsToAFile() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.walk(Path.of("src/site/markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), site.filter(file -> file.toString().endsWith(".md")))
                    .map(Path::toAbsolutePath).toList();
        }
    }
}

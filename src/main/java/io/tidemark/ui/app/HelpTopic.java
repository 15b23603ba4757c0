package io.tidemark.ui.app;

import io.tidemark.ui.screen.ScreenId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One page of the help: one for each screen, and those that belong to no screen.
///
/// @param title the name a person reads
/// @param file name of the page, without `.md`
record HelpTopic(String title, String file) {
    /// What holds on every screen.
    static final HelpTopic WORKBENCH = new HelpTopic("Workbench and keyboard", "workbench");
    private static final HelpTopic CHAINS = new HelpTopic("Real option chains", "chains");

    /// All pages, in the order of the navigation.
    static List<HelpTopic> all() {
        return Stream.concat(Arrays.stream(ScreenId.values()).map(HelpTopic::of), Stream.of(CHAINS, WORKBENCH))
                .toList();
    }

    /// The page of a screen.
    static HelpTopic of(ScreenId screen) {
        return new HelpTopic(screen.title(), screen.name().toLowerCase(Locale.ROOT));
    }

    /// The page as Markdown.
    String text() {
        try (InputStream in = HelpTopic.class.getResourceAsStream("help/" + file + ".md")) {
            if (in == null) {
                throw new IllegalStateException("there is no help page " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the help page " + file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}

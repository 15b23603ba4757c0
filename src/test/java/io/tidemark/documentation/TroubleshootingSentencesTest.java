package io.tidemark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A person who searches the page for the words on the screen finds them, and what to do.
class TroubleshootingSentencesTest {
    private static final Path PAGE = Path.of("src/site/markdown/troubleshooting.md");
    /// The first cell of a row with three: the words or several of a kind, why, what to do. Codes of TWS have a test of
    /// their own.
    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| (?!-{3}|what you see|[0-9]+ )([^|]+) \\| [^|]+ \\| [^|]+ \\|$");

    private static List<String> phrases() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results()
                .flatMap(row -> Pattern.compile(" / ").splitAsStream(row.group(1).strip())).toList();
    }

    /// Whether the parts of a phrase between its dots stand in a text in their order.
    private static boolean holds(String text, String phrase) {
        return Pattern.compile(Arrays.stream(phrase.split("…")).map(String::strip).filter(part -> !part.isEmpty())
                .map(Pattern::quote).reduce((left, right) -> left + ".*?" + right).orElseThrow(), Pattern.DOTALL)
                .matcher(text).find();
    }

    @Test
    void everySentenceOfAFailureIsOnThePage() throws IOException {
        List<String> phrases = phrases();
        List<UserSentences.Told> sentences = UserSentences.all();

        assertThat(sentences).as("the sources are read").hasSizeGreaterThan(120);
        assertThat(sentences).as("sentences that no row of %s has in its first cell", PAGE)
                .filteredOn(told -> phrases.stream().noneMatch(phrase -> holds(told.words(), phrase))).isEmpty();
    }

    @Test
    void everyRowOfThePageIsOfASentenceThatTheProgramSays() throws IOException {
        List<String> texts = UserSentences.texts();

        assertThat(phrases()).hasSizeGreaterThan(80)
                .allSatisfy(phrase -> assertThat(texts).as(phrase).anyMatch(text -> holds(text, phrase)));
    }
}

package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.history.BarStore;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.Symbol;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.TouchFeatures;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the models say, told by the command and by a bot.
class PredictCommandTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ""), "src/site/markdown/bots.md");
    private static final Pattern SNIPPET = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    private static Path folder;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();

    @BeforeAll
    static void setUp() {
        assertThat(run("setup", "--samples", "200", "--symbols", "SPY,VIX,TSLA")).as(complained()).isZero();
        // few options make a model that is not promoted by itself
        assertThat(run("promote", "pot", "1", "--force")).as(complained()).isZero();
    }

    private static int run(String... arguments) {
        OUT.reset();
        ERR.reset();
        var terminal = new Terminal(new PrintStream(OUT, true, StandardCharsets.UTF_8),
                new PrintStream(ERR, true, StandardCharsets.UTF_8), false);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString()));
        return Tidemark.commandLine(terminal, (workspace, check) -> false).execute(all.toArray(String[]::new));
    }

    private static String printed() {
        return OUT.toString(StandardCharsets.UTF_8);
    }

    private static String complained() {
        return ERR.toString(StandardCharsets.UTF_8);
    }

    private static BarStore bars() {
        return new BarStore(folder.resolve("data/historical"));
    }

    @Test
    void theRegimeIsThatOfTheModelAndTheLastBars() throws IOException {
        assertThat(run("predict", "--json")).as(complained()).isZero();

        JsonNode regime = new ObjectMapper().readTree(printed()).get("regime");
        var spy = bars().load(Symbol.of("SPY"));
        var model = RegimeClassifier.load(folder.resolve("models/regime_classifier.ubj"));
        var expected = model.predict(spy, bars().load(Symbol.of("VIX")));
        assertThat(regime.get("date").asText()).isEqualTo(spy.date(spy.size() - 1).toString());
        assertThat(regime.get("regime").asText()).isEqualTo(expected.regime().name());
        assertThat(regime.get("probability").asDouble()).isEqualTo(expected.probability());
        assertThat(regime.get("demo").asBoolean()).isTrue();
        Map<String, Double> features = new HashMap<>();
        regime.get("features").properties().forEach(each -> features.put(each.getKey(), each.getValue().asDouble()));
        assertThat(model.predict(features)).isEqualTo(expected);
    }

    @Test
    void theTableListsStrikesOnBothSidesByWeeklyExpirations() throws IOException {
        assertThat(run("predict", "TSLA", "--strikes", "3", "--expirations", "4", "--format", "csv"))
                .as(complained()).isZero();

        List<String> lines = printed().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("symbol,date,expiration,right,strike,probability,closed_form,learned");
        assertThat(lines).hasSize(1 + 6 * 4);
        Symbol tsla = Symbol.of("TSLA");
        var volatility = new VolatilityStore(folder.resolve("data/historical")).load(tsla);
        var today = TouchFeatures.of(bars().load(tsla), bars().load(Symbol.of("VIX")), volatility);
        var model = ProbabilityOfTouch.load(folder.resolve("models/probability_of_touch.ubj"));
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", -1);
            var expiration = LocalDate.parse(field[2]);
            var right = OptionRight.ofCode(field[3]);
            double strike = Double.parseDouble(field[4]);
            assertThat(field[1]).isEqualTo(today.date().toString());
            assertThat(expiration.getDayOfWeek()).isIn(DayOfWeek.FRIDAY, DayOfWeek.THURSDAY);
            assertThat(expiration).isAfterOrEqualTo(today.date().plusDays(5));
            assertThat(right.direction() * (strike - today.close())).isPositive();
            assertThat(Double.parseDouble(field[5]))
                    .isCloseTo(model.probability(today, right, strike, expiration), within(1e-6));
            assertThat(Double.parseDouble(field[6]))
                    .isCloseTo(today.baseline(right, strike, expiration), within(1e-6));
        }
    }

    @Test
    void aPersonReadsRegimesAndATableThatSaysWhereItGuesses() {
        assertThat(run("predict", "SPY", "--strikes", "5", "--expirations", "8")).as(complained()).isZero();
        assertThat(printed()).contains("DEMO DATA", "EXTREME_STRESS", "SPY at ", "implied volatility")
                .containsPattern("  C +\\d+\\.\\d\\d +0\\.\\d{3}\\*")
                .contains("* nearer to or farther from the close than");
        assertThat(run("predict", "--format", "csv")).isZero();
        assertThat(printed().lines()).hasSize(6).first().isEqualTo("date,regime,probability");
    }

    @Test
    void whatCannotBeAnsweredIsSaidInOneSentence() {
        assertThat(run("predict", "VIX")).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("Options on VIX are not modelled.");
        assertThat(run("predict", "MSFT")).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("No historical data found for MSFT");
        assertThat(run("predict", "SPY", "--strikes", "21")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("strikes: takes 1 to 20, not 21");
        assertThat(run("predict", "../etc")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theBotOfThePageRunsAsPrinted() throws IOException, InterruptedException {
        Matcher snippet = SNIPPET.matcher(Files.readString(PAGE));
        assertThat(snippet.find()).isTrue();
        Files.writeString(folder.resolve("Bot.java"), snippet.group(1));

        Process bot = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                "Bot.java")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(bot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bot.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("(?m)^(BULL_TRENDING|BEAR_TRENDING|HIGH_VOL_NEUTRAL|LOW_VOL_NEUTRAL|"
                + "EXTREME_STRESS) [01]\\.\\d+$").containsPattern("(?m)^0\\.\\d+$");
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

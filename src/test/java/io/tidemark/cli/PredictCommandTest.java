package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.Python;
import io.tidemark.history.BarStore;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.regime.RegimeFeatures;
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
import java.util.Optional;
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
    private static final Pattern PYTHON = Pattern.compile("(?s)```python\n(.*?)```");

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
        assertThat(regime.get("outside")).isEmpty();
        Map<String, Double> features = new HashMap<>();
        regime.get("features").properties().forEach(each -> features.put(each.getKey(), each.getValue().asDouble()));
        assertThat(model.predict(features)).isEqualTo(expected);
    }

    /// A bot in Python computes what the model was trained on, and hears the same answer.
    @Test
    void thePythonFeaturesOfThePageAreThoseOfTheTraining() throws IOException {
        Python.assumeModules("joblib", "xgboost");
        String page = Files.readString(PAGE);
        List<String> code = PYTHON.matcher(page).results().map(found -> found.group(1)).toList();
        Files.writeString(folder.resolve("features.py"), code.stream()
                .filter(each -> each.contains("def regime_features")).findFirst().orElseThrow());
        String bot = code.stream().filter(each -> each.contains("from features import")).findFirst().orElseThrow();
        String[] lines = Python.run(folder, """
                import sys, json
                sys.path.insert(0, "")
                from features import *
                spy, vix = closes("SPY"), closes("VIX")
                print(json.dumps(regime_features(list(spy.values()), [vix[day] for day in spy if day in vix])))
                print(json.dumps(touch_features(list(closes("TSLA").values()), "P", 100.0, 21, 0.5)))
                """ + bot).orFail().split("\n", -1);

        var spy = bars().load(Symbol.of("SPY"));
        var vix = bars().load(Symbol.of("VIX"));
        assertNumbers(lines[0], RegimeFeatures.ofLast(spy, vix));
        var model = ProbabilityOfTouch.load(folder.resolve("models/probability_of_touch.ubj"));
        var today = TouchFeatures.of(bars().load(Symbol.of("TSLA")), vix).withImpliedVolatility(0.5);
        assertNumbers(lines[1], today.of(model.manifest().training().features(), OptionRight.PUT, 100,
                today.date().plusDays(21)));
        var forecast = RegimeClassifier.load(folder.resolve("models/regime_classifier.ubj")).predict(spy, vix);
        assertThat(lines[lines.length - 2]).startsWith(spy.date(spy.size() - 1) + " " + forecast.regime().name() + " ");
        assertThat(Double.parseDouble(lines[lines.length - 2].split(" ", -1)[2]))
                .isCloseTo(forecast.probability(), within(1e-5));
    }

    private static void assertNumbers(String json, Map<String, ? extends Number> expected) throws IOException {
        JsonNode python = new ObjectMapper().readTree(json);
        assertThat(python).hasSameSizeAs(expected.keySet());
        expected.forEach((name, value) -> assertThat(python.get(name).asDouble()).as(name)
                .isCloseTo(value.doubleValue(), withinPercentage(0.001)));
    }

    @Test
    void theModelsTellWhatTheyHaveNeverSeen() throws IOException {
        var model = RegimeClassifier.load(folder.resolve("models/regime_classifier.ubj"));
        var spy = bars().load(Symbol.of("SPY"));
        var vix = bars().load(Symbol.of("VIX"));
        assertThat(model.outside(spy, vix)).isEmpty();
        var panic = new HashMap<>(RegimeFeatures.ofLast(spy, vix));
        panic.put("vix", 400f);
        panic.put("return_1d", -0.9f);
        panic.put("unknown", 1f);
        assertThat(model.outside(panic)).containsExactly("vix", "return_1d");

        var touches = ProbabilityOfTouch.load(folder.resolve("models/probability_of_touch.ubj"));
        var today = TouchFeatures.of(spy, vix).withImpliedVolatility(0.2);
        LocalDate soon = today.date().plusDays(21);
        assertThat(touches.outside(today, OptionRight.CALL, 1.03 * today.close(), soon)).isEmpty();
        assertThat(touches.outside(today, OptionRight.CALL, 9 * today.close(), today.date().plusDays(400)))
                .containsExactly("distance_pct", "days_to_expiration");
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
    void featuresThatTheModelHasNeverSeenAreNamed() throws IOException {
        var forecast = RegimeClassifier.load(folder.resolve("models/regime_classifier.ubj"))
                .predict(bars().load(Symbol.of("SPY")), bars().load(Symbol.of("VIX")));
        var now = new RegimeNow(LocalDate.of(2025, 1, 3), DataSource.parse("demo:42"), 1, 0, forecast,
                Map.of("vix", 400f), List.of("vix"));
        assertThat(PredictReport.text(new PredictCommand.Answers(now, Optional.empty()))).last().asString()
                .endsWith("learned from, so answered as at the edge: vix");
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

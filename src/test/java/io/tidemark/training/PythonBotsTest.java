package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.Python;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.Npz;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.JoblibExport;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.RunRecord;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bots in Python on the exported models, the ones printed in `bots.md` among them.
class PythonBotsTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ""), "src/site/markdown/bots.md");
    private static final Pattern SNIPPET = Pattern.compile("(?s)```python\n(.*?)```");
    private static final String PREDICT = """
            import sys, json, joblib, numpy, xgboost
            for joblib_file, rows, manifest in zip(*[iter(sys.argv[1:])] * 3):
                bot = joblib.load(joblib_file)
                assert sorted(bot) == ["classes", "feature_names", "manifest", "model"], bot.keys()
                assert type(bot["model"]) is xgboost.Booster
                assert bot["manifest"] == json.load(open(manifest))
                assert bot["feature_names"] == bot["manifest"]["training"]["features"]
                assert bot["classes"] == bot["manifest"]["training"]["outputs"]
                assert not [name for name in sys.modules if "tidemark" in name]
                p = bot["model"].predict(xgboost.DMatrix(numpy.load(rows)["X"]))
                print(" ".join(repr(float(value)) for value in p.ravel()))
            """;
    /// One process for all scripts: importing takes longer than running.
    private static final String MARK = "\nprint('----')\n";
    private static final TrainingSet DAYS = MadeRows.regimes(1000, 3);
    private static final PotTrainingInput OPTIONS = MadeRows.options(2000, 5);

    @TempDir
    private static Path workspace;

    private static RunRecord regime;
    private static RunRecord touch;
    /// What the scripts printed: predictions of all rows, the regime bot, the touch bot.
    private static String[] printed;

    @BeforeAll
    static void trainAndPromote() throws IOException {
        Python.assumeModules("joblib", "numpy", "xgboost");
        var registry = new ModelRegistry(workspace.resolve("models"),
                Clock.fixed(Instant.parse("2025-01-02T03:04:05Z"), ZoneOffset.UTC));
        regime = registry.saveRun(
                RegimeTrainer.train(DAYS, RegimeTrainingOptions.of(1), RoundListener.none(), Progress.none())
                        .model(MadeRows.manifest(DAYS)));
        touch = registry.saveRun(
                PotTrainer.train(OPTIONS, PotTrainingOptions.of(1), RoundListener.none(), Progress.none())
                        .model(MadeRows.manifest(OPTIONS.set())));
        for (RunRecord run : List.of(regime, touch)) {
            registry.promote(run);
        }
        Path historical = Files.createDirectories(workspace.resolve("data/historical"));
        Npz.write(historical.resolve("regime_training_data.npz"), DAYS);
        Npz.write(historical.resolve("pot_training_data.npz"), OPTIONS.set());
        printed = Python.run(workspace, PREDICT + MARK + snippet("regime_classifier") + MARK
                + snippet("probability_of_touch"), "models/regime_classifier.joblib",
                "data/historical/regime_training_data.npz", "models/regime_classifier.json",
                "models/probability_of_touch.joblib", "data/historical/pot_training_data.npz",
                "models/probability_of_touch.json").orFail().split("----\n", -1);
    }

    private static Path joblib(ModelKind model) {
        return workspace.resolve("models").resolve(model.fileName() + ".joblib");
    }

    @Test
    void pythonPredictsAThousandRowsOfBothModelsAlike() throws IOException {
        FeatureMatrix days = DAYS.features();
        FeatureMatrix options = OPTIONS.set().features();
        assertThat(days.rows()).isGreaterThanOrEqualTo(1000);
        String[] lines = printed[0].split("\n", -1);
        var regimes = RegimeClassifier.load(regime.ubj());
        var touches = ProbabilityOfTouch.load(touch.ubj());
        assertSame(regimes.probabilities(days), lines[0]);
        assertSame(touches.probabilities(options), lines[1]);
    }

    @Test
    void theRegimeBotOfThePageNamesTheLastFiveDays() {
        int[] named = DAYS.labels();
        assertThat(printed[1].lines()).hasSize(5).last().asString()
                .startsWith(DAYS.dates()[999] + " " + regime.manifest().training().outputs().get(named[999]) + " 0.9");
    }

    @Test
    void theTouchBotOfThePagePrintsAProbability() {
        assertThat(printed[2]).matches("touched with a probability of 0\\.\\d{3}\n");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        assertThat(JoblibExport.of(touch)).isEqualTo(Files.readAllBytes(joblib(touch.model())));
        assertThat(JoblibExport.of(touch)).isNotEqualTo(JoblibExport.of(regime));
    }

    /// The Python code of the page that loads a model's `.joblib` file.
    private static String snippet(String model) throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE)).results().map(found -> found.group(1))
                .filter(code -> code.contains("models/" + model + ".joblib")).findFirst().orElseThrow();
    }

    private static void assertSame(float[] own, String line) {
        double[] python = Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        var mine = new double[own.length];
        Arrays.setAll(mine, i -> own[i]);
        assertThat(mine).containsExactly(python, within(1e-6));
    }
}

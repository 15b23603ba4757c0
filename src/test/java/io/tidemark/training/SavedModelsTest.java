package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.Python;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.Npz;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.RegimeForecast;
import io.tidemark.model.TreeBooster;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What training hands to the registry, read back by Tidemark and by Python.
class SavedModelsTest {
    private static final String PREDICT = """
            import sys
            import numpy as np, xgboost
            ubj, rows = sys.argv[1:]
            booster = xgboost.Booster(model_file=ubj)
            p = booster.predict(xgboost.DMatrix(np.load(rows)["X"]))
            print(" ".join(repr(float(value)) for value in p.ravel()))
            """;
    private static final TrainingSet DAYS = MadeRows.regimes(900, 3);
    private static final PotTrainingInput OPTIONS = MadeRows.options(2000, 5);

    @TempDir
    private static Path workspace;

    private static Path regimeFile;
    private static Path touchFile;

    @BeforeAll
    static void trainAndPromote() throws IOException {
        var registry = new ModelRegistry(workspace.resolve("models"),
                Clock.fixed(Instant.parse("2025-01-02T03:04:05Z"), ZoneOffset.UTC));
        var regime = RegimeTrainer.train(DAYS, RegimeTrainingOptions.of(1), RoundListener.none(), Progress.none());
        registry.promote(registry.saveRun(regime.model(MadeRows.manifest(DAYS))));
        var touch = PotTrainer.train(OPTIONS, PotTrainingOptions.of(1), RoundListener.none(), Progress.none());
        registry.promote(registry.saveRun(touch.model(MadeRows.manifest(OPTIONS.set()))));
        regimeFile = registry.champion(ModelKind.REGIME_CLASSIFIER).orElseThrow().ubj();
        touchFile = registry.champion(ModelKind.PROBABILITY_OF_TOUCH).orElseThrow().ubj();
    }

    @Test
    void theRegimeModelNamesTheDaysItLearnedFrom() throws IOException {
        var model = RegimeClassifier.load(regimeFile);
        int[] named = model.predict(DAYS.features());
        assertThat(named).hasSize(DAYS.rows()).isEqualTo(DAYS.labels());
        assertThat(model.probabilities(DAYS.features())).hasSize(5 * DAYS.rows());
        assertThat(model.manifest().training().outputs()).startsWith("BULL_TRENDING").hasSize(5);
    }

    @Test
    void thePotModelGivesOneProbabilityARow() throws IOException {
        var model = ProbabilityOfTouch.load(touchFile);
        float[] p = model.probabilities(OPTIONS.set().features());
        assertThat(p).hasSize(OPTIONS.set().rows());
        assertThat(Arrays.asList(min(p), max(p))).allSatisfy(value -> assertThat(value).isBetween(0f, 1f));
        assertThat(max(p) - min(p)).isGreaterThan(0.3f);
    }

    @Test
    void manifestTellsDataParametersMetricsAndVersions() throws IOException {
        var model = ProbabilityOfTouch.load(touchFile);
        var facts = model.manifest().training();
        assertThat(facts.data().origin().source()).isEqualTo("demo:7");
        assertThat(facts.parameters()).containsKeys("booster", "split", "seed", "roundsGrown");
        assertThat(facts.metrics()).containsKeys("r2", "baseline_r2", "naive_r2", "r2_ceiling", "brier", "auc",
                "ece", "log_loss");
        assertThat(facts.versions()).containsEntry("xgboost", "3.0.4").containsKeys("java", "tidemark");
    }

    @Test
    void otherFeaturesOrAnotherOrderAreRefusedByName() throws IOException {
        var model = RegimeClassifier.load(regimeFile);
        var swapped = FeatureMatrix.of(List.of("return_20d", "vix", "price_to_sma_50", "noise"), new float[4]);
        assertThatThrownBy(() -> model.predict(swapped)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes the features [vix, return_20d, price_to_sma_50, noise] in this order");
    }

    @Test
    void theOtherModelsFileIsRefused() {
        assertThatThrownBy(() -> RegimeClassifier.load(touchFile)).isInstanceOf(IOException.class)
                .hasMessageEndingWith("is a probability_of_touch, not a regime_classifier.");
    }

    @Test
    void ownTreesAnswerAsXgboostDoesOnManyRowsAndWithoutSomeValues() throws IOException {
        for (Path file : List.of(regimeFile, touchFile)) {
            FeatureMatrix rows = holed(file.equals(regimeFile) ? DAYS.features() : OPTIONS.set().features());
            float[] own = file.equals(regimeFile)
                    ? RegimeClassifier.load(file).probabilities(rows)
                    : ProbabilityOfTouch.load(file).probabilities(rows);
            try (var xgboost = TreeBooster.load(Files.readAllBytes(file), 1)) {
                float[] expected = xgboost.predict(rows);
                assertThat(own).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(6000)
                        .containsExactly(expected, within(1e-6f));
            }
        }
    }

    /// 6,000 rows: those given again and again, moved a little, with every seventh value missing and some without end.
    private static FeatureMatrix holed(FeatureMatrix features) {
        float[] from = features.sharedValues();
        var values = new float[6000 * features.columns()];
        for (int i = 0; i < values.length; i++) {
            int time = i / from.length;
            float value = from[i % from.length] * (1 + time * 0.01f);
            values[i] = i % 7 == 3 ? Float.NaN : i % 501 == 0 ? Float.NEGATIVE_INFINITY : value;
        }
        return FeatureMatrix.of(features.names(), values);
    }

    @Test
    void oneRowByNameAnswersAsItDoesAmongOthers() throws IOException {
        var regimes = RegimeClassifier.load(regimeFile);
        var touches = ProbabilityOfTouch.load(touchFile);
        float[] among = regimes.probabilities(DAYS.features());
        float[] options = touches.probabilities(OPTIONS.set().features());
        for (int row = 0; row < 50; row++) {
            RegimeForecast forecast = regimes.predict(named(DAYS.features(), row));
            assertThat(forecast.regime().id()).isEqualTo(DAYS.labels()[row]);
            assertThat(forecast.probability()).isEqualTo(among[5 * row + DAYS.labels()[row]]);
            assertThat(forecast.probabilities().values().stream().mapToDouble(each -> each).sum())
                    .isCloseTo(1, within(1e-6));
            assertThat(touches.probability(named(OPTIONS.set().features(), row))).isEqualTo(options[row]);
        }
    }

    @Test
    void anAbsentOrUnknownNameIsTold() throws IOException {
        var model = RegimeClassifier.load(regimeFile);
        Map<String, Float> features = named(DAYS.features(), 0);
        features.remove("vix");
        assertThatThrownBy(() -> model.predict(features)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("missing are [vix], unknown are []");
        features.put("VIX", 14f);
        assertThatThrownBy(() -> model.predict(features)).hasMessageEndingWith("missing are [vix], unknown are [VIX]");
    }

    /// A row with its columns in another order.
    private static Map<String, Float> named(FeatureMatrix features, int row) {
        var named = new TreeMap<String, Float>();
        for (int column = 0; column < features.columns(); column++) {
            named.put(features.names().get(column), features.get(row, column));
        }
        return named;
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> RegimeClassifier.load(workspace.resolve("absent/regime_classifier.ubj")))
                .isInstanceOf(IOException.class).hasMessageContaining("regime_classifier.json is missing");
    }

    @Test
    void bytesThatAreNoBoosterAreRefused() throws IOException {
        byte[] cut = Arrays.copyOf(Files.readAllBytes(touchFile), 500);
        assertThatThrownBy(() -> TreeBooster.load(cut, 1)).isInstanceOf(BoosterException.class)
                .hasMessage("these 500 bytes are no XGBoost model in UBJ form");
    }

    @Test
    void manyThreadsPredictAtOnceAndAgree() throws Exception {
        var model = ProbabilityOfTouch.load(touchFile);
        try (var pool = Executors.newFixedThreadPool(4)) {
            float[] expected = model.probabilities(OPTIONS.set().features());
            Callable<float[]> work = () -> model.probabilities(OPTIONS.set().features());
            var started = new ArrayList<Future<float[]>>();
            for (int i = 0; i < 200; i++) {
                started.add(pool.submit(work));
            }
            for (Future<float[]> each : started) {
                assertThat(each.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void pythonPredictsTheSame() throws IOException {
        Python.assumeModules("xgboost", "numpy");
        var touch = ProbabilityOfTouch.load(touchFile);
        var regime = RegimeClassifier.load(regimeFile);
        assertSame(touch.probabilities(OPTIONS.set().features()), inPython(touchFile, OPTIONS.set()));
        assertSame(regime.probabilities(DAYS.features()), inPython(regimeFile, DAYS));
    }

    private static void assertSame(float[] own, double[] python) {
        assertThat(python).hasSameSizeAs(own);
        var mine = new double[own.length];
        Arrays.setAll(mine, i -> own[i]);
        assertThat(mine).containsExactly(python, within(1e-6));
    }

    private static double[] inPython(Path ubj, TrainingSet set) throws IOException {
        Path rows = workspace.resolve(ubj.getFileName() + ".npz");
        Npz.write(rows, set);
        String printed = Python.run(workspace, PREDICT, ubj.toString(), rows.toString()).orFail();
        return Stream.of(printed.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static float min(float[] values) {
        float least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float max(float[] values) {
        float most = values[0];
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}

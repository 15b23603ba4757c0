package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ModelWatch;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.RegimeForecast;
import io.tidemark.model.RunRecord;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.jspecify.annotations.Nullable;

/// Microseconds that a bot waits for an answer, on one thread.
///
/// Run it with `mvn -Pjmh test-compile exec:exec -Dbenchmark=Bot`. Aim: a single answer by name below 20.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BotBenchmark {
    private static final int ROWS = 2000;

    private final FeatureMatrix days = MadeRows.regimes(ROWS, 3).features();
    private final FeatureMatrix options = MadeRows.options(ROWS, 5).set().features();
    private @Nullable ModelWatch<RegimeClassifier> regimes;
    private @Nullable ModelWatch<ProbabilityOfTouch> touches;
    private int row;

    /// Trains and promotes both models.
    @Setup(Level.Trial)
    public void promote() throws IOException {
        Path models = Files.createTempDirectory("bot-benchmark");
        var registry = new ModelRegistry(models, Clock.systemUTC());
        var set = MadeRows.regimes(ROWS, 3);
        RunRecord regime = registry.saveRun(RegimeTrainer.train(set, RegimeTrainingOptions.of(1), RoundListener.none(),
                Progress.none()).model(MadeRows.manifest(set)));
        var input = MadeRows.options(ROWS, 5);
        RunRecord touch = registry.saveRun(PotTrainer.train(input, PotTrainingOptions.of(1), RoundListener.none(),
                Progress.none()).model(MadeRows.manifest(input.set())));
        regimes = ModelWatch.of(regime.ubj(), RegimeClassifier::load);
        touches = ModelWatch.of(touch.ubj(), ProbabilityOfTouch::load);
    }

    private Map<String, Float> next(FeatureMatrix features) {
        row = (row + 1) % ROWS;
        var named = new HashMap<String, Float>();
        for (int column = 0; column < features.columns(); column++) {
            named.put(features.names().get(column), features.get(row, column));
        }
        return named;
    }

    /// The regime of one day, told by name, the map made anew.
    @Benchmark
    public RegimeForecast regime() {
        return Objects.requireNonNull(regimes).current().predict(next(days));
    }

    /// The probability of one option, told by name, the map made anew.
    @Benchmark
    public double touch() {
        return Objects.requireNonNull(touches).current().probability(next(options));
    }

    /// The probability of one of many options.
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] touchOfMany() {
        return Objects.requireNonNull(touches).current().probabilities(options);
    }
}

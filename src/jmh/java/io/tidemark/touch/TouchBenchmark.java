package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Options a second, on one thread: drawn, labelled and featurised, on ten years of four symbols.
///
/// Run it with `mvn -Pjmh test-compile exec:exec`. Aim: [TouchBenchmark#labelAndFeaturise] at 2,000,000
/// options a second or more.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TouchBenchmark {
    private static final int SESSIONS = 2515;
    private static final int OPTIONS = 16_000;

    private final List<BarSeries> shares = new ArrayList<>();
    private final List<PotRows.Drawn> drawn = new ArrayList<>();
    private BarSeries vix = BarSeries.of(Symbol.of("VIX"), List.of());
    private PotSampling sampling = PotSampling.of(42);

    /// Makes the bars and draws the options.
    @Setup
    public void draw() {
        vix = walk("VIX", 20);
        for (String symbol : List.of("SPY", "TSLA", "NVDA", "AMD")) {
            shares.add(walk(symbol, 100));
        }
        for (BarSeries share : shares) {
            var underlying = Underlying.of(share, vix, null);
            drawn.add(new PotRows.Drawn(underlying, OptionSampler.sample(underlying, sampling).options()));
        }
    }

    private static BarSeries walk(String symbol, double first) {
        var random = KeyedRandom.of(7, symbol, 0);
        var bars = new ArrayList<DailyBar>();
        var day = LocalDate.of(2015, 1, 2);
        double close = first;
        while (bars.size() < SESSIONS) {
            if (day.getDayOfWeek().getValue() <= 5) {
                double high = close * (1 + 0.02 * random.nextDouble());
                double low = close * (1 - 0.02 * random.nextDouble());
                double open = close;
                close = low + (high - low) * random.nextDouble();
                bars.add(new DailyBar(day, cents(open), cents(high), cents(low), cents(close), BigDecimal.TEN));
            }
            day = day.plusDays(1);
        }
        return BarSeries.of(Symbol.of(symbol), bars);
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }

    /// From options drawn to rows of a training set: label, first touch, baseline, six features, order of rows.
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public Object labelAndFeaturise() {
        return PotRows.of(drawn, PotFeature.defaults());
    }

    /// The label alone.
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public int label() {
        int touched = 0;
        for (PotRows.Drawn each : drawn) {
            SampledOptions options = each.options();
            TouchLabeller labeller = each.underlying().labeller();
            for (int i = 0; i < options.size(); i++) {
                int last = labeller.lastSession(options.expiration(i));
                touched += labeller.touched(options.right(i), options.strike(i), options.start(i), last) ? 1 : 0;
            }
        }
        return touched;
    }

    /// The closed form alone.
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public double closedForm() {
        double sum = 0;
        for (int i = 0; i < OPTIONS; i++) {
            sum += BarrierProbability.neutral(100, 100 + 1e-3 * (i + 1), 0.3, 0.1);
        }
        return sum;
    }

    /// All of it from the bars: indicators, sparse tables, drawing, labels, features.
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public Object build() {
        return PotDataset.build(shares, vix, sampling);
    }
}

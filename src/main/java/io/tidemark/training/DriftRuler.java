package io.tidemark.training;

import io.tidemark.dataset.TrainingSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/// Measures how far the newest sessions lie from those before them.
///
/// No fixed number tells drift: an index of 0.25 over 63 days is rare for what changes daily, and usual for volatility,
/// which stays where it is for months. So the limit of a column is what windows of the same length have shown in the
/// rows before, and never less than what chance alone gives that many rows.
public final class DriftRuler {
    private static final int BINS = 10;
    /// Windows of the rows before that are measured for the limits.
    private static final int PAST_WINDOWS = 40;
    /// So many of the rows before are enough to tell their distribution.
    private static final int MOST_REFERENCE = 4000;
    /// A window has to be so many times as far off as the farthest of the past.
    private static final double BEYOND = 1.5;
    /// A feature at the edge of its range leaves it now and then.
    private static final double FEW_OUTSIDE = 0.2;
    private static final int DRAWS = 400;
    private static final double RARE = 0.99;
    private static final KolmogorovSmirnovTest KS = new KolmogorovSmirnovTest();

    private final TrainingSet set;
    private final long seed;
    private final int[] order;
    private final int[] days;
    private final int[] firstRow;

    /// A ruler of rows in any order, each counted on its own date.
    ///
    /// @param seed of the draws behind the limit of chance
    public DriftRuler(TrainingSet set, long seed) {
        this(set, Days.epochDays(set.dates()), seed);
    }

    /// A ruler of rows in any order.
    ///
    /// @param known epoch day on which each row came to be: of rows that wait for their outcome the day it was known,
    ///        since by their start the newest would all be those that waited briefly
    /// @param seed of the draws behind the limit of chance
    public DriftRuler(TrainingSet set, int[] known, long seed) {
        this.set = set;
        this.seed = seed;
        order = IntStream.range(0, known.length).boxed().sorted(Comparator.comparingInt(row -> known[row]))
                .mapToInt(Integer::intValue).toArray();
        days = Arrays.stream(known).sorted().distinct().toArray();
        int[] sorted = IntStream.of(order).map(row -> known[row]).toArray();
        firstRow = new int[days.length + 1];
        for (int day = 0, row = 0; day <= days.length; day++) {
            while (day < days.length && row < sorted.length && sorted[row] < days[day]) {
                row++;
            }
            firstRow[day] = day == days.length ? sorted.length : row;
        }
    }

    /// The newest sessions beside all before; empty when those before are not three times as many.
    public Optional<DriftWindow> newest(int sessions) {
        int from = days.length - sessions;
        if (from < 3 * sessions) {
            return Optional.empty();
        }
        var features = IntStream.range(0, set.features().columns())
                .mapToObj(column -> drift(set.features().names().get(column), column(column), sessions)).toList();
        double[] labels = IntStream.of(order).mapToDouble(row -> set.labels()[row]).toArray();
        return Optional.of(new DriftWindow(sessions, LocalDate.ofEpochDay(days[from]),
                LocalDate.ofEpochDay(days[days.length - 1]), order.length - firstRow[from], features,
                drift("label", labels, sessions), shares(Arrays.copyOf(labels, firstRow[from])),
                shares(Arrays.copyOfRange(labels, firstRow[from], labels.length))));
    }

    private double[] column(int column) {
        return IntStream.of(order).mapToDouble(row -> set.features().get(row, column)).toArray();
    }

    private static SortedMap<Integer, Double> shares(double[] labels) {
        return new TreeMap<>(Arrays.stream(labels).boxed()
                .collect(Collectors.groupingBy(Double::intValue,
                        Collectors.summingDouble(label -> 1.0 / labels.length))));
    }

    private FeatureDrift drift(String name, double[] values, int sessions) {
        int from = days.length - sessions;
        Distance now = distance(values, from, days.length, 0);
        int last = from - sessions;
        List<Distance> past = IntStream.range(0, PAST_WINDOWS).map(i -> (int) ((long) i * last / (PAST_WINDOWS - 1)))
                .distinct().mapToObj(start -> distance(values, start, start + sessions, from)).toList();
        double psiLimit = Math.max(now.chance(seed),
                BEYOND * past.stream().mapToDouble(Distance::psi).max().orElseThrow());
        double ksLimit = past.stream().mapToDouble(Distance::ks).max().orElseThrow();
        double outsideLimit = Math.max(FEW_OUTSIDE,
                BEYOND * past.stream().mapToDouble(Distance::outside).max().orElseThrow());
        return new FeatureDrift(name, now.psi(), psiLimit, now.ks(), ksLimit, now.outside(), outsideLimit);
    }

    /// The sessions from `start` to `end` beside the others before `until`, or before `start` when that is 0.
    private Distance distance(double[] values, int start, int end, int until) {
        double[] window = known(Arrays.copyOfRange(values, firstRow[start], firstRow[end]));
        double[] before = Arrays.copyOf(values, firstRow[start]);
        double[] after = until == 0 ? new double[0] : Arrays.copyOfRange(values, firstRow[end], firstRow[until]);
        double[] others = known(IntStream.range(0, before.length + after.length)
                .mapToDouble(i -> i < before.length ? before[i] : after[i - before.length]).toArray());
        int step = Math.max(1, others.length / MOST_REFERENCE);
        double[] some = IntStream.range(0, others.length / step).mapToDouble(i -> others[i * step]).toArray();
        return Distance.of(some, window);
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /// How far a sample lies from a reference.
    ///
    /// @param expected share of the reference in each bin
    /// @param rows of the sample
    /// @param psi population stability index
    /// @param ks Kolmogorov-Smirnov distance
    /// @param outside share of the sample beyond the reference's ends
    private record Distance(double[] expected, int rows, double psi, double ks, double outside) {

        static Distance of(double[] reference, double[] sample) {
            if (reference.length < 2 || sample.length < 2) {
                return new Distance(new double[]{1}, sample.length, 0, 0, 0);
            }
            double[] sorted = reference.clone();
            Arrays.sort(sorted);
            double[] edges = IntStream.range(1, BINS).mapToDouble(i -> sorted[i * sorted.length / BINS]).distinct()
                    .toArray();
            double[] expected = shares(edges, sorted);
            double psi = index(expected, shares(edges, sample), sample.length);
            double outside = (double) Arrays.stream(sample)
                    .filter(value -> value < sorted[0] || value > sorted[sorted.length - 1]).count() / sample.length;
            return new Distance(expected, sample.length, psi, KS.kolmogorovSmirnovStatistic(sorted, sample), outside);
        }

        /// What the index of as many rows drawn from the reference itself stays below, in 99 of 100 draws.
        double chance(long seed) {
            var random = new Random(seed);
            var drawn = new double[DRAWS];
            Arrays.setAll(drawn, draw -> {
                var shares = new double[expected.length];
                for (int row = 0; row < rows; row++) {
                    double place = random.nextDouble();
                    int bin = 0;
                    while (bin < expected.length - 1 && place >= expected[bin]) {
                        place -= expected[bin++];
                    }
                    shares[bin] += 1.0 / rows;
                }
                return index(expected, shares, rows);
            });
            Arrays.sort(drawn);
            return BlockBootstrap.quantile(drawn, RARE);
        }

        private static double[] shares(double[] edges, double[] values) {
            var shares = new double[edges.length + 1];
            for (double value : values) {
                int place = Arrays.binarySearch(edges, value);
                shares[place < 0 ? -place - 1 : place + 1] += 1.0 / values.length;
            }
            return shares;
        }

        /// Half a row stands in for none: the logarithm of nothing is not a distance.
        private static double index(double[] expected, double[] found, int rows) {
            double least = 0.5 / rows;
            return IntStream.range(0, expected.length)
                    .mapToDouble(bin -> (Math.max(found[bin], least) - Math.max(expected[bin], least))
                            * Math.log(Math.max(found[bin], least) / Math.max(expected[bin], least)))
                    .sum();
        }
    }
}

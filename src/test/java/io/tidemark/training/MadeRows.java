package io.tidemark.training;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.DataSource;
import io.tidemark.touch.PotFeature;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Rows made up for tests, with a truth that is known.
public final class MadeRows {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);
    private static final String[] SYMBOLS = {"AAA", "BBB"};

    private MadeRows() {
    }

    /// Weekdays from the first Monday of 2015 on.
    static List<LocalDate> weekdays(int count) {
        var days = new ArrayList<LocalDate>(count);
        for (LocalDate day = FIRST; days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    static int[] asNumbers(List<LocalDate> days) {
        return days.stream().mapToInt(day -> Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE))).toArray();
    }

    /// Days whose regime is a rule of three features that move through all of their range again and again; a fourth
    /// feature is noise. The rule is that of the issue, written a second time.
    public static TrainingSet regimes(int days, long seed) {
        var random = new Random(seed);
        var values = new float[days * 4];
        var labels = new int[days];
        for (int i = 0; i < days; i++) {
            double vix = 22 + 12 * Math.sin(i / 9.0) + random.nextGaussian();
            double return20 = 0.08 * Math.sin(i / 5.3) + 0.005 * random.nextGaussian();
            double toAverage = 0.05 * Math.sin(i / 7.1) + 0.005 * random.nextGaussian();
            values[4 * i] = (float) vix;
            values[4 * i + 1] = (float) return20;
            values[4 * i + 2] = (float) toAverage;
            values[4 * i + 3] = (float) random.nextGaussian();
            labels[i] = rule((float) vix, (float) return20, (float) toAverage);
        }
        return new TrainingSet(FeatureMatrix.of(List.of("vix", "return_20d", "price_to_sma_50", "noise"), values),
                labels, asNumbers(weekdays(days)));
    }

    private static int rule(float vix, float return20, float toAverage) {
        if (vix > 30) {
            return 4;
        }
        if (vix >= 15 && return20 < -0.05f) {
            return 1;
        }
        if (vix > 20 && Math.abs(return20) < 0.05f) {
            return 2;
        }
        return vix < 15 && return20 > 0.03f && toAverage > 0 ? 0 : 3;
    }

    /// Options whose true probability of a touch is a smooth function of distance, days and volatility. The baseline is
    /// the truth, 40 % too high. Momentum is noise.
    public static PotTrainingInput options(int rows, long seed) {
        var random = new Random(seed);
        List<LocalDate> days = weekdays(1500);
        List<String> names = PotFeature.defaults().stream().map(PotFeature::columnName).toList();
        var values = new float[rows * names.size()];
        var labels = new int[rows];
        var dates = new LocalDate[rows];
        var known = new int[rows];
        var baseline = new double[rows];
        var symbols = new String[rows];
        for (int i = 0; i < rows; i++) {
            dates[i] = days.get((int) ((long) i * (days.size() - 60) / rows));
            int life = 5 + random.nextInt(56);
            known[i] = Math.toIntExact(dates[i].toEpochDay()) + life;
            symbols[i] = SYMBOLS[random.nextInt(2)];
            double volatility = 0.15 + 0.5 * random.nextDouble();
            double z = 0.1 + 2.4 * random.nextDouble();
            int side = random.nextBoolean() ? 1 : -1;
            double percent = 100 * Math.abs(Math.expm1(side * z * volatility * Math.sqrt(life / 365.0)));
            double[] row = {percent, side, life, volatility, volatility * (0.8 + 0.4 * random.nextDouble()),
                    0.1 * random.nextGaussian()};
            for (int column = 0; column < row.length; column++) {
                values[i * row.length + column] = (float) row[column];
            }
            labels[i] = random.nextDouble() < Math.exp(-1.3 * z) ? 1 : 0;
            baseline[i] = Math.min(0.999, 1.4 * Math.exp(-1.3 * z));
        }
        var set = new TrainingSet(FeatureMatrix.of(names, values), labels, asNumbers(Arrays.asList(dates)));
        return new PotTrainingInput(set, known, symbols, baseline);
    }

    /// A manifest for a set that was never written.
    public static DatasetManifest manifest(TrainingSet set) {
        var origin = DatasetManifest.Origin.of(new DataSource(DataSource.Kind.DEMO, "7"), Map.of("seed", 7),
                Map.of("SPY_daily_10y.csv", "0".repeat(64)));
        return new DatasetManifest(DatasetManifest.FORMAT, origin, set.rows(), FIRST, FIRST.plusDays(set.rows()),
                new TreeMap<>(Map.of(0, 1, 1, 1)), set.features().names(),
                new TreeMap<>(Map.of("set.npz", "f".repeat(64))), new TreeMap<>());
    }
}

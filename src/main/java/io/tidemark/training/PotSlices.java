package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.touch.PotFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Tells test rows apart by symbol, side, days to expiration and distance.
final class PotSlices {
    private static final double DAYS_PER_YEAR = 365;

    private final PotTrainingInput input;
    private final int[] startDays;
    private final int[] tested;
    private final double[] predicted;

    /// @param startDays of all rows
    /// @param tested rows judged
    /// @param predicted probability of each row judged
    PotSlices(PotTrainingInput input, int[] startDays, int[] tested, double[] predicted) {
        this.input = input;
        this.startDays = startDays;
        this.tested = tested;
        this.predicted = predicted;
    }

    /// All slices, by dimension and value. A dimension whose feature is not in the set is left out.
    List<PotSlice> all() {
        FeatureMatrix features = input.set().features();
        var slices = new ArrayList<PotSlice>(by("symbol", row -> input.symbols()[row]));
        int direction = column(PotFeature.DIRECTION);
        if (direction >= 0) {
            slices.addAll(by("side", row -> features.get(row, direction) > 0 ? "call" : "put"));
        }
        slices.addAll(by("days", row -> days(input.knownDays()[row] - startDays[row])));
        int distance = column(PotFeature.DISTANCE_PCT);
        int volatility = column(PotFeature.IMPLIED_VOLATILITY);
        if (distance >= 0 && volatility >= 0 && direction >= 0) {
            slices.addAll(by("z", row -> z(row, features.get(row, distance) * features.get(row, direction),
                    features.get(row, volatility))));
        }
        return List.copyOf(slices);
    }

    private int column(PotFeature feature) {
        return input.set().features().names().indexOf(feature.columnName());
    }

    private static String days(int days) {
        if (days < 15) {
            return "01-14";
        }
        return days <= 30 ? "15-30" : days <= 45 ? "31-45" : "46+";
    }

    private String z(int row, double signedPercent, double volatility) {
        double years = (input.knownDays()[row] - startDays[row]) / DAYS_PER_YEAR;
        double z = Math.abs(Math.log1p(signedPercent / 100)) / (volatility * Math.sqrt(years));
        int half = (int) Math.min(4, Math.floor(2 * z));
        return half == 4 ? "2.0+" : half / 2.0 + "-" + (half + 1) / 2.0;
    }

    private List<PotSlice> by(String dimension, IntFunction<String> value) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < tested.length; i++) {
            members.computeIfAbsent(value.apply(tested[i]), any -> new ArrayList<>()).add(i);
        }
        return members.entrySet().stream().map(each -> slice(dimension, each.getKey(), each.getValue())).toList();
    }

    private PotSlice slice(String dimension, String value, List<Integer> members) {
        int[] places = members.stream().mapToInt(Integer::intValue).toArray();
        int[] outcomes = IntStream.of(places).map(place -> input.set().labels()[tested[place]]).toArray();
        double[] model = IntStream.of(places).mapToDouble(place -> predicted[place]).toArray();
        double[] baseline = IntStream.of(places).mapToDouble(place -> input.baseline()[tested[place]]).toArray();
        return new PotSlice(dimension, value, places.length < ClassFigures.FEW,
                Versus.of(outcomes, model, baseline));
    }
}

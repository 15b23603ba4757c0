package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.touch.PotFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Tells test rows apart by symbol, side, days to expiration, distance and, where some are real options, by origin.
final class PotSlices {
    private static final double DAYS_PER_YEAR = 365;
    private static final int[] LAST_DAYS = {14, 30, 45};
    private static final List<String> DAYS = List.of("01-14", "15-30", "31-45", "46+");
    private static final List<String> SIDES = List.of("call", "put");
    private static final List<String> ORIGINS = List.of("sampled", "real");
    private static final List<String> DISTANCES = List.of("0.0-0.5", "0.5-1.0", "1.0-1.5", "1.5-2.0", "2.0+");

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

    /// All slices that have rows, by dimension and value. A dimension whose feature is not in the set is left out.
    List<PotSlice> all() {
        var slices = new ArrayList<PotSlice>();
        List<String> symbols = Arrays.stream(input.symbols()).distinct().sorted().toList();
        add(slices, "symbol", symbols, row -> symbols.indexOf(input.symbols()[row]));
        if (Arrays.stream(tested).anyMatch(row -> input.real()[row])) {
            add(slices, "origin", ORIGINS, row -> input.real()[row] ? 1 : 0);
        }
        FeatureMatrix features = input.set().features();
        int direction = column(PotFeature.DIRECTION);
        if (direction >= 0) {
            add(slices, "side", SIDES, row -> features.get(row, direction) > 0 ? 0 : 1);
        }
        add(slices, "days", DAYS, row -> {
            int place = Arrays.binarySearch(LAST_DAYS, days(row));
            return place < 0 ? -place - 1 : place;
        });
        int distance = column(PotFeature.DISTANCE_PCT);
        int volatility = column(PotFeature.IMPLIED_VOLATILITY);
        if (distance >= 0 && volatility >= 0 && direction >= 0) {
            add(slices, "z", DISTANCES, row -> {
                double signed = features.get(row, distance) * features.get(row, direction) / 100;
                double risk = features.get(row, volatility) * Math.sqrt(days(row) / DAYS_PER_YEAR);
                return (int) Math.min(DISTANCES.size() - 1.0, 2 * Math.abs(Math.log1p(signed)) / risk);
            });
        }
        return List.copyOf(slices);
    }

    private int column(PotFeature feature) {
        return input.set().features().names().indexOf(feature.columnName());
    }

    private int days(int row) {
        return input.knownDays()[row] - startDays[row];
    }

    /// Adds a slice for each value that some row has.
    ///
    /// @param place of a row's value among `values`
    private void add(List<PotSlice> slices, String dimension, List<String> values, IntUnaryOperator place) {
        var places = new int[tested.length];
        var counts = new int[values.size()];
        for (int i = 0; i < tested.length; i++) {
            places[i] = place.applyAsInt(tested[i]);
            counts[places[i]]++;
        }
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                slices.add(new PotSlice(dimension, values.get(value), counts[value] < ClassFigures.FEW,
                        versus(places, value, counts[value])));
            }
        }
    }

    private Versus versus(int[] places, int value, int count) {
        var outcomes = new int[count];
        var model = new double[count];
        var baseline = new double[count];
        for (int i = 0, next = 0; i < tested.length; i++) {
            if (places[i] == value) {
                outcomes[next] = input.set().labels()[tested[i]];
                model[next] = predicted[i];
                baseline[next++] = input.baseline()[tested[i]];
            }
        }
        return Versus.of(outcomes, model, baseline);
    }
}

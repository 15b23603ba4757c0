package io.tidemark.inspection;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSamples;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.AbstractColumn;
import tech.tablesaw.columns.numbers.IntColumnType;

/// Lays a set of options out in columns of tablesaw, one each of [OptionColumn].
final class OptionRows {
    private static final double DAYS_PER_YEAR = 365;
    private static final double PERCENT = 100;
    /// Features are floats: a spot worked out from one is good for seven digits.
    private static final double SPOT_STEP = 1e4;

    private final PotSamples samples;
    private final FeatureMatrix features;
    private final float[] model;
    private final int[] start;
    private final int[] expiration;

    OptionRows(PotDataset options, float[] model) {
        this.samples = options.samples();
        this.features = options.set().features();
        this.model = model;
        this.start = samples.startDays();
        this.expiration = samples.knownDays();
    }

    /// One column for each [OptionColumn], of that name.
    List<AbstractColumn<?, ?>> columns() throws IOException {
        float[] distance = feature(PotFeature.DISTANCE_PCT);
        float[] volatility = feature(PotFeature.IMPLIED_VOLATILITY);
        double[] spot = doubles(row -> spot(row, distance[row]));
        IntUnaryOperator days = row -> expiration[row] - start[row];
        return List.of(names(OptionColumn.SYMBOL, row -> samples.symbol(row).value()),
                whole(OptionColumn.START, row -> start[row]), whole(OptionColumn.EXPIRATION, row -> expiration[row]),
                whole(OptionColumn.DAYS, days),
                names(OptionColumn.RIGHT, row -> samples.right(row).name().toLowerCase(Locale.ROOT)),
                decimal(OptionColumn.STRIKE, doubles(samples::strike)), decimal(OptionColumn.SPOT, spot),
                single(OptionColumn.DISTANCE, distance),
                decimal(OptionColumn.Z, doubles(row -> Math.abs(Math.log(samples.strike(row) / spot[row]))
                        / (volatility[row] * Math.sqrt(days.applyAsInt(row) / DAYS_PER_YEAR)))),
                single(OptionColumn.IMPLIED_VOLATILITY, volatility),
                names(OptionColumn.IV_SOURCE, row -> samples.ivSource(row).text()),
                names(OptionColumn.ORIGIN, row -> samples.origin(row).text()),
                single(OptionColumn.HISTORICAL_VOLATILITY, feature(PotFeature.HISTORICAL_VOLATILITY)),
                single(OptionColumn.MOMENTUM, feature(PotFeature.MOMENTUM)),
                names(OptionColumn.TOUCHED, row -> samples.touched(row) ? "yes" : "no"),
                whole(OptionColumn.TOUCH_DATE, this::touchDay),
                whole(OptionColumn.TOUCH_DAY, row -> samples.touched(row) ? touchDay(row) - start[row] : touchDay(row)),
                decimal(OptionColumn.CLOSED_FORM, samples.baselines()),
                single(OptionColumn.MODEL, model.length == 0 ? missing() : model));
    }

    private float[] feature(PotFeature wanted) throws IOException {
        int column = features.names().indexOf(wanted.columnName());
        if (column < 0) {
            throw new IOException("The prepared options have no " + wanted.columnName() + ", only " + features.names()
                    + ". Prepare the training data again.");
        }
        var values = new float[features.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = features.get(row, column);
        }
        return values;
    }

    private double spot(int row, double distance) {
        double signed = samples.right(row).direction() * distance / PERCENT;
        return Math.rint(samples.strike(row) / (1 + signed) * SPOT_STEP) / SPOT_STEP;
    }

    private int touchDay(int row) {
        return samples.firstTouch(row).map(LocalDate::toEpochDay).map(Math::toIntExact)
                .orElse(IntColumnType.missingValueIndicator());
    }

    private double[] doubles(IntToDoubleFunction value) {
        return IntStream.range(0, samples.rows()).mapToDouble(value).toArray();
    }

    private float[] missing() {
        var values = new float[samples.rows()];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private StringColumn names(OptionColumn column, IntFunction<String> value) {
        var made = StringColumn.create(column.fileName());
        for (int row = 0; row < samples.rows(); row++) {
            made.append(value.apply(row));
        }
        return made;
    }

    private IntColumn whole(OptionColumn column, IntUnaryOperator value) {
        return IntColumn.create(column.fileName(), IntStream.range(0, samples.rows()).map(value).toArray());
    }

    private static DoubleColumn decimal(OptionColumn column, double[] values) {
        return DoubleColumn.create(column.fileName(), values);
    }

    private static FloatColumn single(OptionColumn column, float[] values) {
        return FloatColumn.create(column.fileName(), values);
    }
}

package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// How the figure of one model went from run to run; arrays by run, the oldest first, NaN where a run has none.
///
/// @param runs numbers of the runs
/// @param figure accuracy or R², honestly tested
/// @param low lower ends of the 95 % intervals
/// @param high upper ends of them
/// @param naive the figure of a random split
/// @param championRuns number of the run that is promoted; empty when none is
/// @param championFigure its figure; as long
/// @param ceiling the best that chance allows, from the least to the most over the runs; both NaN when unknown
/// @param across where a chart begins and ends
/// @param up lowest and highest value that a chart has to hold
public record RunTrend(double[] runs, double[] figure, double[] low, double[] high, double[] naive,
        double[] championRuns, double[] championFigure, Range ceiling, Range across, Range up) {
    private static final double ROOM = 0.06;
    private static final double LEAST_ROOM = 0.002;

    /// From one value to another.
    ///
    /// @param low the lower
    /// @param high the higher
    public record Range(double low, double high) {
        private static Range of(double... values) {
            double[] known = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
            return new Range(DoubleStream.of(known).min().orElse(Double.NaN),
                    DoubleStream.of(known).max().orElse(Double.NaN));
        }

        private Range widened() {
            double room = Math.max(LEAST_ROOM, (high - low) * ROOM);
            return new Range(low - room, high + room);
        }
    }

    /// The runs of a model in `rows`, which may hold others and come in any order.
    public static RunTrend of(List<RunRow> rows, ModelKind model) {
        List<RunRow> mine = rows.stream().filter(row -> row.model() == model)
                .sorted(Comparator.comparingInt(row -> row.run().number())).toList();
        double[] numbers = column(mine, row -> row.run().number());
        double[] figure = column(mine, RunRow::figure);
        double[] low = column(mine, RunRow::low);
        double[] high = column(mine, RunRow::high);
        double[] naive = column(mine, RunRow::naive);
        Range ceiling = Range.of(column(mine, RunRow::ceiling));
        double[] all = Arrays.stream(new double[][]{figure, low, high, naive, {ceiling.low(), ceiling.high()}})
                .flatMapToDouble(DoubleStream::of).toArray();
        Range across = Range.of(numbers);
        List<RunRow> champions = mine.stream().filter(RunRow::champion).toList();
        return new RunTrend(numbers, figure, low, high, naive, column(champions, row -> row.run().number()),
                column(champions, RunRow::figure), ceiling, new Range(across.low() - 0.5, across.high() + 0.5),
                Range.of(all).widened());
    }

    private static double[] column(List<RunRow> rows, ToDoubleFunction<RunRow> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    /// Whether there is nothing to draw.
    public boolean isEmpty() {
        return runs.length == 0;
    }
}

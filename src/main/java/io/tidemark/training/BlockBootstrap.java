package io.tidemark.training;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// 95 % intervals for rows that are not independent: whole blocks of successive days are drawn, not rows.
///
/// Rows of one day stay together, and so do the days of one block (moving-block bootstrap, Künsch 1989). A statistic is
/// a function of sums over rows, so a draw costs one subtraction a block and term, however many rows a block has.
///
/// @param blockDays successive days in a block; at least the longest life of a row
/// @param draws how many times the history is redrawn
/// @param seed of the draws
public record BlockBootstrap(int blockDays, int draws, long seed) {
    /// Checks the ranges.
    public BlockBootstrap {
        if (blockDays < 1 || draws < 40) {
            throw new IllegalArgumentException("no interval from " + draws + " draws of blocks of " + blockDays);
        }
    }

    /// The interval of a statistic.
    ///
    /// @param days day of each row, any order
    /// @param terms one array a row, all of one length: what is summed
    /// @param statistic of the sums, in the order of the terms; draws where it is NaN are left out
    /// @return NaN to NaN when no draw gave a value
    public Interval of(int[] days, double[][] terms, ToDoubleFunction<double[]> statistic) {
        double[] values = draws(days, terms, statistic);
        return new Interval(quantile(values, 0.025), quantile(values, 0.975));
    }

    /// The values of a statistic over all draws, ascending.
    ///
    /// @param days day of each row, any order
    /// @param terms one array a row, all of one length: what is summed
    /// @param statistic of the sums, in the order of the terms; draws where it is NaN are left out
    double[] draws(int[] days, double[][] terms, ToDoubleFunction<double[]> statistic) {
        double[][] running = runningSums(days, terms);
        int count = running.length - 1;
        int block = Math.min(blockDays, count);
        var random = new Random(seed);
        var drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = statistic.applyAsDouble(redraw(running, count, block, random));
        }
        return Arrays.stream(drawn).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    /// Sums over as many days as there are, in blocks that start anywhere; the last block is cut to fit.
    private static double[] redraw(double[][] running, int count, int block, Random random) {
        var sums = new double[running[0].length];
        for (int filled = 0; filled < count; filled += block) {
            int from = random.nextInt(count - block + 1);
            int to = from + Math.min(block, count - filled);
            for (int term = 0; term < sums.length; term++) {
                sums[term] += running[to][term] - running[from][term];
            }
        }
        return sums;
    }

    /// Sums of the terms over all days before the first, the second, ... and the end.
    private static double[][] runningSums(int[] days, double[][] terms) {
        if (days.length == 0 || days.length != terms.length) {
            throw new IllegalArgumentException(days.length + " days for " + terms.length + " rows");
        }
        int[] distinct = Arrays.stream(days).sorted().distinct().toArray();
        var sums = new double[distinct.length + 1][terms[0].length];
        for (int i = 0; i < days.length; i++) {
            double[] day = sums[Arrays.binarySearch(distinct, days[i]) + 1];
            for (int term = 0; term < day.length; term++) {
                day[term] += terms[i][term];
            }
        }
        for (int day = 1; day < sums.length; day++) {
            for (int term = 0; term < sums[day].length; term++) {
                sums[day][term] += sums[day - 1][term];
            }
        }
        return sums;
    }

    /// The value that a share of sorted values lies below; linear between neighbours, as numpy's default.
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

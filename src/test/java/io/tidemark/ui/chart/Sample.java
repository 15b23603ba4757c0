package io.tidemark.ui.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;

/// Ten years of made-up days for pictures: a seeded random walk with weekdays only.
final class Sample {
    final int[] days;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] vix;
    final int[] labels;

    Sample(int size) {
        days = new int[size];
        open = new double[size];
        high = new double[size];
        low = new double[size];
        close = new double[size];
        vix = new double[size];
        labels = new int[size];
        var dice = new Random(7);
        LocalDate day = LocalDate.of(2015, 1, 2);
        double price = 200;
        double fear = 18;
        for (int i = 0; i < size; i++) {
            days[i] = (int) day.toEpochDay();
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
            fear = Math.clamp(fear + 0.08 * (17 - fear) + dice.nextGaussian() * 1.4, 9, 60);
            open[i] = price * (1 + dice.nextGaussian() * 0.002);
            close[i] = open[i] * Math.exp(0.0004 + dice.nextGaussian() * fear / 1600);
            high[i] = Math.max(open[i], close[i]) * (1 + dice.nextDouble() * 0.006);
            low[i] = Math.min(open[i], close[i]) * (1 - dice.nextDouble() * 0.006);
            price = close[i];
            vix[i] = fear;
            labels[i] = i < 60 ? Spells.UNLABELLED : fear > 26 ? 4 : fear > 21 ? 1 : fear > 18 ? 2 : fear > 15 ? 3 : 0;
        }
    }

    double[] average(int length) {
        double[] average = new double[close.length];
        double sum = 0;
        for (int i = 0; i < close.length; i++) {
            sum += close[i] - (i >= length ? close[i - length] : 0);
            average[i] = i + 1 < length ? Double.NaN : sum / length;
        }
        return average;
    }
}

package io.tidemark.touch;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// The options drawn for one symbol, as columns that grow while they are drawn. No option is in it twice.
final class SampledOptions {
    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 4096;

    private int size;
    private int[] start = new int[FIRST_CAPACITY];
    private int[] expiration = new int[FIRST_CAPACITY];
    private boolean[] call = new boolean[FIRST_CAPACITY];
    private double[] strike = new double[FIRST_CAPACITY];
    private double[] volatility = new double[FIRST_CAPACITY];
    private double[] level = new double[FIRST_CAPACITY];
    /// Chains the options that start on one bar, newest first.
    private int[] previous = new int[FIRST_CAPACITY];
    private final int[] newestOnBar;

    SampledOptions(int bars) {
        newestOnBar = new int[bars];
        Arrays.fill(newestOnBar, NONE);
    }

    /// Adds an option unless the same one is there.
    ///
    /// @param bar index of the start's bar
    /// @param day expiration, days since 1970-01-01
    void add(int bar, int day, OptionRight right, double price, double impliedVolatility, double drawnAt) {
        boolean isCall = right == OptionRight.CALL;
        for (int i = newestOnBar[bar]; i != NONE; i = previous[i]) {
            if (expiration[i] == day && call[i] == isCall && strike[i] == price) {
                return;
            }
        }
        if (size == start.length) {
            grow();
        }
        start[size] = bar;
        expiration[size] = day;
        call[size] = isCall;
        strike[size] = price;
        volatility[size] = impliedVolatility;
        level[size] = drawnAt;
        previous[size] = newestOnBar[bar];
        newestOnBar[bar] = size;
        size++;
    }

    private void grow() {
        int capacity = 2 * size;
        start = Arrays.copyOf(start, capacity);
        expiration = Arrays.copyOf(expiration, capacity);
        call = Arrays.copyOf(call, capacity);
        strike = Arrays.copyOf(strike, capacity);
        volatility = Arrays.copyOf(volatility, capacity);
        level = Arrays.copyOf(level, capacity);
        previous = Arrays.copyOf(previous, capacity);
    }

    /// The `count`-th lowest level, `1 <= count <= size`.
    double levelOf(int count) {
        double[] sorted = Arrays.copyOf(level, size);
        Arrays.sort(sorted);
        return sorted[count - 1];
    }

    /// Drops the options drawn above the level of their start's bar, which ends the drawing.
    void cutAbove(IntToDoubleFunction highest) {
        int kept = 0;
        Arrays.fill(newestOnBar, NONE);
        for (int i = 0; i < size; i++) {
            if (level[i] <= highest.applyAsDouble(start[i])) {
                start[kept] = start[i];
                expiration[kept] = expiration[i];
                call[kept] = call[i];
                strike[kept] = strike[i];
                volatility[kept] = volatility[i];
                previous[kept] = newestOnBar[start[kept]];
                newestOnBar[start[kept]] = kept;
                kept++;
            }
        }
        size = kept;
    }

    int size() {
        return size;
    }

    /// Index of the start's bar.
    int start(int i) {
        return start[i];
    }

    /// Indices of all starts' bars, a copy.
    int[] starts() {
        return Arrays.copyOf(start, size);
    }

    /// Days since 1970-01-01.
    int expiration(int i) {
        return expiration[i];
    }

    OptionRight right(int i) {
        return call[i] ? OptionRight.CALL : OptionRight.PUT;
    }

    double strike(int i) {
        return strike[i];
    }

    /// Implied volatility, annualised fraction.
    double volatility(int i) {
        return volatility[i];
    }
}

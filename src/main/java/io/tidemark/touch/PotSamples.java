package io.tidemark.touch;

import io.tidemark.market.Symbol;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The sampled options behind a probability-of-touch training set, row by row: what each was and what became of it.
///
/// Columns of primitives, immutable: a million options take 33 MB. Days are counted from 1970-01-01.
public final class PotSamples {
    /// Stands for the day of a touch that never came.
    static final int NEVER = Integer.MIN_VALUE;

    private final List<Symbol> symbols;
    private final int[] symbolIndex;
    private final int[] start;
    private final int[] expiration;
    private final boolean[] call;
    private final double[] strike;
    private final int[] firstTouch;
    private final double[] baseline;
    private final boolean[] realVolatility;
    private final boolean[] realOption;

    private PotSamples(Builder rows) {
        this.symbols = List.copyOf(rows.symbols);
        this.symbolIndex = Arrays.copyOf(rows.symbolIndex, rows.size);
        this.start = Arrays.copyOf(rows.start, rows.size);
        this.expiration = Arrays.copyOf(rows.expiration, rows.size);
        this.call = Arrays.copyOf(rows.call, rows.size);
        this.strike = Arrays.copyOf(rows.strike, rows.size);
        this.firstTouch = Arrays.copyOf(rows.firstTouch, rows.size);
        this.baseline = Arrays.copyOf(rows.baseline, rows.size);
        this.realVolatility = Arrays.copyOf(rows.realVolatility, rows.size);
        this.realOption = Arrays.copyOf(rows.realOption, rows.size);
    }

    /// Reads a file that [PotSamples#write] has written.
    ///
    /// @throws IOException when the file is absent or not of that form; the message names the file and the line
    public static PotSamples read(Path file) throws IOException {
        return PotSamplesCsv.read(file);
    }

    /// Writes these rows as
    /// `symbol,date,expiration,right,strike,touched,first_touch,baseline_probability,iv_source,origin`: ISO dates,
    /// `C` or `P`, 0 or 1, an empty first touch where there was none, `real` or `proxy`, `sampled` or `real`.
    ///
    /// @throws IOException when they cannot be written
    public void write(OutputStream out) throws IOException {
        PotSamplesCsv.write(out, this);
    }

    /// Number of options.
    public int rows() {
        return start.length;
    }

    /// The symbols that occur, in order of first appearance.
    public List<Symbol> symbols() {
        return symbols;
    }

    /// Whose option row `i` is, as an index into [PotSamples#symbols()].
    public int symbolIndex(int i) {
        return symbolIndex[i];
    }

    /// Whose option row `i` is.
    public Symbol symbol(int i) {
        return symbols.get(symbolIndex[i]);
    }

    /// Start of row `i`: the session at whose close the option is looked at.
    public LocalDate date(int i) {
        return LocalDate.ofEpochDay(start[i]);
    }

    /// Last day on which a touch counts for row `i`; it may be a closed day.
    public LocalDate expiration(int i) {
        return LocalDate.ofEpochDay(expiration[i]);
    }

    /// Call or put.
    public OptionRight right(int i) {
        return call[i] ? OptionRight.CALL : OptionRight.PUT;
    }

    /// Strike of row `i`, USD adjusted for splits as the bars are.
    public double strike(int i) {
        return strike[i];
    }

    /// Whether the strike of row `i` was touched.
    public boolean touched(int i) {
        return firstTouch[i] != NEVER;
    }

    /// The session on which the strike of row `i` was touched first; empty when it never was.
    public Optional<LocalDate> firstTouch(int i) {
        return touched(i) ? Optional.of(LocalDate.ofEpochDay(firstTouch[i])) : Optional.empty();
    }

    /// [BarrierProbability#neutral] of row `i` with its implied volatility, to six decimals.
    public double baselineProbability(int i) {
        return baseline[i];
    }

    /// Where the implied volatility of row `i` comes from.
    public IvSource ivSource(int i) {
        return realVolatility[i] ? IvSource.REAL : IvSource.PROXY;
    }

    /// Where row `i` comes from.
    public OptionOrigin origin(int i) {
        return realOption[i] ? OptionOrigin.REAL : OptionOrigin.SAMPLED;
    }

    /// How many options are real ones.
    public int realOptions() {
        int count = 0;
        for (boolean real : realOption) {
            count += real ? 1 : 0;
        }
        return count;
    }

    int startDay(int i) {
        return start[i];
    }

    int expirationDay(int i) {
        return expiration[i];
    }

    /// Of a touched row.
    int firstTouchDay(int i) {
        return firstTouch[i];
    }

    /// Start of each row, a copy.
    public int[] startDays() {
        return start.clone();
    }

    /// The day on which each row's outcome is known whatever it is, its expiration; a copy.
    public int[] knownDays() {
        return expiration.clone();
    }

    /// Baseline probability of each row, a copy.
    public double[] baselines() {
        return baseline.clone();
    }

    /// Collects rows in order.
    static final class Builder {
        private final List<Symbol> symbols = new ArrayList<>();
        private int size;
        private final int[] symbolIndex;
        private final int[] start;
        private final int[] expiration;
        private final boolean[] call;
        private final double[] strike;
        private final int[] firstTouch;
        private final double[] baseline;
        private final boolean[] realVolatility;
        private final boolean[] realOption;

        /// A builder with room for `capacity` rows.
        Builder(int capacity) {
            symbolIndex = new int[capacity];
            start = new int[capacity];
            expiration = new int[capacity];
            call = new boolean[capacity];
            strike = new double[capacity];
            firstTouch = new int[capacity];
            baseline = new double[capacity];
            realVolatility = new boolean[capacity];
            realOption = new boolean[capacity];
        }

        /// The index of a symbol, known or new.
        ///
        /// @throws IllegalArgumentException when the text is no symbol
        int symbol(String text) {
            for (int i = 0; i < symbols.size(); i++) {
                if (symbols.get(i).value().equals(text)) {
                    return i;
                }
            }
            symbols.add(Symbol.of(text));
            return symbols.size() - 1;
        }

        /// Starts a row; [Builder#outcome] and [Builder#origin] complete it.
        void option(int symbol, int startDay, int expirationDay, OptionRight right, double strikePrice) {
            symbolIndex[size] = symbol;
            start[size] = startDay;
            expiration[size] = expirationDay;
            call[size] = right == OptionRight.CALL;
            strike[size] = strikePrice;
        }

        /// Tells what became of the row.
        ///
        /// @param touchDay [PotSamples#NEVER] when it was not touched
        /// @param probability baseline
        void outcome(int touchDay, double probability) {
            firstTouch[size] = touchDay;
            baseline[size] = probability;
        }

        /// Tells where the row comes from, and ends it.
        void origin(IvSource volatility, OptionOrigin option) {
            realVolatility[size] = volatility == IvSource.REAL;
            realOption[size] = option == OptionOrigin.REAL;
            size++;
        }

        PotSamples build() {
            return new PotSamples(this);
        }
    }
}

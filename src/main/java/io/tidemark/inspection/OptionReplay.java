package io.tidemark.inspection;

import io.tidemark.market.BarSeries;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.TouchLabeller;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/// One option played once more: the bars around its life, and what became of it.
///
/// @param life which option
/// @param bars from some sessions before its start to some after its expiration
/// @param first index of the start's bar
/// @param last index of the last session that counts
/// @param touch index of the first session that touched, or [#NEVER]
/// @param outcome what happened, in a sentence
/// @param doubt why the bars tell another story than the prepared options do; empty when they agree
public record OptionReplay(Life life, Window bars, int first, int last, int touch, String outcome, String doubt) {
    /// The index, or the day, that stands for "never".
    public static final int NEVER = TouchLabeller.NEVER;
    /// Sessions shown before the start.
    static final int BEFORE = 20;
    /// Sessions shown after the expiration.
    static final int AFTER = 10;

    /// From start to expiration.
    ///
    /// @param row of the inspection
    /// @param right call or put
    /// @param strike USD
    /// @param start days since 1970-01-01
    /// @param expiration days since 1970-01-01
    public record Life(int row, OptionRight right, double strike, int start, int expiration) {

        /// Calendar days from start to expiration.
        public int days() {
            return expiration - start;
        }
    }

    /// Some bars in columns.
    ///
    /// @param days since 1970-01-01, ascending
    /// @param open USD
    /// @param high USD
    /// @param low USD
    /// @param close USD
    public record Window(int[] days, double[] open, double[] high, double[] low, double[] close) {

        static Window of(BarSeries bars, int from, int to) {
            return new Window(IntStream.rangeClosed(from, to).map(bars::epochDay).toArray(),
                    IntStream.rangeClosed(from, to).mapToDouble(bars::open).toArray(),
                    IntStream.rangeClosed(from, to).mapToDouble(bars::high).toArray(),
                    IntStream.rangeClosed(from, to).mapToDouble(bars::low).toArray(),
                    IntStream.rangeClosed(from, to).mapToDouble(bars::close).toArray());
        }
    }

    /// Plays an option on the bars of its symbol.
    ///
    /// @param noted the day of the first touch as it was prepared, or [#NEVER]
    /// @throws IOException when the bars do not cover its life
    static OptionReplay of(BarSeries bars, Life life, int noted) throws IOException {
        int start = bars.indexOf(LocalDate.ofEpochDay(life.start));
        int last = bars.indexAtOrBefore(LocalDate.ofEpochDay(life.expiration));
        if (start < 0 || last <= start || bars.epochDay(bars.size() - 1) < life.expiration) {
            throw new IOException("The stored bars of " + bars.symbol() + " do not cover "
                    + LocalDate.ofEpochDay(life.start) + " to " + LocalDate.ofEpochDay(life.expiration)
                    + ". Prepare the options again.");
        }
        int touch = TouchLabeller.of(bars).firstTouch(life.right, life.strike, start, last);
        int from = Math.max(0, start - BEFORE);
        int day = touch == NEVER ? NEVER : bars.epochDay(touch);
        return new OptionReplay(life, Window.of(bars, from, Math.min(bars.size() - 1, last + AFTER)), start - from,
                last - from, touch == NEVER ? NEVER : touch - from,
                new OutcomeWords(bars, life, start, last).sentence(touch),
                day == noted
                        ? ""
                        : "The bars have changed since the options were prepared: prepare them again.");
    }
}

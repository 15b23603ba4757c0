package io.tidemark.touch;

import io.tidemark.market.BarSeries;

/// What happened to an option's strike on the way to its expiration, looked up in the daily highs and lows.
///
/// A call is touched by a high at or above its strike, a put by a low at or below it. The sessions that count are those
/// after the start up to and including the expiration; the start's own range does not count. Immutable.
public final class TouchLabeller {
    /// The index that stands for "never".
    public static final int NEVER = -1;

    private final SessionIndex sessions;
    private final RangeMax highs;
    /// Lows with their sign turned, so that "falls to" becomes "rises to" as well.
    private final RangeMax negatedLows;

    private TouchLabeller(SessionIndex sessions, RangeMax highs, RangeMax negatedLows) {
        this.sessions = sessions;
        this.highs = highs;
        this.negatedLows = negatedLows;
    }

    /// A labeller for options on the symbol of `bars`: O(n log n) once, then O(1) a label.
    public static TouchLabeller of(BarSeries bars) {
        return of(bars, SessionIndex.of(bars));
    }

    static TouchLabeller of(BarSeries bars, SessionIndex sessions) {
        double[] lows = bars.lows();
        for (int i = 0; i < lows.length; i++) {
            lows[i] = -lows[i];
        }
        return new TouchLabeller(sessions, RangeMax.of(bars.highs()), RangeMax.of(lows));
    }

    /// Index of the last session that counts for an expiration: its own bar or, on a closed day, the last one before.
    ///
    /// @param expirationDay days since 1970-01-01, not after the last bar
    public int lastSession(int expirationDay) {
        return sessions.atOrBefore(expirationDay);
    }

    /// Whether the strike is touched after bar `start` up to and including bar `last`. O(1).
    ///
    /// @param start index of the start's bar
    /// @param last index of the last bar that counts; no bar counts when it is `start`
    public boolean touched(OptionRight right, double strike, int start, int last) {
        if (last <= start) {
            return false;
        }
        return right == OptionRight.CALL
                ? highs.max(start + 1, last) >= strike
                : negatedLows.max(start + 1, last) >= -strike;
    }

    /// Index of the first bar after `start`, up to and including `last`, that touches the strike, or [#NEVER]. O(log
    /// n).
    public int firstTouch(OptionRight right, double strike, int start, int last) {
        return right == OptionRight.CALL
                ? highs.firstAtLeast(start + 1, last, strike)
                : negatedLows.firstAtLeast(start + 1, last, -strike);
    }
}

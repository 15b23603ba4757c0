package io.tidemark.regime;

import io.tidemark.indicator.MovingAverage;
import io.tidemark.indicator.SimpleReturn;
import io.tidemark.market.BarSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// SPY and VIX on SPY's sessions: what labels and features are made from. Immutable.
///
/// SPY's own numbers come from all of SPY's sessions, so a session missing in VIX shifts none of them. VIX is NaN on
/// sessions where it is missing; nothing is filled in. VIX on days without a session of SPY is left out.
public final class RegimeSessions {
    /// A grid for returns. In doubles 95/100 - 1 is below -0.05, by 4e-17; no two prices in cents give a return that is
    /// nearer than 1e-9 to a threshold without being on it.
    private static final double RETURN_GRID = 1e12;
    /// A grid for prices and their averages, for the same reason.
    private static final double PRICE_GRID = 1e8;

    private final int[] days;
    private final double[] close;
    private final double[] vix;
    private final double[] return20;
    private final double[] sma50;

    private RegimeSessions(int[] days, double[] close, double[] vix) {
        this.days = days;
        this.close = close;
        this.vix = vix;
        this.return20 = onGrid(new SimpleReturn(20).of(close), RETURN_GRID);
        this.sma50 = onGrid(new MovingAverage(50).of(close), PRICE_GRID);
    }

    /// Joins the two series on SPY's session dates.
    public static RegimeSessions join(BarSeries spy, BarSeries vixBars) {
        var vix = new double[spy.size()];
        Arrays.fill(vix, Double.NaN);
        int j = 0;
        for (int i = 0; i < vix.length; i++) {
            while (j < vixBars.size() && vixBars.epochDay(j) < spy.epochDay(i)) {
                j++;
            }
            if (j < vixBars.size() && vixBars.epochDay(j) == spy.epochDay(i)) {
                vix[i] = vixBars.close(j);
            }
        }
        return new RegimeSessions(spy.epochDays(), spy.closes(), vix);
    }

    private static double[] onGrid(double[] values, double grid) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(values[i] * grid) / grid; // rint keeps NaN
        }
        return values;
    }

    /// Number of SPY's sessions.
    public int size() {
        return days.length;
    }

    /// Date of session `i`.
    public LocalDate date(int i) {
        return LocalDate.ofEpochDay(days[i]);
    }

    /// Index of the session dated `date`, or `-1` when it is none.
    public int indexOf(LocalDate date) {
        return Math.max(-1, Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay())));
    }

    /// The numbers that the rules look at on session `i`.
    public RegimeInputs inputs(int i) {
        return new RegimeInputs(vix[i], return20[i], close[i], sma50[i]);
    }

    /// Whether VIX has a value on session `i`.
    public boolean hasVix(int i) {
        return !Double.isNaN(vix[i]);
    }

    /// Dates of the sessions on which VIX is missing.
    public List<LocalDate> withoutVix() {
        var dates = new ArrayList<LocalDate>();
        for (int i = 0; i < days.length; i++) {
            if (!hasVix(i)) {
                dates.add(date(i));
            }
        }
        return List.copyOf(dates);
    }

    /// SPY's closes, one a session, a copy.
    double[] closes() {
        return close.clone();
    }

    /// VIX closes, one a session, NaN where missing, a copy.
    double[] vixCloses() {
        return vix.clone();
    }
}

package io.tidemark.history;

import io.tidemark.history.BarProblem.Kind;
import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks that bars can be bars: dates ascend, prices are positive and lie inside their own range.
///
/// Every problem rejects the bars, with one exception: an index whose open lies outside its low and high. Cboe itself
/// publishes VIX so on 47 days before 2006; its high, low and close are the ones that are used.
/// Holidays are no matter of this class: some sources have bars on them. A quality report tells of those.
public final class BarValidation {
    /// More than any price, volume or printed double has; without a limit `1E999999999` would fill the disk.
    private static final int MOST_DIGITS = 30;

    private final boolean index;
    private final List<BarProblem> problems = new ArrayList<>();

    private BarValidation(boolean index) {
        this.index = index;
    }

    /// The problems of these bars, in their order; empty when there are none.
    public static List<BarProblem> check(Symbol symbol, List<DailyBar> bars) {
        var validation = new BarValidation(Universe.instrument(symbol).type() == SecurityType.INDEX);
        for (int i = 0; i < bars.size(); i++) {
            if (i > 0) {
                validation.checkOrder(bars.get(i - 1), bars.get(i));
            }
            validation.checkBar(bars.get(i));
        }
        return List.copyOf(validation.problems);
    }

    private void checkOrder(DailyBar before, DailyBar bar) {
        int order = before.date().compareTo(bar.date());
        if (order == 0) {
            reject(Kind.DUPLICATE_DATE, bar, "there are two bars of this date");
        } else if (order > 0) {
            reject(Kind.DATE_ORDER, bar, "comes after " + before.date());
        }
    }

    private void checkBar(DailyBar bar) {
        if (bar.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            reject(Kind.WEEKEND, bar, "is a weekend day");
        }
        if (Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()).anyMatch(BarValidation::isAbsurd)) {
            reject(Kind.ABSURD_NUMBER, bar, "has a number of more than " + MOST_DIGITS + " digits");
        } else if (Stream.of(bar.open(), bar.high(), bar.low(), bar.close()).anyMatch(price -> price.signum() <= 0)) {
            reject(Kind.PRICE_NOT_POSITIVE, bar, "has a price that is not above 0 (" + prices(bar) + ")");
        } else {
            checkRange(bar);
        }
    }

    private void checkRange(DailyBar bar) {
        if (bar.high().compareTo(bar.low()) < 0 || bar.high().compareTo(bar.close()) < 0) {
            reject(Kind.HIGH_TOO_LOW, bar, "its high is below its low or close (" + prices(bar) + ")");
        } else if (bar.low().compareTo(bar.close()) > 0) {
            reject(Kind.LOW_TOO_HIGH, bar, "its low is above its close (" + prices(bar) + ")");
        } else if (bar.high().compareTo(bar.open()) < 0) {
            openOutside(Kind.HIGH_TOO_LOW, bar, "its high is below its open (" + prices(bar) + ")");
        } else if (bar.low().compareTo(bar.open()) > 0) {
            openOutside(Kind.LOW_TOO_HIGH, bar, "its low is above its open (" + prices(bar) + ")");
        }
    }

    private static boolean isAbsurd(BigDecimal number) {
        return number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS;
    }

    private void reject(Kind kind, DailyBar bar, String sentence) {
        problems.add(new BarProblem(kind, true, bar.date(), sentence));
    }

    private void openOutside(Kind kind, DailyBar bar, String sentence) {
        problems.add(new BarProblem(kind, !index, bar.date(), sentence));
    }

    private static String prices(DailyBar bar) {
        return "open " + bar.open() + ", high " + bar.high() + ", low " + bar.low() + ", close " + bar.close();
    }
}

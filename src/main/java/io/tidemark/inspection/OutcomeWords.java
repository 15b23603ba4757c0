package io.tidemark.inspection;

import io.tidemark.market.BarSeries;
import io.tidemark.touch.OptionRight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Says what became of an option.
///
/// @param bars of its symbol
/// @param life the option
/// @param start index of its start
/// @param last index of the last session that counts
record OutcomeWords(BarSeries bars, OptionReplay.Life life, int start, int last) {
    private static final int MOST_DECIMALS = 4;

    /// @param touch index of the first session that touched, or [OptionReplay#NEVER]
    String sentence(int touch) {
        return touch == OptionReplay.NEVER ? untouched() : touched(touch);
    }

    private String touched(int touch) {
        return "Touched on day %d of %d, session %d of %d: %s of %s on %s reached the strike %s.".formatted(
                bars.epochDay(touch) - life.start(), life.days(), touch - start, last - start, extreme(),
                price(reach(touch)), bars.date(touch), price(life.strike()));
    }

    private String untouched() {
        int nearest = start + 1;
        for (int i = start + 2; i <= last; i++) {
            if ((reach(i) - reach(nearest)) * life.right().direction() > 0) {
                nearest = i;
            }
        }
        double missed = Math.abs(life.strike() - reach(nearest));
        return "Not touched in %d days, %d sessions: %s of %s on %s stayed %s (%s %%) %s the strike %s.".formatted(
                life.days(), last - start, extreme(), price(reach(nearest)), bars.date(nearest), price(missed),
                String.format(Locale.ROOT, "%.1f", 100 * missed / life.strike()),
                life.right() == OptionRight.CALL ? "below" : "above", price(life.strike()));
    }

    private String extreme() {
        return life.right() == OptionRight.CALL ? "the high" : "the low";
    }

    private double reach(int i) {
        return life.right() == OptionRight.CALL ? bars.high(i) : bars.low(i);
    }

    private static String price(double value) {
        return BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros()
                .toPlainString();
    }
}

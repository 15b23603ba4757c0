package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.util.Locale;

/// A session that opens at a half, a third, a tenth of the close before it, or at two, three, ten times: as after a
/// split that the source has not worked into the past yet.
///
/// @param before session before the jump
/// @param date session that opens with it
/// @param quotient close before over open
public record PriceJump(LocalDate before, LocalDate date, double quotient) {
    /// A split's first open differs from its ratio by what the market did over night.
    private static final double NEAR = 0.12;

    /// Whether a bar opens as if there had been a split since the bar before it.
    static boolean isBetween(DailyBar before, DailyBar bar) {
        double quotient = before.close().doubleValue() / bar.open().doubleValue();
        double times = Math.max(quotient, 1 / quotient);
        double whole = Math.max(2, Math.rint(times));
        return Math.abs(times / whole - 1) <= NEAR;
    }

    static PriceJump between(DailyBar before, DailyBar bar) {
        return new PriceJump(before.date(), bar.date(), before.close().doubleValue() / bar.open().doubleValue());
    }

    /// The jump for a person: `opens on 2024-06-10 at 0.10 times its close of 2024-06-07`.
    public String words() {
        return String.format(Locale.ROOT, "opens on %s at %.2f times its close of %s", date, 1 / quotient, before);
    }
}

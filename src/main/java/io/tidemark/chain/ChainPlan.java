package io.tidemark.chain;

import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How many snapshots of a symbol are wanted, and how far apart.
///
/// @param symbol the underlying
/// @param snapshots how many, 1 to 1,000
/// @param everyDays calendar days from one to the next, 1 to 365
/// @param madeAt when the plan was made; snapshots taken from then on count
public record ChainPlan(Symbol symbol, int snapshots, int everyDays, Instant madeAt) {
    private static final int MOST_SNAPSHOTS = 1_000;
    private static final int MOST_DAYS = 365;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is out of range; the message says which and what is allowed
    public ChainPlan {
        within("snapshots", snapshots, MOST_SNAPSHOTS);
        within("every", everyDays, MOST_DAYS);
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + ": takes 1 to " + most + ", not " + value);
        }
    }

    /// How many of the given snapshots count for this plan.
    public int taken(List<ChainManifest> stored) {
        return (int) counting(stored).count();
    }

    private Stream<ChainManifest> counting(List<ChainManifest> stored) {
        return stored.stream().filter(each -> !each.terms().takenAt().isBefore(madeAt));
    }

    /// The session on which the next snapshot is due; empty when all have been taken. A day without a session moves
    /// on to the next one.
    ///
    /// @param stored the snapshots of the symbol, oldest first
    public Optional<LocalDate> next(List<ChainManifest> stored) {
        if (taken(stored) >= snapshots) {
            return Optional.empty();
        }
        LocalDate day = counting(stored).reduce((_, last) -> last)
                .map(last -> date(last.terms().takenAt()).plusDays(everyDays)).orElseGet(() -> date(madeAt));
        TradingCalendar calendar = TradingCalendar.nyse();
        return Optional.of(calendar.isSession(day) ? day : calendar.nextSession(day));
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(SessionClock.NEW_YORK).toLocalDate();
    }
}

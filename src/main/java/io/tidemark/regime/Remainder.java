package io.tidemark.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The holes of the rules: sessions that are `LOW_VOL_NEUTRAL` only because no other rule named them.
///
/// @param reliefRallies VIX above the threshold of high volatility, and a rise too large to be without direction
/// @param uneasy VIX between the thresholds of low and high volatility, without a fall
/// @param calm VIX below the threshold of low volatility: what the name says
/// @param other whatever else; none with the default thresholds but returns of exactly -5 %
public record Remainder(List<LocalDate> reliefRallies, List<LocalDate> uneasy, int calm, int other) {

    /// Keeps copies.
    public Remainder {
        reliefRallies = List.copyOf(reliefRallies);
        uneasy = List.copyOf(uneasy);
    }

    /// Sorts the sessions that the last rule takes by why it had to.
    public static Remainder of(RegimeSessions sessions, RegimeRules rules) {
        RegimeThresholds at = rules.thresholds();
        var rallies = new ArrayList<LocalDate>();
        var uneasy = new ArrayList<LocalDate>();
        int calm = 0;
        int other = 0;
        for (int i = 0; i < sessions.size(); i++) {
            RegimeInputs inputs = sessions.inputs(i);
            if (!inputs.areComplete() || !rules.firstFit(inputs).isRemainder()) {
                continue;
            }
            if (inputs.vix() < at.bullVix()) {
                calm++;
            } else if (inputs.vix() <= at.choppyVix()) {
                uneasy.add(sessions.date(i));
            } else if (inputs.return20() >= at.choppyReturn()) {
                rallies.add(sessions.date(i));
            } else {
                other++;
            }
        }
        return new Remainder(rallies, uneasy, calm, other);
    }

    /// Sessions of the remainder that are not calm.
    public int holes() {
        return reliefRallies.size() + uneasy.size() + other;
    }
}

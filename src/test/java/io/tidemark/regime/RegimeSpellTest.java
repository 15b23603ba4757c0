package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegimeSpellTest {
    /// Sixty quiet sessions, all of them without a name but for what a test puts on them.
    private final RegimeSessions sessions = RegimeSessions.join(Bars.of("SPY", flat(100, 60)),
            Bars.of("VIX", flat(16, 60)));

    private static double[] flat(double level, int sessions) {
        var values = new double[sessions];
        Arrays.fill(values, level);
        return values;
    }

    private RegimeLabels labels(Map<Integer, Regime> put) {
        var overrides = new TreeMap<LocalDate, Regime>();
        put.forEach((session, regime) -> overrides.put(sessions.date(session), regime));
        return RegimeLabels.of(sessions, RegimeRules.defaults(), overrides);
    }

    @Test
    void neighboursWithOneRegimeAreOneSpell() {
        RegimeLabels labels = labels(Map.of(52, Regime.EXTREME_STRESS, 53, Regime.EXTREME_STRESS));
        assertThat(RegimeSpell.of(labels)).containsExactly(new RegimeSpell(Regime.LOW_VOL_NEUTRAL, 49, 51),
                new RegimeSpell(Regime.EXTREME_STRESS, 52, 53), new RegimeSpell(Regime.LOW_VOL_NEUTRAL, 54, 59));
        assertThat(RegimeSpell.of(labels).get(1).length()).isEqualTo(2);
    }

    @Test
    void transitionsCountStepsBetweenLabelledSessions() {
        RegimeTransitions steps = RegimeTransitions
                .of(labels(Map.of(52, Regime.EXTREME_STRESS, 53, Regime.EXTREME_STRESS)));
        assertThat(steps.count(Regime.LOW_VOL_NEUTRAL, Regime.LOW_VOL_NEUTRAL)).isEqualTo(7);
        assertThat(steps.count(Regime.LOW_VOL_NEUTRAL, Regime.EXTREME_STRESS)).isEqualTo(1);
        assertThat(steps.count(Regime.EXTREME_STRESS, Regime.LOW_VOL_NEUTRAL)).isEqualTo(1);
        assertThat(steps.share(Regime.EXTREME_STRESS, Regime.EXTREME_STRESS)).isCloseTo(0.5, within(1e-12));
        assertThat(steps.share(Regime.BULL_TRENDING, Regime.BULL_TRENDING)).isNaN();
    }

    @Test
    void sessionsWithoutARegimeAreInNoSpell() {
        assertThat(RegimeSpell.of(labels(Map.of())).getFirst().first()).isEqualTo(49);
    }
}

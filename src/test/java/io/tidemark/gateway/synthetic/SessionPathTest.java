package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// The extremes of a session are those of continuous Brownian motion, not of a walk in steps.
class SessionPathTest {
    private static final int SESSIONS = 400_000;
    private static final double DEVIATION = 0.02;
    /// Three standard errors of a share of one half among [#SESSIONS].
    private static final double SAMPLING = 0.0024;

    private final double intraday = DEVIATION * Math.sqrt(1 - SessionPath.share(0));

    @Test
    void chanceToRiseAboveALevelIsThatOfTheReflectionPrinciple() {
        assertThat(shareOfSessions(path -> path.high() - path.open() >= intraday / 2)).isCloseTo(reflected(0.5),
                within(SAMPLING));
        assertThat(shareOfSessions(path -> path.high() - path.open() >= intraday)).isCloseTo(reflected(1.0),
                within(SAMPLING));
        assertThat(shareOfSessions(path -> path.high() - path.open() >= 2 * intraday)).isCloseTo(reflected(2.0),
                within(SAMPLING));
    }

    @Test
    void chanceToFallBelowALevelIsTheSame() {
        assertThat(shareOfSessions(path -> path.open() - path.low() >= intraday / 2)).isCloseTo(reflected(0.5),
                within(SAMPLING));
        assertThat(shareOfSessions(path -> path.open() - path.low() >= 2 * intraday)).isCloseTo(reflected(2.0),
                within(SAMPLING));
    }

    @Test
    void meanRangeIsFellers() {
        var random = new RandomStream(3, "range");
        var path = new SessionPath();
        double sum = 0;
        for (int i = 0; i < SESSIONS; i++) {
            walk(path, random);
            sum += path.high() - path.low();
        }
        // Feller 1951: the mean range of Brownian motion is sqrt(8/pi) deviations
        assertThat(sum / SESSIONS / intraday).isCloseTo(Math.sqrt(8 / Math.PI), within(0.004));
    }

    @Test
    void sharesOfASessionAddUp() {
        double sum = 0;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            sum += SessionPath.share(k);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    /// Chance of Brownian motion to pass `deviations` within its time: `2 N(-deviations)`.
    private static double reflected(double deviations) {
        return 2 * NormalDistribution.of(0, 1).cumulativeProbability(-deviations);
    }

    private static double shareOfSessions(Predicate<SessionPath> event) {
        var random = new RandomStream(5, "reflection");
        var path = new SessionPath();
        int count = 0;
        for (int i = 0; i < SESSIONS; i++) {
            walk(path, random);
            count += event.test(path) ? 1 : 0;
        }
        return (double) count / SESSIONS;
    }

    private static void walk(SessionPath path, RandomStream random) {
        var moves = new double[SessionPath.STEPS];
        for (int k = 0; k < moves.length; k++) {
            moves[k] = DEVIATION * SessionPath.root(k) * random.normal();
        }
        path.walk(4.6, moves, DEVIATION * DEVIATION, random);
    }
}

package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The true chance of a touch agrees with what the synthetic market's bars then do.
class TouchOracleTest {
    private static final long SEED = SyntheticMarket.DEFAULT_SEED;
    private static final int COURSES = 150;
    private static final int WEEKS = 1_200;
    private static final List<Symbol> SYMBOLS = List.of(Universe.SPY, Symbol.of("TSLA"), Symbol.of("NVDA"),
            Symbol.of("AMD"));
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double CEILING = 0.35;
    private static final Path PAGE = Path.of("src/site/markdown/synthetic-market.md");

    private static final List<Sample> SAMPLES = new ArrayList<>();

    /// One option: the true chance, the closed form's from implied volatility, and what happened.
    private record Sample(double truth, double closedForm, double touched) {}

    /// One option a week from 2001 on, symbols in turn, 5 to 60 days, strikes 0.1 to 2.5 deviations away.
    @BeforeAll
    static void sample() {
        var market = SyntheticMarket.of(SEED);
        var oracle = TouchOracle.of(SEED);
        var random = new RandomStream(1, "options");
        var calendar = TradingCalendar.nyse();
        for (int week = 0; week < WEEKS; week++) {
            var symbol = SYMBOLS.get(week % SYMBOLS.size());
            var start = calendar.lastSessionAtOrBefore(LocalDate.of(2001, 1, 5).plusWeeks(week));
            int days = random.between(5, 60);
            double side = random.uniform() < 0.5 ? 1 : -1;
            double z = 0.1 + 2.4 * random.uniform();
            double price = market.bars(symbol, start, start).getFirst().close().doubleValue();
            double volatility = market.impliedVolatility(symbol, start, start).getFirst().close().doubleValue();
            double strike = price * Math.exp(side * z * volatility * Math.sqrt(days / 365.0));
            var expiration = start.plusDays(days);
            boolean touched = market.bars(symbol, start.plusDays(1), expiration).stream()
                    .anyMatch(bar -> side > 0
                            ? bar.high().doubleValue() >= strike
                            : bar.low().doubleValue() <= strike);
            double truth = oracle.probability(symbol, start, strike, expiration, COURSES);
            SAMPLES.add(new Sample(truth, 2 * NORMAL.cumulativeProbability(-z), touched ? 1 : 0));
        }
    }

    private static double mean(ToDoubleFunction<Sample> value) {
        return SAMPLES.stream().mapToDouble(value).average().orElseThrow();
    }

    @Test
    void touchesAreAsFrequentAsTheTruthSays() {
        double spread = Math.sqrt(mean(each -> each.truth * (1 - each.truth)) / WEEKS);
        // Options of neighbouring weeks share days, so that their surprises add up: twice the independent spread is
        // one standard error, and three of those are allowed.
        assertThat(mean(Sample::touched)).isCloseTo(mean(Sample::truth), within(6 * spread));
    }

    @Test
    void touchesAreAsFrequentAsTheTruthSaysAmongLikelyAndUnlikelyOnes() {
        for (double from : new double[]{0, 0.25, 0.5, 0.75}) {
            var some = SAMPLES.stream().filter(each -> each.truth >= from && each.truth < from + 0.25).toList();
            double expected = some.stream().mapToDouble(Sample::truth).average().orElseThrow();
            double happened = some.stream().mapToDouble(Sample::touched).average().orElseThrow();
            assertThat(happened).as("chances from %s", from).isCloseTo(expected,
                    within(6 * Math.sqrt(expected * (1 - expected) / some.size())));
        }
    }

    @Test
    void oracleBeatsTheClosedForm() {
        double truth = mean(each -> square(each.touched - each.truth));
        double closedForm = mean(each -> square(each.touched - each.closedForm));
        assertThat(truth).isLessThan(closedForm);
    }

    @Test
    void ceilingOfR2IsTheOneOnThePage() throws IOException {
        double average = mean(Sample::truth);
        double unknowable = mean(each -> each.truth * (1 - each.truth));
        // The estimate of each chance has a sampling variance, which must not pass for knowledge.
        double sampling = unknowable / (COURSES - 1);
        double known = mean(each -> square(each.truth - average)) - sampling;
        double ceiling = known / (average * (1 - average));
        assertThat(ceiling).isCloseTo(CEILING, within(0.01));
        assertThat(Files.readString(PAGE)).contains(String.format(Locale.ROOT, "R2* = %.2f", CEILING));
    }

    @Test
    void sameQuestionHasTheSameAnswerInAnyOrder() {
        var strike = 700.0;
        var oracle = TouchOracle.of(SEED);
        var early = LocalDate.of(2021, 6, 1);
        var late = LocalDate.of(2024, 6, 3);
        double first = oracle.probability(Universe.SPY, early, strike, early.plusDays(30), 50);
        oracle.probability(Universe.SPY, late, strike, late.plusDays(30), 50);
        assertThat(oracle.probability(Universe.SPY, early, strike, early.plusDays(30), 50)).isEqualTo(first);
    }

    @Test
    void strikeAtTheMoneyIsNearlyCertainAndAFarOneNearlyImpossible() {
        var oracle = TouchOracle.of(SEED);
        var start = LocalDate.of(2024, 6, 3);
        double price = SyntheticMarket.of(SEED).bars(Universe.SPY, start, start).getFirst().close().doubleValue();
        assertThat(oracle.probability(Universe.SPY, start, price * 1.0005, start.plusDays(30), 200)).isGreaterThan(0.9);
        assertThat(oracle.probability(Universe.SPY, start, price * 3, start.plusDays(30), 200)).isLessThan(1e-6);
    }

    @Test
    void vixHasNoOptionsHere() {
        var oracle = TouchOracle.of(SEED);
        var day = LocalDate.of(2024, 6, 3);
        assertThatThrownBy(() -> oracle.probability(Universe.VIX, day, 20, day.plusDays(9), 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("VIX");
    }

    private static double square(double value) {
        return value * value;
    }
}

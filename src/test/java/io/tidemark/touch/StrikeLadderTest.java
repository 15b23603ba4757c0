package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrikeLadderTest {

    @ParameterizedTest
    @CsvSource({"450,462.3,C,462", "450,441.7,P,442", "400,401.4,C,401", "200,203.3,C,203.5", "101,95.11,P,95",
            "10,10.26,C,10.25", "10,9.3,P,9.3", "0.55,0.5771,C,0.577", "4000,4128,C,4130", "0.012,0.0131,C,0.0131"})
    void strikesLieOnARoundStepOfAQuarterPercentOrLess(double price, double target, String right, double expected) {
        assertThat(StrikeLadder.near(price, target, OptionRight.ofCode(right))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"450,450.2,C,451", "450,449.9,P,449", "450.3,450.31,C,451", "450.3,450.29,P,450", "449.9,450,C,450"})
    void strikeNeverFallsBackToThePrice(double price, double target, String right, double expected) {
        assertThat(StrikeLadder.near(price, target, OptionRight.ofCode(right))).isEqualTo(expected);
    }

    @Test
    void strikesAreExactDecimalsStrictlyOnTheirSide() {
        var random = new SplittableRandom(17);
        for (int i = 0; i < 20_000; i++) {
            double price = Math.exp(random.nextDouble(Math.log(0.01), Math.log(5000)));
            var right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
            double target = price * Math.exp(right.direction() * random.nextDouble(1e-6, 1.5));
            double strike = StrikeLadder.near(price, target, right);

            assertThat(right.direction() * (strike - price)).as("%s from %s", strike, price).isPositive();
            assertThat(Math.abs(strike - target)).as("%s for %s", strike, target).isLessThan(0.0051 * price);
            assertThat(BigDecimal.valueOf(strike).stripTrailingZeros().scale()).as("%s", strike).isLessThanOrEqualTo(7);
        }
    }
}

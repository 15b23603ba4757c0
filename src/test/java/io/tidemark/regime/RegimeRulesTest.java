package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeRulesTest {
    private final RegimeRules rules = RegimeRules.defaults();

    @ParameterizedTest(name = "VIX {0}, return20 {1}, close {2}, SMA50 {3} is {4}")
    @CsvSource({
            // VIX 30 on both sides, with a fall and without
            "30,    -0.06, 90,  100, BEAR_TRENDING", "30.01, -0.06, 90,  100, EXTREME_STRESS",
            "30,     0.00, 100, 100, HIGH_VOL_NEUTRAL", "30.01,  0.20, 100, 90, EXTREME_STRESS",
            "82.69, -0.30, 90,  100, EXTREME_STRESS",
            // VIX 15 on both sides, with a fall
            "15,    -0.06, 90,  100, BEAR_TRENDING", "14.99, -0.06, 90,  100, LOW_VOL_NEUTRAL",
            "14.9,  -0.06, 90,  100, LOW_VOL_NEUTRAL",
            // a return of exactly -5 % is no fall
            "18,  -0.05,   90,  100, LOW_VOL_NEUTRAL", "18, -0.0501, 90,  100, BEAR_TRENDING",
            "25,  -0.0499, 90,  100, HIGH_VOL_NEUTRAL", "25, -0.05,   90,  100, LOW_VOL_NEUTRAL",
            "25,  -0.0501, 90,  100, BEAR_TRENDING",
            // VIX 20 on both sides
            "20,     0.00, 100, 100, LOW_VOL_NEUTRAL", "20.01,  0.00, 100, 100, HIGH_VOL_NEUTRAL",
            // a rise of exactly 5 % is a direction, and no rule names it
            "25,   0.0499, 105, 100, HIGH_VOL_NEUTRAL", "25,    0.05, 105, 100, LOW_VOL_NEUTRAL",
            "25,   0.0501, 105, 100, LOW_VOL_NEUTRAL",
            // a rise of exactly 3 % is none
            "12,   0.03,   105, 100, LOW_VOL_NEUTRAL", "12,  0.0301, 105, 100, BULL_TRENDING",
            // VIX 15 on both sides, with a rise
            "14.99, 0.04,  105, 100, BULL_TRENDING", "15,    0.04, 105, 100, LOW_VOL_NEUTRAL",
            // the average on both sides
            "12,   0.04,   100, 100, LOW_VOL_NEUTRAL", "12, 0.04, 100.01, 100, BULL_TRENDING",
            "12,   0.04,   99.99, 100, LOW_VOL_NEUTRAL"})
    void everyThresholdIsExactOnBothSides(double vix, double return20, double close, double sma50, Regime regime) {
        assertThat(rules.classify(vix, return20, close, sma50).regime()).isEqualTo(regime);
    }

    @ParameterizedTest
    @CsvSource({"NaN,0,1,1", "20,NaN,1,1", "20,0,NaN,1", "20,0,1,NaN"})
    void aSessionWithoutAllNumbersHasNoRegime(double vix, double return20, double close, double sma50) {
        assertThatThrownBy(() -> rules.classify(vix, return20, close, sma50))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no regime");
    }

    @Test
    void aHitTellsTheRuleWithTheNumbersPutIn() {
        assertThat(rules.classify(31.204, 0, 100, 100).text()).isEqualTo("VIX 31.2 > 30");
        assertThat(rules.classify(22, -0.0612, 90, 100).text())
                .isEqualTo("VIX 22 >= 15 and VIX 22 <= 30 and return20 -6.12 % < -5 %");
        assertThat(rules.classify(22, -0.0112, 90, 100).text()).isEqualTo("VIX 22 > 20 and |return20| 1.12 % < 5 %");
        assertThat(rules.classify(11.5, 0.0412, 103, 100.5).text())
                .isEqualTo("VIX 11.5 < 15 and return20 4.12 % > 3 % and close - SMA50 2.5 > 0");
        assertThat(rules.classify(11.5, 0, 103, 100.5).text()).isEqualTo("no other rule fits");
        assertThat(rules.classify(11.5, 0, 103, 100.5).rule().name()).isEqualTo("remainder");
    }

    @Test
    void aNumberHardlyBeyondABoundIsNotShownAsTheBound() {
        assertThat(rules.classify(30.001, 0, 100, 100).text()).isEqualTo("VIX 30.001 > 30");
        assertThat(rules.classify(18, -0.050004, 100, 100).text()).endsWith("return20 -5.0004 % < -5 %");
    }

    @Test
    void rulesCanBeShownWithoutASession() {
        assertThat(rules.inOrder()).extracting(RegimeRule::name).containsExactly("extreme-stress", "bear-trend",
                "high-volatility", "bull-trend", "remainder");
        assertThat(rules.inOrder()).extracting(RegimeRule::text).containsExactly("VIX > 30",
                "VIX >= 15 and VIX <= 30 and return20 < -5 %", "VIX > 20 and |return20| < 5 %",
                "VIX < 15 and return20 > 3 % and close - SMA50 > 0", "no other rule fits");
    }

    @Test
    void movedThresholdsMoveTheRules() {
        RegimeRules moved = RegimeRules.of(new RegimeThresholds(40, 16, -0.04, 25, 0.06, 14, 0.02));

        assertThat(moved.classify(35, -0.05, 90, 100).regime()).isEqualTo(Regime.BEAR_TRENDING);
        assertThat(moved.classify(13.9, 0.025, 105, 100).regime()).isEqualTo(Regime.BULL_TRENDING);
        assertThat(moved.classify(24, 0, 100, 100).regime()).isEqualTo(Regime.LOW_VOL_NEUTRAL);
        assertThat(moved).isNotEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({"0,15,-0.05,20,0.05,15,0.03", "30,31,-0.05,20,0.05,15,0.03", "30,15,0.05,20,0.05,15,0.03",
            "30,15,-0.05,30,0.05,15,0.03", "30,15,-0.05,20,0,15,0.03", "30,15,-0.05,20,0.05,NaN,0.03",
            "30,15,-0.05,20,0.05,15,-0.03", "Infinity,15,-0.05,20,0.05,15,0.03"})
    void thresholdsThatTurnARuleRoundAreRefused(double a, double b, double c, double d, double e, double f, double g) {
        assertThatThrownBy(() -> new RegimeThresholds(a, b, c, d, e, f, g))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("regime threshold ");
    }

    @Test
    void thresholdsAreKeptAsJson(@TempDir Path folder) throws IOException {
        var moved = new RegimeThresholds(40, 16, -0.04, 25, 0.06, 14, 0.02);
        Path file = folder.resolve("rules.json");

        Json.write(file, moved);

        assertThat(Json.read(file, RegimeThresholds.class)).isEqualTo(moved);
    }

    @Test
    void aThresholdMissingInJsonIsAnErrorNotAZero(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.json");
        Files.writeString(file, Json.text(RegimeThresholds.defaults()).replace("choppyVix", "chopyVix"));

        assertThatThrownBy(() -> Json.read(file, RegimeThresholds.class)).isInstanceOf(IOException.class)
                .hasMessageContaining("rules.json").hasMessageContaining("choppyVix cannot be 0.0");
    }

    @Test
    void idsAndCodesAreFixed() {
        assertThat(Regime.values()).extracting(Regime::id).containsExactly(0, 1, 2, 3, 4);
        assertThat(Regime.values()).extracting(Regime::name).containsExactly("BULL_TRENDING", "BEAR_TRENDING",
                "HIGH_VOL_NEUTRAL", "LOW_VOL_NEUTRAL", "EXTREME_STRESS");
        assertThat(Regime.values()).extracting(Regime::code).containsExactly("BU", "BE", "HV", "LV", "ES");
        assertThat(Regime.of(4)).isEqualTo(Regime.EXTREME_STRESS);
        assertThatThrownBy(() -> Regime.of(5)).hasMessage("there is no regime 5, only 0 to 4");
        assertThatThrownBy(() -> Regime.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}

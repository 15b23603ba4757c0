package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.Symbol;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final Symbol TSLA = Symbol.of("TSLA");

    @Test
    void nameAloneStrikesEverythingAlways() {
        assertThat(Fault.parse("no-answer"))
                .isEqualTo(new Fault(FaultKind.NO_ANSWER, "bars", Optional.empty(), Fault.ALWAYS));
    }

    @Test
    void argumentSymbolAndTimesAreRead() {
        assertThat(Fault.parse("error-162:permissions@TSLAx2"))
                .isEqualTo(new Fault(FaultKind.HISTORY_ERROR, "permissions", Optional.of(TSLA), 2));
        assertThat(Fault.parse("delay:2.5@BRK.B").symbol()).contains(Symbol.of("BRK.B"));
        assertThat(Fault.parse("lots@TSLA")).isEqualTo(new Fault(FaultKind.LOTS, "", Optional.of(TSLA), Fault.ALWAYS));
        assertThat(Fault.parse("error-326x1").times()).isEqualTo(1);
        assertThat(Fault.parse("error-326@x3").times()).isEqualTo(3);
        assertThat(Fault.parse("version:200x1")).isEqualTo(new Fault(FaultKind.VERSION, "200", Optional.empty(), 1));
    }

    @Test
    void argumentsMeanWhatTheyShow() {
        assertThat(Fault.parse("delay:2.5").pause()).isEqualTo(Duration.ofMillis(2500));
        assertThat(Fault.parse("split:10").shares()).isEqualTo("10");
        assertThat(Fault.parse("split:10").date()).isEmpty();
        assertThat(Fault.parse("split:1/8").oldShares()).isEqualTo("8");
        assertThat(Fault.parse("split:10:2016-03-15@SPY").date()).contains(LocalDate.of(2016, 3, 15));
        assertThat(Fault.parse("missing-day:2024-06-10").date()).contains(LocalDate.of(2024, 6, 10));
        assertThat(Fault.parse("missing-day").date()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadBackAsItIsWritten(FaultKind kind) {
        assertThat(Fault.parse(Fault.of(kind).toString())).isEqualTo(Fault.of(kind));
        var special = new Fault(kind, kind.standard(), Optional.of(TSLA), 7);
        assertThat(Fault.parse(special.toString())).isEqualTo(special);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-fault", "no-answer@tsla", "no-answerx0", "delay:soon", "delay:-1",
            "version:x", "missing-day:yesterday", "missing-day:2024-02-30", "error-162:because", "link-lost:1103",
            "lots:3", "split:0x", "split:0", "split:2/3", "split:10:2016-02-30",
            "split:2016-03-15", "version:"})
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusalsSayWhatThereIs() {
        assertThatThrownBy(() -> Fault.parse("no-anwser")).hasMessageContaining("no-anwser")
                .hasMessageContaining("no-answer").hasMessageContaining("bad-bar");
        assertThatThrownBy(() -> Fault.parse("delay:soon")).hasMessageContaining("soon")
                .hasMessageContaining("delay[:SECONDS]");
    }

    @Test
    void catalogueDescribesEveryKindInOneLine() {
        assertThat(Fault.catalogue()).hasSize(FaultKind.values().length).containsKeys("no-answer[:bars|contract]",
                "delay[:SECONDS]", "bad-bar[:DATE]", "lots");
        assertThat(Fault.catalogue().values())
                .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("\n").hasSizeLessThan(200));
    }

    @Test
    void planStrikesAsOftenAsAskedAndOnlyTheSymbolMeant() {
        var plan = new FaultPlan(List.of(Fault.parse("no-answer@TSLAx2"), Fault.parse("lots")));
        assertThat(plan.strike(FaultKind.NO_ANSWER, Symbol.of("SPY"))).isEmpty();
        assertThat(plan.strike(FaultKind.NO_ANSWER, TSLA)).isPresent();
        assertThat(plan.strike(FaultKind.NO_ANSWER, TSLA)).isPresent();
        assertThat(plan.strike(FaultKind.NO_ANSWER, TSLA)).isEmpty();
        assertThat(Arrays.asList(1, 2, 3)).allSatisfy(i -> assertThat(plan.strike(FaultKind.LOTS, TSLA)).isPresent());
        assertThat(plan.strike(FaultKind.DELAY, TSLA)).isEmpty();
    }

    @Test
    void faultsOfOneKindStrikeOneAfterTheOther() {
        var plan = new FaultPlan(List.of(Fault.parse("error-162:pacingx1"), Fault.parse("error-162:no-data")));
        assertThat(plan.strike(FaultKind.HISTORY_ERROR, TSLA).orElseThrow().argument()).isEqualTo("pacing");
        assertThat(plan.strike(FaultKind.HISTORY_ERROR, TSLA).orElseThrow().argument()).isEqualTo("no-data");
    }
}

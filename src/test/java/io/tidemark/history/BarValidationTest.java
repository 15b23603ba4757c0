package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.BarProblem.Kind;
import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarValidationTest {
    private static List<BarProblem> check(DailyBar... bars) {
        return BarValidation.check(Universe.SPY, List.of(bars));
    }

    @ParameterizedTest(name = "open {0} high {1} low {2} close {3} is good")
    @CsvSource({"10, 12, 9, 11", "10, 10, 10, 10", "12, 12, 9, 11", "9, 12, 9, 11", "10, 12, 9, 12", "10, 12, 9, 9",
            "0.0001, 0.0001, 0.0001, 0.0001"})
    void pricesInsideOrOnTheEdgeOfTheirRangeAreGood(String open, String high, String low, String close) {
        assertThat(check(Bars.june(3, open, high, low, close))).isEmpty();
    }

    @ParameterizedTest(name = "open {0} high {1} low {2} close {3}: {4}")
    @CsvSource({"10, 12, 9, 12.01, HIGH_TOO_LOW", "12.01, 12, 9, 11, HIGH_TOO_LOW", "10, 8, 9, 8, HIGH_TOO_LOW",
            "10, 12, 9, 8.99, LOW_TOO_HIGH", "8.99, 12, 9, 11, LOW_TOO_HIGH", "10, 12, 0, 11, PRICE_NOT_POSITIVE",
            "0, 12, 9, 11, PRICE_NOT_POSITIVE", "10, 12, -9, 11, PRICE_NOT_POSITIVE",
            "-1, -1, -1, -1, PRICE_NOT_POSITIVE",
            "10, 1E31, 9, 11, ABSURD_NUMBER", "10, 12, 1E-31, 11, ABSURD_NUMBER",
            "10, 12, 9.000000000000000000000000000001, 11, ABSURD_NUMBER", "10, 1E999999999, 9, 11, ABSURD_NUMBER"})
    void badPricesRejectWithTheirDate(String open, String high, String low, String close, Kind kind) {
        assertThat(check(Bars.june(3, open, high, low, close))).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.rejects()).isTrue();
            assertThat(problem.date()).isEqualTo("2024-06-03");
        });
    }

    @Test
    void volumeOfMinusOneMeansNoneAndIsGood() {
        assertThat(check(DailyBar.of(LocalDate.of(2024, 6, 3), "10", "12", "9", "11", "-1"))).isEmpty();
    }

    @Test
    void datesMustAscendWithoutRepeating() {
        DailyBar third = Bars.june(3, "10", "12", "9", "11");
        DailyBar fourth = Bars.june(4, "10", "12", "9", "11");

        assertThat(check(third, fourth)).isEmpty();
        assertThat(check(third, fourth, fourth)).extracting(BarProblem::kind).containsExactly(Kind.DUPLICATE_DATE);
        assertThat(check(fourth, third)).singleElement().hasToString("2024-06-03: comes after 2024-06-04");
    }

    @Test
    void weekendDaysRejectAndHolidaysDoNot() {
        assertThat(check(Bars.june(7, "10", "12", "9", "11"), Bars.june(8, "10", "12", "9", "11"),
                Bars.june(9, "10", "12", "9", "11"), Bars.june(19, "10", "12", "9", "11")))
                .extracting(BarProblem::kind, problem -> problem.date().getDayOfMonth())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.WEEKEND, 8),
                        org.assertj.core.groups.Tuple.tuple(Kind.WEEKEND, 9));
    }

    @Test
    void openOutsideTheRangeOfAnIndexIsWorthKnowingOnly() {
        assertThat(BarValidation.check(Universe.VIX,
                List.of(Bars.june(3, "13", "12", "9", "11"), Bars.june(4, "8", "12", "9", "11"))))
                .allSatisfy(problem -> assertThat(problem.rejects()).isFalse()).extracting(BarProblem::kind)
                .containsExactly(Kind.HIGH_TOO_LOW, Kind.LOW_TOO_HIGH);
        assertThat(BarValidation.check(Universe.VIX, List.of(Bars.june(3, "10", "12", "9", "13"))))
                .singleElement().satisfies(problem -> assertThat(problem.rejects()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void oneDamageAnywhereInGoodBarsIsFoundAtItsDate(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<DailyBar> bars = new ArrayList<>(Bars.ascending(30, 100));
            assertThat(BarValidation.check(Universe.SPY, bars)).isEmpty();
            int at = random.nextInt(30);
            bars.set(at, damaged(bars.get(at), random.nextInt(6)));

            assertThat(BarValidation.check(Universe.SPY, bars)).singleElement()
                    .satisfies(problem -> assertThat(problem.date()).isEqualTo(bars.get(at).date()));
        }
    }

    private static DailyBar damaged(DailyBar bar, int how) {
        BigDecimal two = BigDecimal.TWO;
        return switch (how) {
            case 0 -> new DailyBar(bar.date(), bar.high().add(two), bar.high(), bar.low(), bar.close(), bar.volume());
            case 1 -> new DailyBar(bar.date(), bar.low().subtract(two), bar.high(), bar.low(), bar.close(),
                    bar.volume());
            case 2 -> new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(), bar.high().add(two), bar.volume());
            case 3 -> new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(), bar.low().subtract(two),
                    bar.volume());
            case 4 -> new DailyBar(bar.date(), bar.open(), bar.low(), bar.high(), bar.close(), bar.volume());
            default -> new DailyBar(bar.date(), bar.open(), bar.high(), BigDecimal.ZERO, bar.close(), bar.volume());
        };
    }

    @Test
    void anyOrderButTheRightOneIsRejected() {
        var random = new Random(7);
        List<DailyBar> good = Bars.ascending(6, 100);
        for (int round = 0; round < 100; round++) {
            List<DailyBar> shuffled = new ArrayList<>(good);
            Collections.shuffle(shuffled, random);

            assertThat(BarValidation.check(Universe.SPY, shuffled).isEmpty()).isEqualTo(shuffled.equals(good));
        }
    }

    @Test
    void realStocksAreGoodAndRealVixHasItsKnownOddities() throws IOException {
        var folder = RealBars.folderOrSkip();
        for (String stock : List.of("SPY", "TSLA", "NVDA", "AMD")) {
            Symbol symbol = Symbol.of(stock);
            assertThat(BarValidation.check(symbol, CsvImport.read(folder, symbol))).as(stock).isEmpty();
        }
        List<BarProblem> vix = BarValidation.check(Universe.VIX, CsvImport.read(folder, Universe.VIX));

        assertThat(vix).hasSize(47).allSatisfy(problem -> {
            assertThat(problem.rejects()).isFalse();
            assertThat(problem.date()).isBefore(LocalDate.of(2006, 2, 9));
        });
    }
}

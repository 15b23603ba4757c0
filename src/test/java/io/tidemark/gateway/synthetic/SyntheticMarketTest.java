package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticMarketTest {
    private static final LocalDate END = LocalDate.of(2026, 11, 20);

    private final SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);

    @Test
    void tradesTheFiveDefaultSymbols() {
        assertThat(market.symbols()).containsExactlyElementsOf(Universe.defaultSymbols());
    }

    @Test
    void barsOfADateDoNotDependOnHowFarItIsGrown() {
        var asked = SyntheticMarket.of(7);
        var early = asked.bars(Universe.SPY, SyntheticMarket.ORIGIN, LocalDate.of(2012, 6, 15));
        asked.bars(Universe.VIX, LocalDate.of(2030, 1, 1), LocalDate.of(2030, 6, 1));
        assertThat(asked.bars(Universe.SPY, SyntheticMarket.ORIGIN, LocalDate.of(2012, 6, 15))).isEqualTo(early);
        for (Symbol symbol : asked.symbols()) {
            var inOneGo = SyntheticMarket.of(7).bars(symbol, SyntheticMarket.ORIGIN, END);
            var dayByDay = SyntheticMarket.of(7);
            for (var day = LocalDate.of(2026, 10, 1); !day.isAfter(END); day = day.plusDays(1)) {
                dayByDay.bars(symbol, day, day);
            }
            assertThat(dayByDay.bars(symbol, SyntheticMarket.ORIGIN, END)).as(symbol.value()).isEqualTo(inOneGo);
        }
    }

    @Test
    void defaultMarketIsTheSameOnEveryMachine() {
        // Pinned: a change here changes every demo workspace, and needs a new default seed or a word in the notes.
        assertThat(line(Symbol.of("SPY"), "2020-03-16")).isEqualTo("542.62 545.14 541.16 544.70 130968863");
        assertThat(line(Symbol.of("VIX"), "2020-03-16")).isEqualTo("19.79 19.84 18.76 18.78 0");
        assertThat(line(Symbol.of("TSLA"), "2026-11-20")).isEqualTo("653.02 661.22 649.10 661.01 89066213");
        assertThat(line(Symbol.of("NVDA"), "2026-11-20")).isEqualTo("488.20 497.26 487.36 491.52 181347901");
        assertThat(line(Symbol.of("AMD"), "2026-11-20")).isEqualTo("221.52 223.52 219.21 220.62 29727290");
    }

    private String line(Symbol symbol, String date) {
        var day = LocalDate.parse(date);
        return market.bars(symbol, day, day).stream().map(bar -> bar.open() + " " + bar.high() + " " + bar.low() + " "
                + bar.close() + " " + bar.volume()).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "VIX", "TSLA", "NVDA", "AMD"})
    void hasOneBarForEachSessionOfTheExchange(String symbol) {
        var dates = market.bars(Symbol.of(symbol), SyntheticMarket.ORIGIN, END).stream().map(DailyBar::date).toList();
        assertThat(dates).isEqualTo(TradingCalendar.nyse().sessions(SyntheticMarket.ORIGIN, END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "VIX", "TSLA", "NVDA", "AMD"})
    void barsAreInOrderAndToTheCent(String symbol) {
        for (DailyBar bar : market.bars(Symbol.of(symbol), SyntheticMarket.ORIGIN, END)) {
            assertThat(bar.low()).as("low of %s", bar).isPositive().isLessThanOrEqualTo(bar.open().min(bar.close()));
            assertThat(bar.high()).as("high of %s", bar).isGreaterThanOrEqualTo(bar.open().max(bar.close()));
            assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close())).as("decimals of %s", bar)
                    .allMatch(price -> price.scale() == 2);
            assertThat(bar.volume().scale()).isZero();
        }
    }

    @Test
    void onlyVixHasNoVolume() {
        for (Symbol symbol : market.symbols()) {
            var volumes = market.bars(symbol, SyntheticMarket.ORIGIN, END).stream().map(DailyBar::volume).toList();
            if (symbol.equals(Universe.VIX)) {
                assertThat(volumes).containsOnly(BigDecimal.ZERO);
            } else {
                assertThat(volumes).allMatch(volume -> volume.longValueExact() > 1_000_000);
            }
        }
    }

    @Test
    void opensAwayFromTheCloseBefore() {
        var bars = market.bars(Universe.SPY, SyntheticMarket.ORIGIN, END);
        long gaps = IntStream.range(1, bars.size())
                .filter(i -> bars.get(i).open().compareTo(bars.get(i - 1).close()) != 0).count();
        assertThat(gaps).isGreaterThan(bars.size() * 95L / 100);
    }

    @Test
    void hasNothingBeforeItsOrigin() {
        assertThat(market.bars(Universe.SPY, LocalDate.of(1999, 1, 1), SyntheticMarket.ORIGIN.minusDays(1))).isEmpty();
        assertThat(market.bars(Universe.SPY, LocalDate.of(1999, 1, 1), SyntheticMarket.ORIGIN)).hasSize(1);
    }

    @Test
    void anotherSeedIsAnotherMarket() {
        assertThat(SyntheticMarket.of(43).bars(Universe.SPY, SyntheticMarket.ORIGIN, END))
                .isNotEqualTo(market.bars(Universe.SPY, SyntheticMarket.ORIGIN, END));
    }

    @Test
    void refusesSymbolsItDoesNotTrade() {
        assertThatThrownBy(() -> market.bars(Symbol.of("MSFT"), END, END)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MSFT").hasMessageContaining("TSLA");
    }

    @Test
    void impliedVolatilityOfSpyIsTheVix() {
        var vix = market.bars(Universe.VIX, END, END).getFirst().close();
        assertThat(market.impliedVolatility(Universe.SPY, END, END).getFirst().close().movePointRight(2))
                .isEqualByComparingTo(vix);
        assertThat(market.impliedVolatility(Universe.VIX, SyntheticMarket.ORIGIN, END)).isEmpty();
    }

    @Test
    void knowsNoTrueVolatilityOfVixOrOfAHoliday() {
        assertThatThrownBy(() -> market.conditionalVolatility(Universe.VIX, END))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("VIX");
        assertThatThrownBy(() -> market.conditionalVolatility(Universe.SPY, LocalDate.of(2024, 12, 25)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2024-12-25");
    }

    @Test
    void answersManyThreadsAlike() throws Exception {
        var expected = market.bars(Universe.SPY, SyntheticMarket.ORIGIN, END);
        var shared = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<List<DailyBar>> ask = () -> shared.bars(Universe.SPY, SyntheticMarket.ORIGIN, END);
            for (var answer : pool.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }
}

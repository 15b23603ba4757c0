package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapTest {
    private static final Symbol NVDA = Symbol.of("NVDA");

    /// A walk of closes in cents with gaps over night, as a stock has them.
    private static List<DailyBar> walk(long seed, int days) {
        var random = new Random(seed);
        double price = 20 + 400 * random.nextDouble();
        LocalDate date = LocalDate.of(2018, 1, 1);
        var bars = new ArrayList<DailyBar>();
        for (int i = 0; i < days; i++) {
            date = TradingCalendar.nyse().nextSession(date);
            double open = price * Math.exp(0.02 * random.nextGaussian());
            double close = open * Math.exp(0.02 * random.nextGaussian());
            bars.add(bar(date, open, close, 1_000_000 + random.nextInt(9_000_000)));
            price = close;
        }
        return bars;
    }

    private static DailyBar bar(LocalDate date, double open, double close, long volume) {
        return new DailyBar(date, cents(open), cents(Math.max(open, close) * 1.01), cents(Math.min(open, close) * 0.99),
                cents(close), BigDecimal.valueOf(volume));
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }

    /// As a vendor restates: every price over the ratio, rounded to cents; every volume times it.
    private static List<DailyBar> restated(List<DailyBar> bars, double ratio) {
        return bars.stream().map(bar -> new DailyBar(bar.date(), cents(bar.open().doubleValue() / ratio),
                cents(bar.high().doubleValue() / ratio), cents(bar.low().doubleValue() / ratio),
                cents(bar.close().doubleValue() / ratio),
                BigDecimal.valueOf(Math.round(bar.volume().doubleValue() * ratio)))).toList();
    }

    private static DailyBar withClose(DailyBar bar, double factor) {
        BigDecimal close = cents(bar.close().doubleValue() * factor);
        return new DailyBar(bar.date(), bar.open(), bar.high().max(close), bar.low().min(close), close, bar.volume());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLaterStretchOfOneSeriesAddsJustWhatIsMissing(long seed) {
        List<DailyBar> bars = walk(seed, 300);
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            int end = 60 + random.nextInt(200);
            int from = random.nextInt(end - 5);
            int to = end + random.nextInt(301 - end);

            Continuation found = Overlap.judge(NVDA, bars.subList(0, end), bars.subList(from, to));

            assertThat(found).isEqualTo(to == end
                    ? new Continuation.NothingNew()
                    : new Continuation.Grown(bars.subList(0, to), to - end, List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aRestatedPastIsASplitOfItsRatioWhateverTheRounding(long seed) {
        List<DailyBar> bars = walk(seed, 200);
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            int shares = 2 + random.nextInt(19);
            boolean reverse = random.nextBoolean();
            List<DailyBar> after = restated(bars, reverse ? 1.0 / shares : shares);

            assertThat(Overlap.judge(NVDA, bars.subList(0, 150), after.subList(125, 200)))
                    .isInstanceOfSatisfying(Continuation.Restated.class, split -> assertThat(split.ratio())
                            .hasToString(reverse ? "1:" + shares : shares + ":1"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void fewChangedClosesAreCorrectionsAndComeWithTheNewBars(long seed) {
        List<DailyBar> bars = walk(seed, 120);
        var received = new ArrayList<>(bars.subList(70, 120));
        int at = new Random(seed).nextInt(30);
        received.set(at, withClose(received.get(at), 1.03));

        Continuation found = Overlap.judge(NVDA, bars.subList(0, 100), received);

        assertThat(found).isInstanceOfSatisfying(Continuation.Grown.class, grown -> {
            assertThat(grown.added()).isEqualTo(20);
            assertThat(grown.series()).hasSize(120).contains(received.get(at)).doesNotContain(bars.get(70 + at));
            assertThat(grown.corrections()).anySatisfy(each -> {
                assertThat(each.field()).isEqualTo("close");
                assertThat(each.before()).contains(bars.get(70 + at).close());
                assertThat(each.after()).isEqualTo(received.get(at).close());
                assertThat(each.isNotable()).isTrue();
            }).allSatisfy(each -> assertThat(each.date()).isEqualTo(bars.get(70 + at).date()));
        });
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.333, 3", "0.25, 7", "0.2, 0", "0.1, 5", "2, 0", "3, 4", "4, 0", "5, 9", "10, 0"})
    void aJumpAsAfterASplitIsNeverAppended(double factor, int after) {
        for (long seed = 30; seed < 40; seed++) {
            List<DailyBar> bars = walk(seed, 130);
            var received = new ArrayList<>(bars.subList(80, 100 + after));
            received.addAll(restated(bars.subList(100 + after, 130), 1 / factor));

            assertThat(Overlap.judge(NVDA, bars.subList(0, 100), received))
                    .isInstanceOfSatisfying(Continuation.SuspectJump.class, suspect -> {
                        assertThat(suspect.jump().date()).isEqualTo(bars.get(100 + after).date());
                        assertThat(suspect.before().series()).isEqualTo(bars.subList(0, 100 + after));
                        assertThat(suspect.before().added()).isEqualTo(after);
                        assertThat(suspect.accepted().series()).hasSize(130);
                    });
        }
    }

    @Test
    void anIndexMayDoubleOverNight() {
        List<DailyBar> bars = walk(5, 60);
        var received = new ArrayList<>(bars.subList(20, 50));
        received.addAll(restated(bars.subList(50, 60), 0.5));

        assertThat(Overlap.judge(Universe.VIX, bars.subList(0, 50), received))
                .isInstanceOfSatisfying(Continuation.Grown.class, grown -> assertThat(grown.added()).isEqualTo(10));
        assertThat(Overlap.judge(Universe.VIX, bars.subList(0, 50), restated(bars.subList(20, 50), 2)))
                .isInstanceOf(Continuation.DoesNotMeet.class);
    }

    @Test
    void barsOfAnotherSeriesDoNotMeet() {
        assertThat(Overlap.judge(NVDA, walk(1, 100), walk(2, 120).subList(70, 120)))
                .isInstanceOfSatisfying(Continuation.DoesNotMeet.class,
                        apart -> assertThat(apart.because()).contains("shared days", "no constant ratio"));
    }

    @Test
    void barsThatBeginAfterTheStoredEndDoNotMeet() {
        List<DailyBar> bars = walk(1, 100);

        assertThat(Overlap.judge(NVDA, bars.subList(0, 50), bars.subList(47, 100)))
                .isInstanceOfSatisfying(Continuation.DoesNotMeet.class,
                        apart -> assertThat(apart.because()).startsWith("share 3 days with the stored ones"));
    }

    @Test
    void aDayThatTheSourceHasLostStaysAndOneThatItHadForgottenComesIn() {
        List<DailyBar> bars = walk(3, 60);
        var received = new ArrayList<>(bars.subList(20, 60));
        received.remove(10);
        var stored = new ArrayList<>(bars.subList(0, 50));
        stored.remove(40);

        assertThat(Overlap.judge(NVDA, stored, received)).isInstanceOfSatisfying(Continuation.Grown.class, grown -> {
            assertThat(grown.series()).isEqualTo(bars);
            assertThat(grown.added()).isEqualTo(11);
            assertThat(grown.corrections()).singleElement().hasToString(
                    bars.get(40).date() + " close to " + bars.get(40).close());
        });
    }

    @Test
    void olderBarsThanTheStoredOnesAreAdded() {
        List<DailyBar> bars = walk(4, 100);

        assertThat(Overlap.judge(NVDA, bars.subList(40, 100), bars))
                .isEqualTo(new Continuation.Grown(bars, 40, List.of()));
    }

    @Test
    void volumesInLotsAreNoCorrections() {
        List<DailyBar> bars = walk(6, 100);
        List<DailyBar> lots = bars.stream().map(bar -> new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(),
                bar.close(), bar.volume().divideToIntegralValue(BigDecimal.valueOf(100)))).toList();

        assertThat(Overlap.judge(NVDA, bars, lots)).isEqualTo(new Continuation.NothingNew());
        assertThat(Overlap.judge(NVDA, bars.subList(0, 90), lots)).isInstanceOfSatisfying(Continuation.Grown.class,
                grown -> assertThat(grown.series().getLast().volume())
                        .isEqualTo(lots.getLast().volume().multiply(BigDecimal.valueOf(100))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 3, 0.125})
    void theNewGenerationKeepsEveryDayEvenThoseThatAreNotServedAnyMore(double ratio) {
        List<DailyBar> bars = walk(8, 200);
        List<DailyBar> after = restated(bars, ratio).subList(60, 200);

        List<DailyBar> past = Overlap.restated(NVDA, bars.subList(0, 180), after, SplitRatio.near(ratio)).orElseThrow();

        assertThat(past).extracting(DailyBar::date).isEqualTo(bars.stream().map(DailyBar::date).toList());
        assertThat(past.subList(60, 200)).isEqualTo(after);
        assertThat(IntStream.range(1, 200)).allMatch(i -> !PriceJump.isBetween(past.get(i - 1), past.get(i)));
    }

    @Test
    void aPastThatIsRestatedOnlyInPartIsNoNewGeneration() {
        List<DailyBar> bars = walk(9, 200);
        var mixed = new ArrayList<>(bars.subList(0, 100));
        mixed.addAll(restated(bars.subList(100, 200), 4));

        assertThat(Overlap.restated(NVDA, bars, mixed, SplitRatio.near(4))).isEmpty();
    }
}

package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.chain.BegunSnapshot;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.chain.ChainTerms;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.history.BarStore;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.OptionOrigin;
import io.tidemark.touch.PotSamples;
import io.tidemark.touch.SplitOptions;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real options that were quoted before their underlying was split.
class SplitOptionsTest {
    private static final Symbol NVDA = Symbol.of("NVDA");
    private static final LocalDate QUOTED = LocalDate.of(2024, 5, 20);
    private static final LocalDate EXPIRATION = LocalDate.of(2024, 6, 21);
    private static final LocalDate BEFORE = LocalDate.of(2024, 5, 31);
    private static final LocalDate AFTER = LocalDate.of(2024, 6, 28);
    private static final List<Symbol> SYMBOLS = List.of(Universe.SPY, Universe.VIX, NVDA);

    @TempDir
    private Path folder;

    private Workspace workspace() {
        return Workspace.at(folder);
    }

    /// The synthetic market up to a day, with the prices of NVDA as seen from that day.
    private record Seen(SyntheticFeed market, UnaryOperator<DailyBar> nvda) implements BarFeed {
        static Seen on(LocalDate today, UnaryOperator<DailyBar> nvda) {
            return new Seen(new SyntheticFeed(today), nvda);
        }

        @Override
        public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
            var bars = (FetchResult.Bars) market.fetch(instrument, span, progress);
            return instrument.symbol().equals(NVDA)
                    ? new FetchResult.Bars(bars.bars().stream().map(nvda).toList(), bars.asOf())
                    : bars;
        }

        @Override
        public DataSource open(Progress progress) {
            return market.open(progress);
        }

        @Override
        public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) {
            return market.fetchVolatility(instrument, years, progress);
        }

        @Override
        public FeedTrial tryOut(Progress progress) {
            return market.tryOut(progress);
        }

        @Override
        public void addListener(GatewayListener listener) {
            // nothing is told
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    private static UnaryOperator<DailyBar> times(String factor) {
        var by = new BigDecimal(factor);
        return bar -> new DailyBar(bar.date(), cents(bar.open(), by), cents(bar.high(), by), cents(bar.low(), by),
                cents(bar.close(), by), bar.volume());
    }

    private static BigDecimal cents(BigDecimal price, BigDecimal by) {
        return price.multiply(by).setScale(2, RoundingMode.HALF_UP);
    }

    /// Bars as they were before the split, a snapshot of ten options on them, then the bars as they are after it.
    private PreparePot.Prepared acrossSplit(String before, LocalDate after) throws Exception {
        Seen old = Seen.on(BEFORE, times(before));
        new Download(workspace(), old, old.market().clock()).run(SYMBOLS, 2, false, RunContext.unwatched()).orFail();
        snapshot();
        Seen now = Seen.on(after, UnaryOperator.identity());
        new Download(workspace(), now, now.market().clock()).update(SYMBOLS, Set.of(), RunContext.unwatched())
                .orFail();
        return new PreparePot(workspace()).run(
                PipelineSettings.defaults().withSymbols(SYMBOLS).withSamplesPerSymbol(100), RunContext.unwatched());
    }

    private void snapshot() throws IOException {
        var bars = new BarStore(workspace().historical()).load(NVDA);
        double spot = bars.close(bars.indexOf(QUOTED));
        var takenAt = QUOTED.atTime(LocalTime.of(15, 30)).atZone(SessionClock.NEW_YORK).toInstant();
        var terms = new ChainTerms(NVDA, new SyntheticFeed(BEFORE).open(Progress.none()), takenAt, spot, "SMART",
                "NVDA", "100");
        List<ChainRow> rows = IntStream.rangeClosed(1, 10)
                .mapToObj(each -> row(BigDecimal.valueOf(Math.round(spot * (1 + each / 100.0) * 2) / 2.0))).toList();
        new ChainStore(workspace().historical()).store(BegunSnapshot
                .of(terms, rows.stream().map(ChainRow::option).toList()).after(rows.size(), rows, 0));
    }

    private static ChainRow row(BigDecimal strike) {
        return new ChainRow(new OptionContract(NVDA, EXPIRATION, strike, true), new OptionQuote(1, 1.1, 1.05,
                new OptionQuote.Greeks(0.45, 0.3, 0.01, 0.4, -0.2), Double.NaN, false));
    }

    private static int[] real(PotSamples samples) {
        return IntStream.range(0, samples.rows()).filter(row -> samples.origin(row) == OptionOrigin.REAL).toArray();
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "0.25, 0.25"})
    void strikesFromBeforeASplitAreDividedByItsRatio(String before, double ratio) throws Exception {
        PreparePot.Prepared prepared = acrossSplit(before, AFTER);

        PotSamples samples = prepared.dataset().samples();
        int[] rows = real(samples);
        assertThat(rows).as("in the money at the close are left out as ever").hasSizeBetween(5, 10);
        List<Double> listed = new ChainStore(workspace().historical())
                .rows(new ChainStore(workspace().historical()).manifests(NVDA).getFirst()).stream()
                .map(row -> row.option().strike().doubleValue()).toList();
        var bars = new BarStore(workspace().historical()).load(NVDA);
        for (int row : rows) {
            assertThat(listed).anySatisfy(
                    strike -> assertThat(samples.strike(row)).isCloseTo(strike / ratio, within(1e-9)));
            boolean reached = IntStream.rangeClosed(bars.indexOf(QUOTED) + 1, bars.indexAtOrBefore(EXPIRATION))
                    .anyMatch(bar -> bars.high(bar) >= samples.strike(row));
            assertThat(samples.touched(row)).isEqualTo(reached);
        }
        assertThat(SplitOptions.of(prepared.manifest())).isEqualTo(new SplitOptions(10, 0));
        assertThat(OptionInspection.read(workspace(), Progress.none()).splitNote())
                .isEqualTo("10 real options are from before a split: strike and price are divided by its ratio.");
    }

    @Test
    void optionsAreLeftOutAndToldWhereTheRatioIsNotExact() throws Exception {
        PreparePot.Prepared prepared = acrossSplit("1.731", AFTER);

        assertThat(real(prepared.dataset().samples())).isEmpty();
        assertThat(SplitOptions.of(prepared.manifest())).isEqualTo(new SplitOptions(0, 10));
        assertThat(OptionInspection.read(workspace(), Progress.none()).splitNote())
                .startsWith("10 real options are left out");
    }

    @Test
    void optionsStayAsQuotedWithoutASplit() throws Exception {
        PreparePot.Prepared prepared = acrossSplit("1", AFTER);

        assertThat(real(prepared.dataset().samples())).isNotEmpty();
        assertThat(SplitOptions.of(prepared.manifest())).isEqualTo(SplitOptions.NONE);
    }

    @Test
    void thoseOfASmallShareAreTheSameOnesAfterASplit() throws Exception {
        acrossSplit("1", AFTER);
        double share = 0.5;
        var settings = PipelineSettings.defaults().withSymbols(SYMBOLS).withSamplesPerSymbol(100)
                .withRealShare(share);
        int before = real(new PreparePot(workspace()).run(settings, RunContext.unwatched()).dataset().samples()).length;
        Seen split = Seen.on(AFTER.plusDays(7), times("0.1"));
        new Download(workspace(), split, split.market().clock()).update(SYMBOLS, Set.of(), RunContext.unwatched())
                .orFail();

        var after = new PreparePot(workspace()).run(settings, RunContext.unwatched());

        assertThat(real(after.dataset().samples())).hasSize(before);
        assertThat(SplitOptions.of(after.manifest()).restated()).isEqualTo(10);
    }
}

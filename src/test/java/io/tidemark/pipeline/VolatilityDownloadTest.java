package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.IvSource;
import io.tidemark.touch.PotSamples;
import io.tidemark.work.Progress;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolatilityDownloadTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 31);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Symbol TSLA = Symbol.of("TSLA");
    private static final List<Symbol> SYMBOLS = List.of(Universe.SPY, Universe.VIX, TSLA);
    private static final PipelineSettings SETTINGS = PipelineSettings.defaults().withSymbols(SYMBOLS)
            .withSamplesPerSymbol(200).withYears(2);

    @TempDir
    Path folder;

    private Workspace workspace() {
        return Workspace.at(folder);
    }

    private DownloadReport download(BarFeed feed, boolean fresh) throws StageFailure {
        return new Download(workspace(), feed, CLOCK).run(SYMBOLS, 2, fresh, RunContext.unwatched());
    }

    private PreparePot.Prepared prepared() throws StageFailure {
        return new PreparePot(workspace()).run(SETTINGS, RunContext.unwatched());
    }

    /// Bars of the synthetic market; volatility as told.
    private static class ToldFeed implements BarFeed {
        private final SyntheticMarket market = SyntheticMarket.of(42);
        private final List<Symbol> asked = new ArrayList<>();
        private final Function<Symbol, FetchResult> volatility;

        List<Symbol> asked() {
            return asked;
        }

        ToldFeed(Function<Symbol, FetchResult> volatility) {
            this.volatility = volatility;
        }

        @Override
        public DataSource open(Progress progress) {
            return new DataSource(DataSource.Kind.TWS, "127.0.0.1:7497");
        }

        @Override
        public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
            return new FetchResult.Bars(market.bars(instrument.symbol(), TODAY.minus(span.period()).plusDays(1), TODAY),
                    CLOCK.instant());
        }

        @Override
        public FeedTrial tryOut(Progress progress) {
            throw new UnsupportedOperationException("nobody tries it out here");
        }

        @Override
        public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) {
            asked.add(instrument.symbol());
            return volatility.apply(instrument.symbol());
        }

        @Override
        public void addListener(GatewayListener listener) {
            // tells nothing
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static FetchResult noPermission() {
        return new FetchResult.Refused(162, "No market data permissions for ARCA STK", "Subscribe to Network B");
    }

    @Test
    void demoVolatilityIsStoredBesideTheBarsAndTakesThePlaceOfTheProxy() throws Exception {
        try (BarFeed feed = new Feeds(CLOCK).open(new FeedChoice.Demo(Optional.empty(), Optional.of(TODAY)))) {
            var report = download(feed, false);

            assertThat(report.volatility().note()).isEmpty();
            assertThat(report.volatility().stored()).extracting(each -> each.symbol()).containsExactly("SPY", "TSLA");
        }

        var store = new VolatilityStore(workspace().historical());
        var truth = SyntheticMarket.of(42).impliedVolatility(TSLA, TODAY, TODAY).getFirst();
        assertThat(store.file(TSLA)).hasFileName("TSLA_iv_daily_10y.csv").isRegularFile();
        assertThat(store.load(TSLA).date(store.load(TSLA).size() - 1)).isEqualTo(TODAY);
        assertThat(store.load(TSLA).close(store.load(TSLA).size() - 1)).isEqualTo(truth.close().doubleValue());
        assertThat(StoredSymbols.in(workspace())).doesNotContain(Symbol.of("TSLA.IV")).hasSize(3);
        var samples = prepared().dataset().samples();
        assertThat(IntStream.range(0, samples.rows()).mapToObj(samples::ivSource)).containsOnly(IvSource.REAL);
    }

    @Test
    void refusedVolatilityCostsOneNoteAndTheRunGoesOn() throws Exception {
        var report = download(new ToldFeed(symbol -> noPermission()), false);

        assertThat(report.complete()).isTrue();
        assertThat(report.volatility().stored()).isEmpty();
        assertThat(report.volatility().note().orElseThrow()).startsWith("No new implied volatility for SPY, TSLA; ")
                .contains("162", "No market data permissions", "Subscribe to Network B").doesNotContain("TSLA:");
        var manifest = prepared().manifest();
        assertThat(manifest.origin().inputs()).containsOnlyKeys("SPY_daily_10y.csv", "VIX_daily_10y.csv",
                "TSLA_daily_10y.csv");
    }

    @Test
    void symbolWithoutVolatilityKeepsItsProxyBesideOneThatHasIt() throws Exception {
        var market = SyntheticMarket.of(42);
        var feed = new ToldFeed(symbol -> symbol.equals(TSLA)
                ? new FetchResult.Bars(market.impliedVolatility(TSLA, TODAY.minusYears(1), TODAY), CLOCK.instant())
                : noPermission());
        download(feed, false);

        var counts = prepared().dataset().ivSource();

        assertThat(counts).hasEntrySatisfying(Universe.SPY, spy -> assertThat(spy.real()).isZero());
        assertThat(counts).hasEntrySatisfying(TSLA, tsla -> {
            assertThat(tsla.real()).as("the second year").isPositive();
            assertThat(tsla.proxy()).as("the first year").isPositive();
        });
    }

    @Test
    void gatewayThatIsSilentIsAskedOnce() throws Exception {
        var feed = new ToldFeed(symbol -> new FetchResult.TimedOut("bars", Duration.ofMinutes(2), "Try again"));

        var report = download(feed, false);

        assertThat(feed.asked).containsExactly(Universe.SPY);
        assertThat(report.volatility().note().orElseThrow()).contains("SPY, TSLA");
    }

    @Test
    void gatewayThatIsGoneIsAskedOnceAndWhatIsStoredStays() throws Exception {
        download(new ToldFeed(symbol -> volatilityOf(symbol)), false);
        var gone = new ToldFeed(symbol -> new FetchResult.Disconnected("TWS has closed", "Start it again"));

        var report = download(gone, true);

        assertThat(gone.asked).containsExactly(Universe.SPY);
        assertThat(report.volatility().stored()).extracting(each -> each.symbol()).containsExactly("SPY", "TSLA");
        assertThat(report.volatility().note()).contains("No new implied volatility for SPY, TSLA; days without it get "
                + "an estimate. SPY: the connection was lost: TWS has closed. Start it again.");
    }

    @Test
    void gatewayThatWentAwayWithTheBarsIsNotAskedForVolatility() throws Exception {
        download(new ToldFeed(symbol -> volatilityOf(symbol)), false);
        var gone = new ToldFeed(symbol -> volatilityOf(symbol)) {
            @Override
            public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
                return instrument.symbol().equals(TSLA)
                        ? new FetchResult.Disconnected("TWS has closed", "Start it again")
                        : super.fetch(instrument, span, progress);
            }
        };

        var report = download(gone, true);

        assertThat(gone.asked()).isEmpty();
        assertThat(report.volatility().note().orElseThrow()).contains("TWS has closed");
    }

    private static FetchResult volatilityOf(Symbol symbol) {
        return new FetchResult.Bars(SyntheticMarket.of(42).impliedVolatility(symbol, TODAY.minusYears(2).plusDays(1),
                TODAY), CLOCK.instant());
    }

    @Test
    void damagedVolatilityIsFetchedAgainAndNeverPassedOverInSilence() throws Exception {
        var feed = new ToldFeed(symbol -> volatilityOf(symbol));
        download(feed, false);
        var store = new VolatilityStore(workspace().historical());
        byte[] before = Files.readAllBytes(store.file(TSLA));
        Files.delete(workspace().historical().resolve("TSLA_iv_daily_10y.json"));

        assertThatThrownBy(this::prepared).isInstanceOf(StageFailure.class)
                .hasMessageContaining("TSLA_iv_daily_10y.csv").hasMessageContaining("Download or import TSLA again");
        feed.asked.clear();
        download(feed, false);

        assertThat(feed.asked).containsExactly(TSLA);
        assertThat(store.file(TSLA)).hasBinaryContent(before);
    }

    @Test
    void switchedOffItIsNeitherDownloadedNorUsedAndOneNoteSaysSo() throws Exception {
        new VolatilityChoice(workspace()).choose(false);
        var feed = new ToldFeed(symbol -> volatilityOf(symbol));

        var report = download(feed, true);

        assertThat(feed.asked).isEmpty();
        assertThat(report.volatility().note().orElseThrow()).contains("switched off", "--implied-volatility on");
        assertThat(new VolatilityChoice(workspace()).isOn()).as("after the source was claimed too").isFalse();
        assertThat(sources()).containsOnly(IvSource.PROXY);
    }

    @Test
    void switchedOffLaterTheRowsThatAreThereKeepTheirs() throws Exception {
        LocalDate end = TODAY.minusMonths(4);
        download(new ToldFeed(symbol -> new FetchResult.Bars(
                SyntheticMarket.of(42).impliedVolatility(symbol, TODAY.minusYears(2).plusDays(1), TODAY),
                CLOCK.instant())) {
            @Override
            public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
                return new FetchResult.Bars(SyntheticMarket.of(42).bars(instrument.symbol(), TODAY.minusYears(2), end),
                        CLOCK.instant());
            }
        }, false);
        PotSamples first = prepared().dataset().samples();
        var before = lines(first);
        new VolatilityChoice(workspace()).choose(false);
        download(new ToldFeed(symbol -> volatilityOf(symbol)), false);

        PotSamples then = prepared().dataset().samples();

        assertThat(lines(then)).containsAll(before).hasSizeGreaterThan(before.size());
        assertThat(before).allMatch(line -> line.endsWith("REAL"));
        LocalDate newest = IntStream.range(0, first.rows()).mapToObj(first::date).max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(IntStream.range(0, then.rows()).filter(row -> then.date(row).isAfter(newest))
                .mapToObj(then::ivSource)).isNotEmpty().containsOnly(IvSource.PROXY);

        new VolatilityChoice(workspace()).choose(true);
        assertThat(sources()).as("what is stored counts again").containsOnly(IvSource.REAL);
    }

    private Stream<IvSource> sources() throws StageFailure {
        PotSamples samples = prepared().dataset().samples();
        return IntStream.range(0, samples.rows()).mapToObj(samples::ivSource);
    }

    private static List<String> lines(PotSamples samples) {
        return IntStream.range(0, samples.rows()).mapToObj(row -> samples.symbol(row) + " " + samples.date(row) + " "
                + samples.expiration(row) + " " + samples.strike(row) + " " + samples.ivSource(row)).toList();
    }

    @Test
    void whatIsStoredAndFreshIsNotAskedForAgain() throws Exception {
        var market = SyntheticMarket.of(42);
        var feed = new ToldFeed(symbol -> new FetchResult.Bars(
                market.impliedVolatility(symbol, TODAY.minusYears(2).plusDays(1), TODAY), CLOCK.instant()));
        download(feed, false);
        download(feed, false);
        assertThat(feed.asked).containsExactly(Universe.SPY, TSLA);

        download(feed, true);
        assertThat(feed.asked).hasSize(4);
    }

    @Test
    void folderOfFilesMayHoldVolatilityToo() throws IOException {
        Files.writeString(folder.resolve("SPY_IV.csv"), """
                date,open,high,low,close
                2024-12-30,0.15,0.16,0.15,0.155
                2024-12-31,0.155,0.16,0.15,0.16
                """);
        try (var feed = new CsvFeed(folder, CLOCK)) {
            assertThat(feed.fetchVolatility(Universe.instrument(Universe.SPY), 10, Progress.none()))
                    .isInstanceOfSatisfying(FetchResult.Bars.class, bars -> assertThat(bars.bars()).hasSize(2));
            assertThat(feed.fetchVolatility(Universe.instrument(TSLA), 10, Progress.none()))
                    .isInstanceOfSatisfying(FetchResult.NoData.class,
                            none -> assertThat(none.text()).contains("TSLA_IV.csv"));
        }
    }
}

package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.history.BarStore;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.OptionOrigin;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSamples;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a snapshot on the demo gateway, over the clock moved past its expirations, to rows of the training set.
class ChainToTrainingSetTest {
    private static final LocalDate QUOTED = LocalDate.of(2024, 9, 20);
    private static final LocalDate HALFWAY = LocalDate.of(2024, 10, 15);
    private static final LocalDate EXPIRED = LocalDate.of(2024, 12, 31);
    private static final PipelineSettings SETTINGS = PipelineSettings.defaults()
            .withSymbols(List.of(Universe.SPY, Universe.VIX)).withSamplesPerSymbol(200).withYears(2);

    @TempDir
    Path folder;

    private Workspace workspace() {
        return Workspace.at(folder);
    }

    private static Clock noonAfter(LocalDate day) {
        return Clock.fixed(day.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static FeedChoice demo(LocalDate today) {
        return new FeedChoice.Demo(Optional.empty(), Optional.of(today));
    }

    private ChainManifest snapshot() throws Exception {
        try (var gateway = new Feeds(noonAfter(QUOTED)).openOptions(demo(QUOTED))) {
            return new ChainSnapshots(workspace(), gateway)
                    .run(List.of(Universe.SPY), true, RunContext.unwatched()).taken().getFirst();
        }
    }

    private PotDataset prepared(LocalDate today, double share) throws Exception {
        try (BarFeed feed = new Feeds(noonAfter(today)).open(demo(today))) {
            new Download(workspace(), feed, noonAfter(today)).run(SETTINGS.symbols(), 2, false, RunContext.unwatched())
                    .orFail();
        }
        return new PreparePot(workspace()).run(SETTINGS.withRealShare(share), RunContext.unwatched()).dataset();
    }

    private static int[] real(PotSamples samples) {
        return IntStream.range(0, samples.rows()).filter(row -> samples.origin(row) == OptionOrigin.REAL).toArray();
    }

    @Test
    void snapshotBecomesLabelledRowsOnceItsOptionsHaveExpired() throws Exception {
        ChainManifest manifest = snapshot();
        assertThat(manifest.counts().quoted()).isPositive();
        assertThat(prepared(QUOTED, 1).samples().realOptions()).as("none has expired").isZero();

        PotSamples early = prepared(HALFWAY, 1).samples();
        assertThat(real(early)).isNotEmpty().hasSizeLessThan(manifest.counts().quoted());

        PotDataset late = prepared(EXPIRED, 1);
        int[] rows = real(late.samples());
        assertThat(rows).as("all have expired").hasSize(manifest.counts().quoted());
        assertOutcomesAreThoseOfTheBars(late.samples(), rows);
        assertVolatilitiesAreThoseQuoted(late, rows, manifest);
        assertThat(PotDataset.read(workspace().historical()).samples().realOptions()).isEqualTo(rows.length);
    }

    private void assertOutcomesAreThoseOfTheBars(PotSamples samples, int[] rows) throws Exception {
        BarSeries bars = new BarStore(workspace().historical()).load(Universe.SPY);
        int touched = 0;
        for (int row : rows) {
            assertThat(samples.date(row)).isEqualTo(QUOTED);
            boolean expected = false;
            for (int bar = bars.indexOf(QUOTED) + 1; bar <= bars.indexAtOrBefore(samples.expiration(row)); bar++) {
                expected |= samples.right(row) == OptionRight.CALL
                        ? bars.high(bar) >= samples.strike(row)
                        : bars.low(bar) <= samples.strike(row);
            }
            assertThat(samples.touched(row)).isEqualTo(expected);
            touched += expected ? 1 : 0;
        }
        assertThat(touched).isBetween(1, rows.length - 1);
    }

    private void assertVolatilitiesAreThoseQuoted(PotDataset dataset, int[] rows, ChainManifest manifest)
            throws Exception {
        List<Float> quoted = new ChainStore(workspace().historical()).rows(manifest).stream().map(ChainRow::quote)
                .map(quote -> (float) quote.greeks().impliedVolatility()).toList();
        for (int row : rows) {
            assertThat(quoted).contains(dataset.set().features().get(row, 3));
        }
    }

    @Test
    void shareOfRealOptionsIsAdjustable() throws Exception {
        int all = snapshot().counts().quoted();

        int half = prepared(EXPIRED, 0.5).samples().realOptions();
        assertThat(half).isBetween(all / 4, 3 * all / 4);
        assertThat(prepared(EXPIRED, 0).samples().realOptions()).isZero();
    }

    @Test
    void snapshotsOfOtherSymbolsAreNotTouched() throws Exception {
        snapshot();

        var found = new ExpiredOptions(workspace().historical()).of(new DataSource(DataSource.Kind.DEMO, "42"),
                BarSeries.of(Symbol.of("AMD"), List.of(DailyBar.of(EXPIRED, "1", "1", "1", "1", "1"))), List.of());

        assertThat(found.options()).isEmpty();
    }
}

package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.history.SavedBars.Rejected;
import io.tidemark.history.SavedBars.Stored;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.DataSource.Kind;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarStoreTest {
    private static final Symbol SPY = Universe.SPY;
    private static final DailyBar THURSDAY = DailyBar.of(LocalDate.of(2026, 11, 19), "660.12", "664.90", "658.03",
            "663.75", "51234567");
    private static final DailyBar FRIDAY = DailyBar.of(LocalDate.of(2026, 11, 20), "663.80", "667.25", "661.40",
            "665.10", "48120034.5");

    @TempDir
    private Path root;
    private Path folder;
    private BarStore store;

    @BeforeEach
    void openStore() {
        folder = root.resolve("data/historical");
        store = new BarStore(folder);
    }

    private static Provenance from(DataSource source) {
        return new Provenance(source, "TRADES", true, VolumeUnit.SHARES, Instant.parse("2026-11-22T15:00:00Z"));
    }

    private static Provenance fromTws() {
        return from(new DataSource(Kind.TWS, "127.0.0.1:7497"));
    }

    private SavedBars save(DailyBar... bars) throws IOException {
        return store.save(SPY, List.of(bars), fromTws());
    }

    @Test
    void writesTheAgreedFormWithExactDecimals() throws IOException {
        save(THURSDAY, FRIDAY);

        assertThat(Files.readString(folder.resolve("SPY_daily_10y.csv"))).isEqualTo("""
                date,open,high,low,close,volume
                2026-11-19,660.12,664.90,658.03,663.75,51234567
                2026-11-20,663.80,667.25,661.40,665.10,48120034.5
                """);
    }

    @Test
    void writesNumbersPlainlyHoweverTheyArrived() throws IOException {
        save(DailyBar.of(THURSDAY.date(), "1E+2", "2.50e2", "1e-2", "99.990", "1.5E7"));

        assertThat(Files.readString(store.file(SPY))).endsWith("\n2026-11-19,100,250,0.01,99.990,15000000\n");
    }

    @Test
    void loadsWhatWasSaved() throws IOException {
        save(THURSDAY, FRIDAY);

        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY, FRIDAY);
        var series = store.load(SPY);
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.date(1)).isEqualTo("2026-11-20");
        assertThat(series.open(0)).isEqualTo(660.12);
        assertThat(series.high(1)).isEqualTo(667.25);
        assertThat(series.low(0)).isEqualTo(658.03);
        assertThat(series.close(1)).isEqualTo(665.10);
        assertThat(series.volume(1)).isEqualTo(48120034.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyGoodBarsComeBackToTheLastDigit(long seed) throws IOException {
        List<DailyBar> bars = randomBars(new Random(seed));

        assertThat(store.save(SPY, bars, fromTws())).isInstanceOf(Stored.class);

        assertThat(store.loadExact(SPY)).isEqualTo(bars);
    }

    /// Bars of every magnitude and scale; `equals` of BigDecimal tells 1.50 from 1.5.
    private static List<DailyBar> randomBars(Random random) {
        List<DailyBar> bars = new ArrayList<>();
        LocalDate date = LocalDate.of(1999, 1, 4);
        while (bars.size() < 500) {
            int scale = random.nextInt(9);
            long low = 1 + random.nextLong(1L << random.nextInt(1, 50));
            long height = random.nextLong(1L << random.nextInt(1, 50));
            bars.add(new DailyBar(date, BigDecimal.valueOf(low + random.nextLong(height + 1), scale),
                    BigDecimal.valueOf(low + height, scale), BigDecimal.valueOf(low, scale),
                    BigDecimal.valueOf(low + random.nextLong(height + 1), scale),
                    BigDecimal.valueOf(random.nextLong(1L << 40), random.nextInt(3))));
            date = date.plusDays(date.getDayOfWeek().getValue() == 5 ? 3 : 1);
        }
        return bars;
    }

    @Test
    void manifestTellsWhereTheBarsComeFrom() throws Exception {
        var saved = (Stored) save(THURSDAY, FRIDAY);

        String fingerprint = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("SPY_daily_10y.csv"))));
        assertThat(Files.readString(folder.resolve("SPY_daily_10y.json"))).isEqualTo("""
                {
                  "fetchedAt" : "2026-11-22T15:00:00Z",
                  "firstDate" : "2026-11-19",
                  "format" : 1,
                  "generation" : 1,
                  "lastDate" : "2026-11-20",
                  "regularHours" : true,
                  "rows" : 2,
                  "sha256" : "%s",
                  "source" : {
                    "detail" : "127.0.0.1:7497",
                    "kind" : "TWS"
                  },
                  "symbol" : "SPY",
                  "volumeUnit" : "SHARES",
                  "whatToShow" : "TRADES"
                }
                """.formatted(fingerprint));
        assertThat(store.manifest(SPY)).contains(saved.manifest());
        assertThat(saved.manifest().provenance()).isEqualTo(fromTws());
        assertThat(saved.findings()).isEmpty();
    }

    @Test
    void nothingButThePairIsLeftInTheFolder() throws IOException {
        save(THURSDAY);
        save(THURSDAY, FRIDAY);

        assertThat(folder).isDirectoryContaining(file -> file.endsWith("SPY_daily_10y.csv"))
                .isDirectoryContaining(file -> file.endsWith("SPY_daily_10y.json"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void badBarRejectsAllAndTheOldFilesStay() throws IOException {
        save(THURSDAY);
        String csv = Files.readString(store.file(SPY));

        SavedBars saved = save(THURSDAY,
                DailyBar.of(FRIDAY.date(), "663.80", "660.00", "661.40", "665.10", "48120034.5"));

        assertThat(saved).isInstanceOfSatisfying(Rejected.class,
                rejected -> assertThat(rejected.sentence())
                        .isEqualTo("SPY: not stored, because of a bad bar: 2026-11-20: its high is below its low or "
                                + "close (open 663.80, high 660.00, low 661.40, close 665.10). "
                                + "What was stored before stays as it is."));
        assertThat(store.file(SPY)).hasContent(csv);
        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY);
    }

    @Test
    void unfinishedBarIsNeverStored() throws IOException {
        var during = new Provenance(fromTws().source(), "TRADES", true, VolumeUnit.SHARES,
                Instant.parse("2026-11-20T15:00:00Z"));

        assertThat(store.save(SPY, List.of(THURSDAY, FRIDAY), during)).isInstanceOfSatisfying(Rejected.class,
                rejected -> assertThat(rejected.problems()).singleElement()
                        .hasToString("2026-11-20: was not final when fetched at 2026-11-20T15:00:00Z"));
        assertThat(store.has(SPY)).isFalse();
        assertThat(store.save(SPY, FinalBars.of(List.of(THURSDAY, FRIDAY), during.fetchedAt()), during))
                .isInstanceOf(Stored.class);
        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY);
    }

    @Test
    void manyProblemsAreSummedUp() {
        var problems = new ArrayList<BarProblem>();
        for (int day = 1; day <= 5; day++) {
            problems.add(new BarProblem(BarProblem.Kind.WEEKEND, true, LocalDate.of(2026, 11, day), "is bad"));
        }
        assertThat(new Rejected(SPY, problems).sentence()).isEqualTo("SPY: not stored, because of bad bars: "
                + "2026-11-01: is bad; 2026-11-02: is bad; 2026-11-03: is bad; and 2 more. "
                + "What was stored before stays as it is.");
    }

    @Test
    void refusesToStoreNothing() {
        assertThatThrownBy(() -> save()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("SPY");
    }

    @Test
    void demoBarsNeverReplaceRealOnes() throws IOException {
        save(THURSDAY);

        assertThatThrownBy(() -> store.save(SPY, List.of(FRIDAY), from(new DataSource(Kind.DEMO, "42"))))
                .isInstanceOf(BarFileException.class).hasMessageContaining("tws:127.0.0.1:7497")
                .hasMessageContaining("demo:42").hasMessageContaining("another workspace");
        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY);
    }

    @Test
    void symbolsDoNotMix() throws IOException {
        save(THURSDAY);
        store.save(Symbol.of("BRK.B"), List.of(FRIDAY), fromTws());

        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY);
        assertThat(store.loadExact(Symbol.of("BRK.B"))).containsExactly(FRIDAY);
        assertThat(store.has(Symbol.of("BRK"))).isFalse();
    }

    @Test
    void storesIndexOddityAndTellsOfIt() throws IOException {
        DailyBar odd = DailyBar.of(THURSDAY.date(), "15.50", "15.40", "14.90", "15.10", "0");

        assertThat(store.save(Universe.VIX, List.of(odd), fromTws())).isInstanceOfSatisfying(Stored.class,
                stored -> assertThat(stored.findings()).singleElement().hasToString(
                        "2026-11-19: its high is below its open (open 15.50, high 15.40, low 14.90, close 15.10)"));
        assertThat(store.loadExact(Universe.VIX)).containsExactly(odd);
    }

    @Test
    void missingBarsAreSaidToBeMissing() {
        assertThat(store.has(SPY)).isFalse();
        assertThat(store.manifest(SPY)).isEmpty();
        assertThatThrownBy(() -> store.load(SPY)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("SPY_daily_10y.csv").hasMessageContaining("no bars of SPY")
                .hasMessageContaining("download");
    }

    @Test
    void correctionsAreListedForGood() throws IOException {
        save(THURSDAY, FRIDAY);
        var first = new Correction(THURSDAY.date(), "close", Optional.of(THURSDAY.close()), new BigDecimal("660.00"));
        var second = new Correction(FRIDAY.date(), "volume", Optional.empty(), BigDecimal.TEN);

        store.grow(SPY, new Continuation.Grown(List.of(THURSDAY, FRIDAY), 0, List.of(first)), fromTws());
        store.grow(SPY, new Continuation.Grown(List.of(THURSDAY, FRIDAY), 0, List.of(second)), fromTws());

        assertThat(store.revisions(SPY).file()).hasContent("""
                symbol,date,fetched_at,field,before,after
                SPY,2026-11-19,2026-11-22T15:00:00Z,close,663.75,660.00
                SPY,2026-11-20,2026-11-22T15:00:00Z,volume,,10
                """);
    }

    @Test
    void correctionsAreNotAddedToADamagedList() throws IOException {
        save(THURSDAY, FRIDAY);
        var correction = new Correction(FRIDAY.date(), "close", Optional.of(BigDecimal.ONE), BigDecimal.TEN);
        var grown = new Continuation.Grown(List.of(THURSDAY, FRIDAY), 0, List.of(correction));
        store.grow(SPY, grown, fromTws());
        Path list = store.revisions(SPY).file();
        String half = Files.readString(list).substring(0, 60);
        Files.writeString(list, half);

        assertThatThrownBy(() -> store.grow(SPY, grown, fromTws())).isInstanceOf(BarFileException.class)
                .hasMessageContaining("SPY_revisions.csv, line 2").hasMessageContaining("tidemark repair");

        assertThat(list).hasContent(half);
        assertThat(store.loadExact(SPY)).containsExactly(THURSDAY, FRIDAY);
    }

    @Test
    void theArchiveTellsByWhatFormerPricesAreToBeDivided() throws IOException {
        save(THURSDAY);
        store.replacePast(SPY, List.of(THURSDAY), fromTws(), Optional.of(SplitRatio.near(4)));
        store.replacePast(SPY, List.of(THURSDAY), fromTws(), Optional.empty());
        store.replacePast(SPY, List.of(THURSDAY), fromTws(), Optional.of(SplitRatio.near(10)));

        assertThat(store.splits(SPY)).extracting(SplitRatio::value).containsExactly(10.0, 10.0, 40.0);
        assertThat(store.splits(SPY)).allMatch(SplitRatio::isExact);
        assertThat(SplitRatio.near(1.731).isExact()).isFalse();
    }

    @Test
    void anotherPastLeavesTheOneBeforeInTheArchive() throws IOException {
        save(THURSDAY);
        String before = Files.readString(store.file(SPY));
        SplitRatio ratio = SplitRatio.near(2);

        store.replacePast(SPY, List.of(ratio.restate(THURSDAY)), fromTws(), Optional.of(ratio));
        var last = (Stored) store.replacePast(SPY, List.of(FRIDAY), fromTws(), Optional.empty());

        assertThat(last.manifest().generation()).isEqualTo(3);
        assertThat(store.loadExact(SPY)).containsExactly(FRIDAY);
        assertThat(folder.resolve("archive/0001/SPY_daily_10y.csv")).hasContent(before);
        var second = new BarStore(folder.resolve("archive/0002"));
        assertThat(second.loadExact(SPY).getFirst().close()).isEqualTo("331.8750");
        assertThat(second.manifest(SPY).orElseThrow().split()).contains(ratio);
        assertThat(((Stored) save(THURSDAY, FRIDAY)).manifest().generation()).isEqualTo(3);
    }

    @Test
    void damagedFilesAreArchivedTooWhenAnotherPastReplacesThem() throws IOException {
        save(THURSDAY);
        Files.writeString(store.file(SPY), "date,open\n");
        Files.delete(folder.resolve("SPY_daily_10y.json"));

        store.replacePast(SPY, List.of(FRIDAY), fromTws(), Optional.empty());

        assertThat(folder.resolve("archive/0001/SPY_daily_10y.csv.damaged")).hasContent("date,open\n");
        assertThat(BarArchive.in(folder).pasts()).as("nobody takes it for bars").isEmpty();
        assertThat(BarArchive.in(folder).missing("SPY", 2)).isEmpty();
        assertThat(store.loadExact(SPY)).containsExactly(FRIDAY);
    }

    @Test
    void barsThatAreGoneAreMissedAsLongAsTheirManifestIsThere() throws IOException {
        save(THURSDAY, FRIDAY);
        Files.delete(store.file(SPY));

        assertThatThrownBy(() -> store.loadExact(SPY)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("is gone, with 2 bars").hasMessageContaining("Download or import SPY again");
    }
}

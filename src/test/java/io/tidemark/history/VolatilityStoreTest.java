package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolatilityStoreTest {
    private static final DataSource TWS = new DataSource(DataSource.Kind.TWS, "127.0.0.1:7497");
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @TempDir
    Path folder;

    private VolatilityStore store() {
        return new VolatilityStore(folder);
    }

    private static DailyBar day(int dayOfJune, String value) {
        return DailyBar.of(LocalDate.of(2024, 6, dayOfJune), value, value, value, value, "-1");
    }

    @Test
    void keepsWhatItWasGivenAndSaysWhereItCameFrom() throws IOException {
        assertThat(store().save(Universe.SPY, List.of(day(3, "0.1234"), day(4, "0.13")), TWS, NOW))
                .isInstanceOf(SavedBars.Stored.class);

        assertThat(store().load(Universe.SPY).closes()).containsExactly(0.1234, 0.13);
        var manifest = store().manifest(Universe.SPY).orElseThrow();
        assertThat(manifest.whatToShow()).isEqualTo("OPTION_IMPLIED_VOLATILITY");
        assertThat(manifest.source()).isEqualTo(TWS);
        assertThat(folder.resolve("SPY_iv_daily_10y.csv")).isRegularFile();
        assertThat(new BarStore(folder).has(Universe.SPY)).as("they are no prices").isFalse();
    }

    @Test
    void dayThatCannotBeIsLeftOutAndTheOthersAreKept() throws IOException {
        var saved = store().save(Universe.SPY, List.of(day(3, "0.12"), day(4, "0"), day(5, "0.13")), TWS, NOW);

        assertThat(saved).isInstanceOfSatisfying(SavedBars.Stored.class,
                stored -> assertThat(stored.findings()).extracting(BarProblem::date)
                        .containsExactly(LocalDate.of(2024, 6, 4)));
        assertThat(store().load(Universe.SPY).closes()).containsExactly(0.12, 0.13);
        assertThat(store().save(Universe.SPY, List.of(day(6, "0")), TWS, NOW))
                .isInstanceOf(SavedBars.Rejected.class);
        assertThat(store().load(Universe.SPY).size()).isEqualTo(2);
    }

    @Test
    void daysOutsideAShorterDownloadAreKept() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12"), day(4, "0.13"), day(5, "0.14")), TWS, NOW);
        store().save(Universe.SPY, List.of(day(5, "0.15"), day(6, "0.16")), TWS, NOW);

        assertThat(store().load(Universe.SPY).closes()).containsExactly(0.12, 0.13, 0.15, 0.16);
    }

    @Test
    void demoVolatilityDoesNotJoinRealOne() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12")), TWS, NOW);

        assertThatThrownBy(() -> store().save(Universe.SPY, List.of(day(4, "0.13")),
                new DataSource(DataSource.Kind.DEMO, "42"), NOW)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("use another workspace");
        assertThat(store().load(Universe.SPY).size()).isEqualTo(1);
    }

    @Test
    void changedFileIsRefused() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12")), TWS, NOW);
        Path file = store().file(Universe.SPY);
        Files.writeString(file, Files.readString(file).replace("0.12", "0.99"));

        assertThatThrownBy(() -> store().load(Universe.SPY)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("Download or import");
    }

    @Test
    void whatALaterDownloadChangesIsKeptAsARevision() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12"), day(5, "0.14")), TWS, NOW);
        store().save(Universe.SPY, List.of(day(3, "0.12"), day(4, "0.13"), day(5, "0.15")), TWS, NOW.plusSeconds(60));

        assertThat(store().load(Universe.SPY).closes()).containsExactly(0.12, 0.13, 0.15);
        assertThat(folder.resolve("SPY_iv_revisions.csv")).hasContent("""
                symbol,date,fetched_at,field,before,after
                SPY,2024-06-05,2026-11-22T15:01:00Z,open,0.14,0.15
                SPY,2024-06-05,2026-11-22T15:01:00Z,high,0.14,0.15
                SPY,2024-06-05,2026-11-22T15:01:00Z,low,0.14,0.15
                SPY,2024-06-05,2026-11-22T15:01:00Z,close,0.14,0.15
                SPY,2024-06-04,2026-11-22T15:01:00Z,close,,0.13
                """);
        assertThat(store().revisions(Universe.SPY).count()).isEqualTo(5);
    }

    @Test
    void sameValuesAgainChangeNoFile() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12"), day(4, "0.13")), TWS, NOW);
        byte[] manifest = Files.readAllBytes(folder.resolve("SPY_iv_daily_10y.json"));
        store().save(Universe.SPY, List.of(day(4, "0.130")), TWS, NOW.plusSeconds(60));

        assertThat(folder.resolve("SPY_iv_daily_10y.json")).hasBinaryContent(manifest);
        assertThat(folder.resolve("SPY_iv_revisions.csv")).doesNotExist();
    }

    @Test
    void damagedFilesAreKeptWhenAnotherDownloadTakesTheirPlace() throws IOException {
        store().save(Universe.SPY, List.of(day(3, "0.12"), day(4, "0.13")), TWS, NOW);
        Files.writeString(store().file(Universe.SPY), "date,open\n");
        assertThat(store().isWhole(Universe.SPY)).isFalse();

        store().save(Universe.SPY, List.of(day(4, "0.13"), day(5, "0.14")), TWS, NOW);

        assertThat(store().load(Universe.SPY).closes()).containsExactly(0.13, 0.14);
        assertThat(folder.resolve("archive/0001/SPY_iv_daily_10y.csv.damaged")).hasContent("date,open\n");
        assertThat(store().manifest(Universe.SPY).orElseThrow().generation()).isEqualTo(2);
    }
}

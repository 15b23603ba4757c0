package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.history.SavedBars.Stored;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody edited, cut or lost: each is refused in words, and storing again heals it.
class BarDamageTest {
    @TempDir
    private Path folder;
    private BarStore store;
    private Path csv;
    private Path manifest;

    @BeforeEach
    void storeTenBars() throws IOException {
        store = new BarStore(folder);
        store.save(Universe.SPY, Bars.ascending(10, 100), Bars.FROM_TWS);
        csv = folder.resolve("SPY_daily_10y.csv");
        manifest = folder.resolve("SPY_daily_10y.json");
    }

    private void assertRefused(int line, String... words) {
        assertThatThrownBy(() -> store.load(Universe.SPY)).isInstanceOfSatisfying(BarFileException.class, error -> {
            assertThat(error.file()).isEqualTo(csv);
            assertThat(error.line()).isEqualTo(line);
        }).hasMessageContaining(csv.toString()).hasMessageContainingAll(words)
                .hasMessageContaining("Download or import SPY again; it replaces the file");
        assertThat(heal()).isInstanceOf(Stored.class);
    }

    private SavedBars heal() {
        try {
            SavedBars saved = store.save(Universe.SPY, Bars.ascending(12, 100), Bars.FROM_TWS);
            assertThat(store.loadExact(Universe.SPY)).isEqualTo(Bars.ascending(12, 100));
            return saved;
        } catch (IOException e) {
            throw new AssertionError("storing again must heal", e);
        }
    }

    @Test
    void changedPrice() throws IOException {
        Files.writeString(csv, Files.readString(csv).replace(",105,", ",106,"));

        assertRefused(0, "was changed after it was written", "it still has 10 bars, but not the same ones");
    }

    @Test
    void lineTakenOut() throws IOException {
        Files.writeString(csv, Files.readString(csv).replaceFirst("2020-01-07.*\n", ""));

        assertRefused(0, "it has 9 bars and had 10");
    }

    @Test
    void cutInsideALine() throws IOException {
        String text = Files.readString(csv);
        Files.writeString(csv, text.substring(0, text.length() - 12));

        assertRefused(11, "fields where the header has 6", "The file is not the one that was written");
    }

    @Test
    void cutInsideTheLastNumber() throws IOException {
        String text = Files.readString(csv);
        Files.writeString(csv, text.substring(0, text.length() - 3));

        assertRefused(11, "ends in the middle of this line");
    }

    @Test
    void cutToNothing() throws IOException {
        Files.writeString(csv, "");

        assertRefused(0, "is empty");
    }

    @Test
    void letterInANumber() throws IOException {
        Files.writeString(csv, Files.readString(csv).replace("104,105,103,104", "104,1O5,103,104"));

        assertRefused(6, "the high is '1O5', which is not a number");
    }

    @Test
    void headerTakenOut() throws IOException {
        Files.writeString(csv, Files.readString(csv).substring("date,open,high,low,close,volume\n".length()));

        assertRefused(1, "the header names no column 'date'");
    }

    @Test
    void manifestLost() throws IOException {
        Files.delete(manifest);

        assertThat(store.has(Universe.SPY)).isFalse();
        assertRefused(0, "has no manifest beside it");
    }

    @Test
    void manifestCutOff() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).substring(0, 40));

        assertThat(store.manifest(Universe.SPY)).isEmpty();
        assertRefused(0, "its manifest cannot be used", "SPY_daily_10y.json, line ");
    }

    @Test
    void manifestWithoutFingerprint() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"sha256\".*\n", ""));

        assertRefused(0, "a field of the manifest is missing");
    }

    @Test
    void manifestOfANewerProgram() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));

        assertRefused(0, "written by a newer Tidemark");
    }

    @Test
    void csvLost() throws IOException {
        Files.delete(csv);

        assertThat(store.has(Universe.SPY)).isFalse();
        assertThatThrownBy(() -> store.load(Universe.SPY)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("SPY_daily_10y.csv: is gone, with 10 bars");
        assertThat(heal()).isInstanceOf(Stored.class);
    }

    @Test
    void anySingleFlippedBitIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(csv);
        var random = new Random(20);
        for (int round = 0; round < 200; round++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(csv, flipped);

            assertThatThrownBy(() -> store.load(Universe.SPY)).isInstanceOf(BarFileException.class);
        }
        Files.write(csv, whole);
        assertThat(store.load(Universe.SPY).size()).isEqualTo(10);
    }

    @Test
    void anyCutIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(csv);
        for (int length = 0; length < whole.length; length++) {
            Files.write(csv, java.util.Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> store.load(Universe.SPY)).isInstanceOf(BarFileException.class);
        }
    }
}

package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.DatasetManifest.Origin;
import io.tidemark.market.DataSource;
import io.tidemark.storage.Deaths;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFilesTest {
    private static final Origin ORIGIN = Origin.of(DataSource.parse("demo:42"), Map.of("seed", 7, "horizon", 0),
            Map.of("SPY_daily_10y.csv", "ab12"));

    @TempDir
    private Path folder;
    private DatasetFiles files;

    @BeforeEach
    void names() {
        files = DatasetFiles.regime(folder);
    }

    @Test
    void aSavedSetIsLoadedWithItsManifest() throws IOException {
        DatasetManifest written = files.save(NpzTest.sample(), ORIGIN);

        DatasetFiles.Loaded loaded = files.load();

        assertThat(loaded.manifest()).isEqualTo(written);
        assertThat(loaded.set().labels()).containsExactly(4, 0, 3);
        assertThat(Files.readString(files.names())).isEqualTo("vix\nrsi_14\nété\n");
        assertThat(folder).isDirectoryContaining("glob:**regime_training_data.npz")
                .isDirectoryContaining("glob:**regime_feature_names.txt");
    }

    @Test
    void theManifestTellsRowsDatesLabelsAndHashes() throws IOException {
        DatasetManifest manifest = files.save(NpzTest.sample(), ORIGIN);

        assertThat(manifest.rows()).isEqualTo(3);
        assertThat(manifest.firstDate()).isEqualTo("2020-03-16");
        assertThat(manifest.lastDate()).isEqualTo("2024-12-31");
        assertThat(manifest.labels()).containsExactly(Map.entry(0, 1), Map.entry(3, 1), Map.entry(4, 1));
        assertThat(manifest.files()).containsOnlyKeys("regime_training_data.npz", "regime_feature_names.txt");
        assertThat(manifest.origin().source()).isEqualTo("demo:42");
    }

    @Test
    void theSameSetGivesTheSameManifestBytes() throws IOException {
        files.save(NpzTest.sample(), ORIGIN);
        byte[] once = Files.readAllBytes(files.manifest());
        files.save(NpzTest.sample(), ORIGIN);

        assertThat(files.manifest()).hasBinaryContent(once);
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        files.save(NpzTest.sample(), ORIGIN);
        Files.writeString(files.names(), "vix\nrsi_14\nother\n");

        assertThatThrownBy(() -> files.load()).isInstanceOf(IOException.class)
                .hasMessageContaining("regime_feature_names.txt is not the file")
                .hasMessageEndingWith("Prepare the training data again.");
    }

    @Test
    void dataNewerThanItsManifestIsRefused() throws IOException {
        files.save(NpzTest.sample(), ORIGIN);
        Npz.write(files.data(), new TrainingSet(FeatureMatrix.of(List.of("a"), new float[1]), new int[1],
                new int[]{20240102}));

        assertThatThrownBy(() -> files.load()).hasMessageContaining("regime_training_data.npz is not the file");
    }

    @Test
    void aCompanionIsVouchedForToo() throws IOException {
        Path samples = folder.resolve("pot_samples.csv");
        DatasetFiles pot = DatasetFiles.pot(folder);
        pot.save(NpzTest.sample(), ORIGIN, text(samples, "symbol\nSPY\n"));
        Files.delete(samples);

        assertThatThrownBy(pot::load).hasMessageContaining("pot_samples.csv is missing");
    }

    private static DatasetFiles.Companion text(Path file, String text) {
        return new DatasetFiles.Companion(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void deathAtAnyMomentLeavesOneWholeSet() throws Exception {
        Path samples = folder.resolve("pot_samples.csv");
        DatasetFiles pot = DatasetFiles.pot(folder);
        Deaths.Work older = () -> pot.save(NpzTest.sample(), ORIGIN, text(samples, "older"));
        Deaths.Work newer = () -> pot.save(NpzTest.sample(), ORIGIN, text(samples, "newer"));
        int changes = Deaths.changesOf(older).size();
        for (int death = 1; death <= changes; death++) {
            older.run();
            Deaths.before(death, newer);

            String seen = pot.load((loaded, view) -> Files.readString(view.of(samples)));
            Journal.within(folder).recover();

            assertThat(seen).as("before change %d", death).isIn("older", "newer");
            assertThat(samples).hasContent(seen);
            assertThat(pot.load().set().rows()).isEqualTo(3);
        }
    }

    @Test
    void withoutPreparationTheAdviceIsToPrepare() {
        assertThatThrownBy(() -> files.load()).isInstanceOf(IOException.class)
                .hasMessageEndingWith("regime_training_data.npz.json is missing. Prepare the training data first.");
    }

    @Test
    void aManifestWithoutItsPartsIsNotReadable() throws IOException {
        Files.writeString(files.manifest(), "{\"format\": 1}");

        assertThatThrownBy(() -> files.load()).isInstanceOf(IOException.class)
                .hasMessageContaining("regime_training_data.npz.json").hasMessageContaining("is not readable");
    }

    @Test
    void aManifestOfAnotherFormatIsRefused() throws IOException {
        files.save(NpzTest.sample(), ORIGIN);
        String text = Files.readString(files.manifest());
        Files.writeString(files.manifest(), text.replace("\"format\" : 1", "\"format\" : 2"));

        assertThatThrownBy(() -> files.load()).hasMessageContaining("has format 2, this version reads 1");
    }

    @Test
    void anEmptySetIsNotKept() {
        var empty = new TrainingSet(FeatureMatrix.of(List.of("a"), new float[0]), new int[0], new int[0]);

        assertThatThrownBy(() -> files.save(empty, ORIGIN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(files.data()).doesNotExist();
    }
}

package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The `resources` were written by numpy 1.24; the header in bytes is from the description of the format.
class NpzTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        TrainingSet set = sample();
        Path file = folder.resolve("a.npz");

        Npz.write(file, set);

        TrainingSet back = Npz.readTrainingSet(file);
        assertThat(back.features().names()).isEqualTo(set.features().names());
        assertThat(back.features().sharedValues()).isEqualTo(set.features().sharedValues());
        assertThat(back.labels()).isEqualTo(set.labels());
        assertThat(back.dates()).isEqualTo(set.dates());
    }

    @Test
    void theSameSetGivesTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Npz.write(folder.resolve("a.npz"), sample());
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Npz.write(folder.resolve("b.npz"), sample());
        } finally {
            TimeZone.setDefault(here);
        }

        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @Test
    void nothingInTheZipDependsOnTheDayOrTheCompressor() throws IOException {
        Npz.write(folder.resolve("a.npz"), sample());

        try (var zip = new ZipFile(folder.resolve("a.npz").toFile())) {
            assertThat(zip.stream()).allSatisfy(entry -> {
                assertThat(entry.getTimeLocal()).isEqualTo("1980-02-01T00:00:00");
                assertThat(entry.getExtra()).isNull();
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            });
        }
    }

    @Test
    void anArrayIsLaidOutAsNumpyDescribesIt() {
        byte[] npy = NpyArrays.ints(new int[]{1, -2});

        String text = new String(npy, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("\u0093NUMPY\u0001\u0000")
                .contains("{'descr': '<i4', 'fortran_order': False, 'shape': (2,)");
        assertThat((npy[8] & 0xff) + 256 * (npy[9] & 0xff) + 10).as("header length").isEqualTo(npy.length - 8);
        assertThat((npy.length - 8) % 64).as("alignment of the data").isZero();
        assertThat(HexFormat.of().formatHex(npy, npy.length - 8, npy.length)).isEqualTo("01000000feffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy_savez.npz", "numpy_savez_compressed.npz"})
    void whatNumpyWroteIsRead(String name) throws IOException {
        TrainingSet set = Npz.readTrainingSet(resource(name));

        assertThat(set.features().names()).containsExactly("vix", "return_20", "été");
        assertThat(set.features().sharedValues()).containsExactly(1.5f, -2.25f, Float.NaN, 3e-8f, 4096f, 0.1f);
        assertThat(set.labels()).containsExactly(4, 0);
        assertThat(set.dates()).containsExactly(20200316, 20241231);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy_column_major.npz", "numpy_float64.npz"})
    void anotherLayoutIsRefusedNotMisread(String name) {
        assertThatThrownBy(() -> Npz.readTrainingSet(resource(name))).isInstanceOf(IOException.class)
                .hasMessageContaining(name).hasMessageContaining("array X")
                .hasMessageContaining("expected little-endian f4, row-major, shape [2, 3]");
    }

    @Test
    void aSetWithoutRowsKeepsItsColumns() throws IOException {
        Path file = folder.resolve("empty.npz");

        Npz.write(file, new TrainingSet(FeatureMatrix.of(List.of("a", "b"), new float[0]), new int[0], new int[0]));

        assertThat(Npz.readTrainingSet(file).features().names()).containsExactly("a", "b");
        assertThat(Npz.readTrainingSet(file).rows()).isZero();
    }

    @Test
    void oneFlippedBitAnywhereIsNoticed() throws IOException {
        Path file = folder.resolve("a.npz");
        Npz.write(file, sample());
        byte[] good = Files.readAllBytes(file);
        for (int i = indexOfBody(good); i < indexOfBody(good) + 24; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file, bad);

            assertThatThrownBy(() -> Npz.readTrainingSet(file)).isInstanceOf(IOException.class)
                    .hasMessageContaining("a.npz is damaged").hasMessageContaining("checksum")
                    .hasMessageEndingWith("Prepare the training data again.");
        }
    }

    @Test
    void everyTruncationIsAnIOException() throws IOException {
        Path file = folder.resolve("a.npz");
        Npz.write(file, sample());
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 7) {
            Files.write(file, Arrays.copyOf(good, length));

            assertThatThrownBy(() -> Npz.readTrainingSet(file)).isInstanceOf(IOException.class)
                    .hasMessageContaining("a.npz is damaged").hasMessageContaining("Prepare");
        }
    }

    @Test
    void aMissingArrayIsNamed() throws IOException {
        Path file = folder.resolve("partial.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("feature_names.npy"));
            zip.write(NpyArrays.texts(List.of("a")));
        }

        assertThatThrownBy(() -> Npz.readTrainingSet(file)).hasMessageContaining("it has no array y");
    }

    @Test
    void arraysOfDifferentLengthAreRefused() throws IOException {
        Path file = folder.resolve("uneven.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "X", NpyArrays.floats(new float[2], 2, 1));
            put(zip, "y", NpyArrays.ints(new int[2]));
            put(zip, "dates", NpyArrays.ints(new int[3]));
            put(zip, "feature_names", NpyArrays.texts(List.of("a")));
        }

        assertThatThrownBy(() -> Npz.readTrainingSet(file)).hasMessageContaining("dates has 3 rows, y has 2");
    }

    @Test
    void aHeaderThatLiesAboutItsLengthIsRefused() {
        byte[] npy = NpyArrays.ints(new int[]{1, 2, 3});
        byte[] cut = Arrays.copyOf(npy, npy.length - 4);

        assertThatThrownBy(() -> NpyArrays.ints(cut)).isInstanceOf(IOException.class)
                .hasMessage("it should be " + npy.length + " bytes long, and is " + cut.length);
    }

    @Test
    void anAbsentFileIsAnIOException() {
        assertThatThrownBy(() -> Npz.readTrainingSet(folder.resolve("none.npz"))).isInstanceOf(IOException.class)
                .hasMessageContaining("none.npz");
    }

    private static void put(ZipOutputStream zip, String name, byte[] npy) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(npy);
    }

    private static int indexOfBody(byte[] npz) {
        return new String(npz, StandardCharsets.ISO_8859_1).indexOf(" \n") + 2;
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(NpzTest.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static TrainingSet sample() {
        var values = new float[]{1.5f, -2.25f, Float.NaN, 3e-8f, 4096f, 0.1f, 0, -0f, Float.MIN_VALUE};
        return new TrainingSet(FeatureMatrix.of(List.of("vix", "rsi_14", "été"), values), new int[]{4, 0, 3},
                new int[]{20200316, 20200317, 20241231});
    }
}

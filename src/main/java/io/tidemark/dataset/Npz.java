package io.tidemark.dataset;

import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Training sets as `.npz` files that `numpy.load` reads without pickle.
///
/// Four arrays: `X` float32 `n x k` row-major, `y` int32 n, `dates` int32 n as `yyyymmdd`, `feature_names` k Unicode
/// strings. Entries are stored uncompressed and dated 1980-02-01: the same set gives the same bytes on every machine.
public final class Npz {
    private static final String FEATURES = "X";
    private static final String LABELS = "y";
    private static final String DATES = "dates";
    private static final String NAMES = "feature_names";
    /// Not the first of January: Java takes that for "earlier", and adds the time once more by the machine's time zone.
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {
    }

    /// Replaces the file with the given set, whole or not at all.
    ///
    /// @throws IOException when the file cannot be written; the old one is then untouched
    public static void write(Path file, TrainingSet set) throws IOException {
        AtomicFile.write(file, out -> writeTo(out, set));
    }

    static void writeTo(OutputStream out, TrainingSet set) throws IOException {
        FeatureMatrix x = set.features();
        var zip = new ZipOutputStream(out);
        store(zip, FEATURES, NpyArrays.floats(x.sharedValues(), x.rows(), x.columns()));
        store(zip, LABELS, NpyArrays.ints(set.labels()));
        store(zip, DATES, NpyArrays.ints(set.dates()));
        store(zip, NAMES, NpyArrays.texts(x.names()));
        zip.finish();
    }

    private static void store(ZipOutputStream zip, String name, byte[] npy) throws IOException {
        var entry = new ZipEntry(name + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(npy.length);
        entry.setCrc(crc(npy));
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(npy);
        zip.closeEntry();
    }

    /// Reads what [Npz#write] wrote; further arrays in the file are left alone.
    ///
    /// @throws IOException when the file is absent, damaged or no training set; the message names it and what to do
    public static TrainingSet readTrainingSet(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return read(zip);
        } catch (DamagedArray | ZipException e) {
            throw new IOException(file + " is damaged or no training set: " + e.getMessage()
                    + ". Prepare the training data again.", e);
        }
    }

    private static TrainingSet read(ZipFile zip) throws IOException {
        List<String> names = array(zip, NAMES, NpyArrays::texts);
        int[] labels = array(zip, LABELS, NpyArrays::ints);
        int[] dates = array(zip, DATES, NpyArrays::ints);
        float[] values = array(zip, FEATURES, npy -> NpyArrays.floats(npy, labels.length, names.size()));
        if (dates.length != labels.length) {
            throw new DamagedArray(DATES + " has " + dates.length + " rows, " + LABELS + " has " + labels.length, null);
        }
        if (names.isEmpty()) {
            throw new DamagedArray(NAMES + " is empty", null);
        }
        return new TrainingSet(FeatureMatrix.of(names, values), labels, dates);
    }

    private static <T> T array(ZipFile zip, String name, Decoder<T> decoder) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        if (entry == null) {
            throw new DamagedArray("it has no array " + name, null);
        }
        try (var in = zip.getInputStream(entry)) {
            byte[] npy = in.readAllBytes();
            if (crc(npy) != entry.getCrc()) { // ZipFile itself does not look
                throw new IOException("its checksum is wrong");
            }
            return decoder.decode(npy);
        } catch (IOException e) {
            throw new DamagedArray("array " + name + ": " + e.getMessage(), e);
        }
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private interface Decoder<T> {
        T decode(byte[] npy) throws IOException;
    }

    private static final class DamagedArray extends IOException {
        private static final long serialVersionUID = 1;

        DamagedArray(String message, @Nullable IOException cause) {
            super(message, cause);
        }
    }
}

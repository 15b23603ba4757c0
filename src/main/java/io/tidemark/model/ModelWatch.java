package io.tidemark.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model in use, always the newest one promoted: a bot that asks it for the model need not be started again.
///
/// There is no thread behind it. [ModelWatch#current] looks at the manifest when the last look is long enough ago, and
/// reads the model again when the manifest has changed. One caller reads, the others go on with the model before. A new
/// model takes its place whole or not at all: files that do not belong together, as in the moment of a promotion, are
/// left alone until the next look.
///
/// Thread-safe. An answer that has begun with one model ends with it.
///
/// @param <M> the model
public final class ModelWatch<M> {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

    private final Path ubj;
    private final Loader<M> loader;
    private final long pause;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile Loaded<M> loaded;

    /// Reads a model file.
    ///
    /// @param <M> the model
    @FunctionalInterface
    public interface Loader<M> {
        /// The model of a file, checked against its manifest.
        ///
        /// @throws IOException when the two do not belong together
        M load(Path ubj) throws IOException;
    }

    private record Loaded<M>(M model, byte[] manifest) {}

    private ModelWatch(Path ubj, Loader<M> loader, Duration pause, LongSupplier nanoTime) throws IOException {
        this.ubj = ubj;
        this.loader = loader;
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong() + this.pause);
        byte[] manifest = manifest();
        this.loaded = new Loaded<>(loader.load(ubj), manifest);
    }

    /// Reads the model now and watches it, at most one look a second.
    ///
    /// @param ubj the promoted model file
    /// @param loader such as `RegimeClassifier::load`
    /// @throws IOException when there is no such model yet, or it is damaged; the message says what to do
    public static <M> ModelWatch<M> of(Path ubj, Loader<M> loader) throws IOException {
        return of(ubj, loader, Duration.ofSeconds(1), System::nanoTime);
    }

    /// The same with another pause between two looks, by another clock.
    ///
    /// @param nanoTime as [System#nanoTime]
    static <M> ModelWatch<M> of(Path ubj, Loader<M> loader, Duration pause, LongSupplier nanoTime)
            throws IOException {
        return new ModelWatch<>(ubj, loader, pause, nanoTime);
    }

    /// The newest model that could be read.
    public M current() {
        long due = nextLook.get();
        long now = nanoTime.getAsLong();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + pause)) {
            look();
        }
        return loaded.model();
    }

    private void look() {
        try {
            byte[] manifest = manifest();
            if (!Arrays.equals(manifest, loaded.manifest())) {
                loaded = new Loaded<>(loader.load(ubj), manifest);
                LOG.info("{} was promoted and is in use now", ubj);
            }
        } catch (IOException | BoosterException e) {
            LOG.info("the model before stays in use: {}", e.getMessage());
        }
    }

    /// The manifest's bytes, none where there is none: the loader then says so.
    private byte[] manifest() throws IOException {
        Path manifest = ModelFiles.of(ubj).manifest();
        return Files.exists(manifest) ? Files.readAllBytes(manifest) : new byte[0];
    }
}

package io.tidemark.model;

import java.util.concurrent.ForkJoinPool;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// XGBoost's native library, loaded when the first booster is needed and not before.
///
/// Its 15 MB are unpacked from the jar into `java.io.tmpdir`, about 0.1 s; XGBoost knows no way around that. Work that
/// ends in training has it done ahead, while bars are still read; later calls cost nothing.
public final class BoosterLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(BoosterLibrary.class);

    private BoosterLibrary() {
    }

    /// Starts loading on another thread and returns at once. What goes wrong there is told by the next
    /// [BoosterLibrary#load].
    public static void loadAhead() {
        ForkJoinPool.commonPool().execute(BoosterLibrary::loadQuietly);
    }

    private static void loadQuietly() {
        try {
            load();
        } catch (BoosterException e) {
            LOG.debug("XGBoost did not load ahead", e);
        }
    }

    /// Returns once the library is loaded.
    ///
    /// @throws BoosterException when this machine cannot load it; the message says what is missing
    public static void load() {
        try {
            new DMatrix(new float[]{0}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError | LinkageError | RuntimeException e) {
            throw new BoosterException("XGBoost's native library cannot be loaded (" + root(e) + "). It is made for "
                    + "64-bit Linux, macOS and Windows and needs OpenMP: install libgomp1 on Debian or Ubuntu, "
                    + "libgomp on Fedora, libomp by Homebrew on macOS.", e);
        }
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}

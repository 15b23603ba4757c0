package io.tidemark.model;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost's native library, loaded when the first booster is needed and not before.
///
/// Its 15 MB are unpacked from the jar into `java.io.tmpdir`, about 0.1 s. A caller that is going to train or predict
/// may have this done on another thread while it still reads or downloads; later calls cost nothing.
public final class BoosterLibrary {
    private BoosterLibrary() {
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

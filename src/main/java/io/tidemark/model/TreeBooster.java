package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// A booster that predicts, read from the bytes of a UBJ file. It holds native memory until closed.
///
/// Predicting is thread-safe and does not lock. Closing while another thread predicts is not.
public final class TreeBooster implements AutoCloseable {
    private final Booster booster;
    private final int columns;
    private final int outputs;

    private TreeBooster(Booster booster, int columns, int outputs) {
        this.booster = booster;
        this.columns = columns;
        this.outputs = outputs;
    }

    /// Reads a booster.
    ///
    /// @param ubj the bytes of the file
    /// @param threads threads that a prediction may use, at least 1
    /// @throws BoosterException when the bytes are no booster
    public static TreeBooster load(byte[] ubj, int threads) {
        BoosterLibrary.load();
        Booster booster = read(ubj);
        try {
            booster.setParam("nthread", threads);
            int columns = Math.toIntExact(booster.getNumFeature());
            // The first prediction configures the native object; those after it only read it, from any thread.
            float[][] first = booster.inplace_predict(new float[columns], 1, columns, Float.NaN);
            return new TreeBooster(booster, columns, first[0].length);
        } catch (XGBoostError e) {
            booster.dispose();
            throw new BoosterException("the model was read but does not predict", e);
        }
    }

    private static Booster read(byte[] ubj) {
        try {
            return XGBoost.loadModel(ubj);
        } catch (XGBoostError | IOException e) {
            throw new BoosterException("these " + ubj.length + " bytes are no XGBoost model in UBJ form", e);
        }
    }

    /// Number of feature columns that the booster was trained on.
    public int columns() {
        return columns;
    }

    /// Values a row that a prediction gives: 1, or the number of classes.
    public int outputs() {
        return outputs;
    }

    /// What the booster predicts for each row: `rows x outputs()`, row-major.
    ///
    /// @throws IllegalArgumentException when the number of columns is another than it was trained on
    public float[] predict(FeatureMatrix features) {
        if (features.columns() != columns) {
            throw new IllegalArgumentException(
                    "the model was trained on " + columns + " features, these rows have " + features.columns());
        }
        return predictRows(features.sharedValues());
    }

    /// The same for rows as they are: `n x columns()`, row-major.
    float[] predictRows(float[] values) {
        int rows = values.length / columns;
        if (rows == 0) {
            return new float[0];
        }
        try {
            return flat(booster.inplace_predict(values, rows, columns, Float.NaN));
        } catch (XGBoostError e) {
            throw new BoosterException("the model did not predict " + rows + " rows", e);
        }
    }

    /// The booster in XGBoost's JSON form, UTF-8.
    byte[] json() {
        try {
            return booster.toByteArray("json");
        } catch (XGBoostError e) {
            throw new BoosterException("the model was read but does not tell its trees", e);
        }
    }

    private float[] flat(float[][] predicted) {
        var values = new float[predicted.length * outputs];
        for (int row = 0; row < predicted.length; row++) {
            System.arraycopy(predicted[row], 0, values, row * outputs, outputs);
        }
        return values;
    }

    @Override
    public void close() {
        booster.dispose();
    }
}

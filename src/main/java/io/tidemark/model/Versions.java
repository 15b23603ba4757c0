package io.tidemark.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoost;

/// The versions of what makes models, for their manifests.
public final class Versions {
    private Versions() {
    }

    /// Versions of `tidemark`, `xgboost` and `java`; what runs from class files rather than a jar is `development`.
    public static SortedMap<String, String> current() {
        var versions = new TreeMap<String, String>();
        String own = Versions.class.getPackage().getImplementationVersion();
        versions.put("tidemark", own == null ? "development" : own);
        versions.put("xgboost", xgboost());
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    private static String xgboost() {
        // A class literal does not initialise the class, so the native library stays where it is.
        try (InputStream file = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
            var properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

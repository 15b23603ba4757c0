package io.tidemark.dataset;

import io.tidemark.market.DataSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a training set was made from and what is in it: the JSON beside a `.npz` file.
///
/// Two sets with equal manifests are equal, because the hashes are.
///
/// @param format version of the form of the files, [DatasetManifest#FORMAT]
/// @param origin what it was made from
/// @param rows number of rows
/// @param firstDate earliest row
/// @param lastDate latest row
/// @param labels number of rows with each label; a label without rows is left out
/// @param features column names in order
/// @param files SHA-256 of each file of the set, by file name
/// @param ranges least and greatest value of each feature, by name; empty in sets of versions that kept none
public record DatasetManifest(int format, Origin origin, int rows, LocalDate firstDate, LocalDate lastDate,
        SortedMap<Integer, Integer> labels, List<String> features, SortedMap<String, String> files,
        SortedMap<String, FeatureRange> ranges) {
    /// The form written now: arrays `X`, `y`, `dates`, `feature_names`.
    public static final int FORMAT = 1;

    /// Keeps copies; a part that is missing, as in a truncated file, is refused.
    public DatasetManifest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(firstDate, "firstDate");
        Objects.requireNonNull(lastDate, "lastDate");
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(labels, "labels")));
        features = List.copyOf(Objects.requireNonNull(features, "features"));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(files, "files")));
        ranges = ranges == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    /// What a training set was made from.
    ///
    /// @param source whose bars, as [DataSource#text] writes it
    /// @param parameters everything that was set, by name: seeds, horizons, ranges, rules; values are texts, numbers,
    ///        truths, and lists or maps or records of them
    /// @param inputs SHA-256 of each file read, by file name
    public record Origin(String source, Map<String, Object> parameters, SortedMap<String, String> inputs) {
        /// Keeps copies in order of name.
        public Origin {
            Objects.requireNonNull(source, "source");
            parameters = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(parameters, "parameters")));
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(inputs, "inputs")));
        }

        /// An origin from parts as they come.
        public static Origin of(DataSource source, Map<String, Object> parameters, Map<String, String> inputs) {
            return new Origin(source.text(), parameters, new TreeMap<>(inputs));
        }
    }

    /// The manifest of a set with at least one row.
    static DatasetManifest of(TrainingSet set, Origin origin, SortedMap<String, String> files) {
        int[] dates = set.dates().clone();
        Arrays.sort(dates);
        var labels = new TreeMap<Integer, Integer>();
        for (int label : set.labels()) {
            labels.merge(label, 1, Integer::sum);
        }
        return new DatasetManifest(FORMAT, origin, set.rows(), date(dates[0]), date(dates[dates.length - 1]), labels,
                set.features().names(), files, FeatureRange.of(set.features()));
    }

    private static LocalDate date(int yyyymmdd) {
        return LocalDate.parse(Integer.toString(yyyymmdd), DateTimeFormatter.BASIC_ISO_DATE);
    }
}

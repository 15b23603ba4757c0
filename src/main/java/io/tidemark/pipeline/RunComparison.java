package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.model.ModelFacts;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Two runs side by side: every figure, the data, and of the settings only those that differ.
///
/// @param figures by name; NaN where a run does not have one
/// @param data what the runs learned from, told apart line by line
/// @param settings parameters, data parameters and versions by name; empty text where a run does not have one
public record RunComparison(List<Figure> figures, List<Setting> data, List<Setting> settings) {

    /// A figure of both runs.
    ///
    /// @param name as the manifest calls it
    /// @param first of the first run
    /// @param second of the second run
    public record Figure(String name, double first, double second) {
        /// The second less the first; NaN when either is missing.
        public double change() {
            return second - first;
        }
    }

    /// A setting of both runs, as text.
    ///
    /// @param name what is set, parts divided by dots
    /// @param first of the first run
    /// @param second of the second run
    public record Setting(String name, String first, String second) {
        /// Whether the runs differ in it.
        public boolean differs() {
            return !first.equals(second);
        }
    }

    /// Compares two runs.
    public static RunComparison of(RunRecord first, RunRecord second) {
        return new RunComparison(figures(facts(first), facts(second)),
                settings(data(facts(first).data()), data(facts(second).data())),
                settings(settings(facts(first)), settings(facts(second))).stream().filter(Setting::differs).toList());
    }

    /// All of one run; what would be of a second equals the first.
    public static RunComparison alone(RunRecord run) {
        return new RunComparison(figures(facts(run), facts(run)),
                settings(data(facts(run).data()), data(facts(run).data())),
                settings(settings(facts(run)), settings(facts(run))));
    }

    private static ModelFacts facts(RunRecord run) {
        return run.manifest().training();
    }

    private static List<Figure> figures(ModelFacts first, ModelFacts second) {
        var names = new TreeSet<>(first.metrics().keySet());
        names.addAll(second.metrics().keySet());
        return names.stream().map(name -> new Figure(name, first.metrics().getOrDefault(name, Double.NaN),
                second.metrics().getOrDefault(name, Double.NaN))).toList();
    }

    private static SortedMap<String, String> data(DatasetManifest data) {
        var lines = new TreeMap<String, String>();
        lines.put("source", data.origin().source());
        lines.put("first day", data.firstDate().toString());
        lines.put("last day", data.lastDate().toString());
        lines.put("rows", "%,d".formatted(data.rows()));
        return lines;
    }

    private static SortedMap<String, String> settings(ModelFacts facts) {
        var lines = new TreeMap<String, String>();
        flatten("", Json.convert(facts.parameters(), Object.class), lines);
        flatten("data", Json.convert(facts.data().origin().parameters(), Object.class), lines);
        flatten("version", facts.versions(), lines);
        lines.put("features", String.join(", ", facts.features()));
        return lines;
    }

    private static void flatten(String name, Object value, SortedMap<String, String> lines) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name.isEmpty() ? String.valueOf(key) : name + "." + key, inner,
                    lines));
        } else {
            lines.put(name, String.valueOf(value));
        }
    }

    private static List<Setting> settings(SortedMap<String, String> first, SortedMap<String, String> second) {
        var names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        var made = new ArrayList<Setting>();
        names.forEach(name -> made.add(new Setting(name, first.getOrDefault(name, ""), second.getOrDefault(name, ""))));
        return made;
    }
}

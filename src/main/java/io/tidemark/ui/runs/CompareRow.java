package io.tidemark.ui.runs;

import io.tidemark.pipeline.RunComparison;
import io.tidemark.pipeline.RunComparison.Figure;
import io.tidemark.pipeline.RunComparison.Setting;
import io.tidemark.ui.control.FigureText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A line of the comparison, as it is read.
///
/// @param name what the line is of, or the title of the lines below it
/// @param first of the older run
/// @param second of the newer run
/// @param change the newer less the older
/// @param head whether it is a title
record CompareRow(String name, String first, String second, String change, boolean head) {
    private static final int DECIMALS = 4;
    private static final Map<String, String> WORDS = Map.of("auc", "AUC", "ece", "Calibration error (ECE)", "r2",
            "R²", "brier", "Brier score", "log_loss", "Log loss");
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(Map.entry("baseline_", "Closed form: "),
            Map.entry("naive_", "Naive split: "));
    private static final List<Map.Entry<String, String>> SUFFIXES = List.of(Map.entry("_low", ", 95 % from"),
            Map.entry("_high", ", 95 % to"), Map.entry("_ceiling", ", ceiling"));

    /// The lines of a comparison.
    ///
    /// @param two whether two runs are compared, or one is shown
    static List<CompareRow> of(RunComparison comparison, boolean two) {
        var rows = new ArrayList<CompareRow>();
        rows.add(title("Figures"));
        comparison.figures().stream().sorted(Comparator.comparing(each -> place(each.name())))
                .forEach(each -> rows.add(figure(each)));
        rows.add(title("Data"));
        comparison.data().forEach(each -> rows.add(setting(each, CompareRow::sentence)));
        rows.add(title(two ? "Settings that differ" : "Settings"));
        comparison.settings().forEach(each -> rows.add(setting(each, CompareRow::path)));
        if (comparison.settings().isEmpty()) {
            rows.add(new CompareRow("None: both were set alike", "", "", "", false));
        }
        return rows;
    }

    /// The model's own figures come first, an interval's lower end before its upper.
    private static String place(String name) {
        String group = name.startsWith("baseline_") ? "1" : name.startsWith("naive_") ? "2" : "0";
        return group + name.replace("_low", "_1").replace("_high", "_2").replace("_ceiling", "_3");
    }

    private static CompareRow title(String text) {
        return new CompareRow(text, "", "", "", true);
    }

    private static CompareRow figure(Figure figure) {
        return new CompareRow(words(figure.name()), FigureText.decimals(figure.first(), DECIMALS),
                FigureText.decimals(figure.second(), DECIMALS), FigureText.signed(figure.change(), DECIMALS), false);
    }

    private static CompareRow setting(Setting setting, Function<String, String> name) {
        return new CompareRow(name.apply(setting.name()), orDash(setting.first()), orDash(setting.second()),
                setting.differs() ? "differs" : "", false);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? FigureText.MISSING : text;
    }

    /// `naive_accuracy` as `Naive split: Accuracy`.
    private static String words(String name) {
        for (Map.Entry<String, String> prefix : PREFIXES) {
            if (name.startsWith(prefix.getKey())) {
                return prefix.getValue() + words(name.substring(prefix.getKey().length()));
            }
        }
        for (Map.Entry<String, String> suffix : SUFFIXES) {
            if (name.endsWith(suffix.getKey())) {
                return words(name.substring(0, name.length() - suffix.getKey().length())) + suffix.getValue();
            }
        }
        return WORDS.getOrDefault(name, sentence(name.replace('_', ' ')));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// `booster.trees.minChildWeight` as `Booster › trees › min child weight`.
    private static String path(String name) {
        return sentence(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).replace(".", " › "));
    }
}

package io.tidemark.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.tidemark.pipeline.DriftReport;
import io.tidemark.training.DriftWindow;
import io.tidemark.training.FeatureDrift;
import io.tidemark.training.RollingScore;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A drift report as lines for a person.
final class DriftText {
    private final PrintStream out;

    DriftText(PrintStream out) {
        this.out = out;
    }

    void print(DriftReport report) {
        report.models().forEach(this::model);
        line("");
        if (report.warnings().isEmpty()) {
            line("No drift: the newest sessions are like those before, and the models keep up.");
        }
        report.warnings().forEach(each -> line("WARNING: %s", each));
    }

    private void model(DriftReport.ModelDrift drift) {
        line("");
        line("%s, run %d in use", drift.model().title(), drift.run());
        drift.windows().forEach(this::window);
        for (RollingScore score : drift.scores()) {
            line("  last %d sessions it did not learn from (%s to %s): %s %.4f, %s %.4f", score.sessions(),
                    score.from(), score.to(), score.measure(), score.model(),
                    score.measure().equals("accuracy") ? "judged to be" : "closed form", score.reference());
        }
    }

    private void window(DriftWindow window) {
        line("  last %d sessions, %s to %s, %,d rows; labels now %s, before %s", window.sessions(), window.from(),
                window.to(), window.rows(), shares(window.sharesNow()), shares(window.sharesBefore()));
        line("    %-26s %7s %7s %7s %7s %8s", "", "PSI", "usual", "KS", "usual", "outside");
        window.features().forEach(this::column);
        column(window.labels());
    }

    private void column(FeatureDrift drift) {
        line("    %-26s %7.2f %7.2f %7.2f %7.2f %6.1f %% %s", drift.feature(), drift.psi(), drift.psiLimit(),
                drift.ks(),
                drift.ksLimit(), 100 * drift.outside(), drift.drifted() ? "DRIFT" : "");
    }

    private static String shares(SortedMap<Integer, Double> shares) {
        return shares.entrySet().stream()
                .map(share -> String.format(Locale.ROOT, "%d: %.0f %%", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
    }

    @FormatMethod
    private void line(@FormatString String form, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, form, values));
    }
}

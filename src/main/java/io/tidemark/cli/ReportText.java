package io.tidemark.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.tidemark.chain.ChainManifest;
import io.tidemark.pipeline.ChainReport;
import io.tidemark.pipeline.ChainStanding;
import io.tidemark.history.QualityFinding;
import io.tidemark.history.VolumeUnit;
import io.tidemark.pipeline.DownloadReport;
import io.tidemark.pipeline.LeakReport;
import io.tidemark.pipeline.PreparePot;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.PromotionVerdict;
import io.tidemark.pipeline.RecordedUpdate;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.SetupReport;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolOutcome;
import io.tidemark.pipeline.TrainedRun;
import io.tidemark.pipeline.UpdateReport;
import io.tidemark.pipeline.VerifyReport;
import io.tidemark.regime.Regime;
import io.tidemark.touch.SplitOptions;
import io.tidemark.training.ClassFigures;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.PotSlice;
import io.tidemark.training.RegimeEvaluation;
import io.tidemark.training.Versus;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The results of the commands as lines for a person.
final class ReportText {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private static final int LAST_SHOWN = 5;

    private final PrintStream out;
    private final boolean canSquare;

    ReportText(PrintStream out) {
        this.out = out;
        this.canSquare = out.charset().newEncoder().canEncode('\u00b2');
    }

    /// A whole set-up.
    void setup(SetupReport report) {
        download(report.download());
        regimes(report.regimes());
        options(report.options());
        regime(report.regime());
        pot(report.pot());
        stages(report.stages());
    }

    /// An update.
    void update(RecordedUpdate.Kept kept) {
        UpdateReport report = kept.report();
        download(report.download());
        report.made().ifPresent(made -> {
            regimes(made.regimes());
            options(made.options());
            regime(made.regime());
            pot(made.pot());
            stages(report.stages());
        });
        line("");
        kept.drift().forEach(each -> line("WARNING: %s", each));
        line("%s", report.sentence());
        line("Report: %s", kept.page());
    }

    /// A download.
    void download(DownloadReport report) {
        line("");
        line("Bars from %s%s", report.source().text(),
                report.source().isDemo() ? "   DEMO DATA, a synthetic market" : "");
        for (SymbolOutcome outcome : report.symbols()) {
            switch (outcome) {
                case SymbolOutcome.Stored stored -> {
                    line("  %-6s %,6d bars  %s to %s", stored.symbol(), stored.manifest().rows(),
                            stored.manifest().firstDate(), stored.manifest().lastDate());
                    if (stored.manifest().volumeUnit() == VolumeUnit.LOTS) {
                        line("         volume is in lots of 100: untick 'Send market data in lots for US stocks' "
                                + "in the API settings of TWS, then download with --fresh");
                    }
                    stored.change().phrases().forEach(each -> line("         %s", each));
                    stored.oddities().stream().limit(3).forEach(each -> line("         %s", each));
                    stored.quality().findings().stream().map(QualityFinding::sentence)
                            .forEach(each -> line("         %s", each));
                }
                case SymbolOutcome.Failed failed -> line("  %-6s %s", failed.symbol(), failed.sentence());
            }
        }
        report.volatility().stored().forEach(each -> line("  %-6s %,6d days  %s to %s  implied volatility",
                each.symbol(), each.rows(), each.firstDate(), each.lastDate()));
        report.volatility().note().ifPresent(note -> line("  note: %s", note));
    }

    /// A regime training set.
    void regimes(PrepareRegime.Prepared prepared) {
        var dataset = prepared.dataset();
        line("");
        line("Regime training set: %,d days, %s to %s", dataset.set().rows(), prepared.manifest().firstDate(),
                prepared.manifest().lastDate());
        for (Regime regime : Regime.values()) {
            int count = dataset.counts()[regime.id()];
            line("  %d %-18s %,6d  %5.1f %%", regime.id(), regime.name(), count, 100.0 * count / dataset.set().rows());
        }
        line("  left out: %d days of warm-up, %d sessions without VIX", dataset.leftOut().warmUp(),
                dataset.leftOut().withoutVix().size());
        line("  labelled %s only because no other rule fits: %d days of relief rally, %d uneasy days",
                Regime.LOW_VOL_NEUTRAL, dataset.remainder().reliefRallies().size(),
                dataset.remainder().uneasy().size());
    }

    /// A touch training set.
    void options(PreparePot.Prepared prepared) {
        int rows = prepared.dataset().set().rows();
        int touched = prepared.manifest().labels().getOrDefault(1, 0);
        line("");
        line("Touch training set: %,d options on %s, %.1f %% touched", rows,
                prepared.dataset().samples().symbols().stream().sorted().toList(),
                100.0 * touched / rows);
        int real = prepared.dataset().samples().realOptions();
        if (real > 0) {
            line("  %,d of them are real options from snapshots of their chains", real);
        }
        String split = SplitOptions.of(prepared.manifest()).sentence();
        if (!split.isEmpty()) {
            line("  note: %s", split);
        }
    }

    /// A trained regime classifier.
    void regime(TrainedRun<RegimeEvaluation> trained) {
        RegimeEvaluation evaluation = trained.evaluation();
        line("");
        line("RegimeClassifier, run %d", trained.run().number());
        line("  Accuracy: %.1f %%   (95 %% interval %.1f to %.1f), forward in time on %,d days",
                100 * evaluation.honest().accuracy(), 100 * evaluation.accuracy().low(),
                100 * evaluation.accuracy().high(), evaluation.honest().rows());
        line("  balanced accuracy %.1f %%, log-loss %.4f, %d rounds", 100 * evaluation.honest().balancedAccuracy(),
                evaluation.honest().logLoss(), evaluation.rounds());
        line("  %s", evaluation.reading());
        line("  Random split: accuracy %.1f %%. %s", 100 * evaluation.naive().figures().accuracy(),
                evaluation.naive().reason());
        line("  %-18s %9s %9s %9s %9s", "", "precision", "recall", "F1", "days");
        for (int id = 0; id < evaluation.classes().size(); id++) {
            ClassFigures figures = evaluation.honest().classes().get(id);
            line("  %-18s %9s %9s %9s %9d", evaluation.classes().get(id), share(figures.precision()),
                    share(figures.recall()), share(figures.f1()), figures.support());
        }
        warnings(evaluation.warnings());
        line("  %s", trained.promotion().sentence());
    }

    /// A trained touch model.
    void pot(TrainedRun<PotEvaluation> trained) {
        PotEvaluation evaluation = trained.evaluation();
        line("");
        line("ProbabilityOfTouch, run %d", trained.run().number());
        line("  R²: %s   (95 %% interval %.3f to %.3f), forward in time on %,d options",
                share(evaluation.honest().model().r2()),
                evaluation.r2().low(), evaluation.r2().high(), evaluation.honest().model().rows());
        line("  closed form on the same options: R² %s; ceiling set by chance: R² %.3f",
                share(evaluation.honest().baseline().r2()), evaluation.ceiling());
        line("  Random split: R² %s. %s", share(evaluation.naive().figures().model().r2()),
                evaluation.naive().reason());
        line("  %-18s %9s %9s %9s %9s %9s %9s", "", "R²", "closed", "Brier", "AUC", "ECE", "options");
        figures("all", evaluation.honest());
        evaluation.slices().stream().filter(slice -> List.of("symbol", "origin").contains(slice.dimension()))
                .forEach(this::slice);
        warnings(evaluation.warnings());
        line("  %s", trained.promotion().sentence());
    }

    private void slice(PotSlice slice) {
        figures(slice.value() + (slice.tooFew() ? " (n too small)" : ""), slice.figures());
    }

    private void figures(String name, Versus versus) {
        line("  %-18s %9s %9s %9.4f %9s %9.4f %,9d", name, share(versus.model().r2()), share(versus.baseline().r2()),
                versus.model().brier(), share(versus.model().auc()), versus.model().ece(), versus.model().rows());
    }

    /// A verification.
    void verify(VerifyReport report) {
        line("");
        int widest = report.checks().stream().mapToInt(each -> each.what().length()).max().orElse(0);
        report.checks().forEach(each -> line("  %-4s %s%s  %s", each.good() ? "ok" : "BAD", each.what(),
                " ".repeat(widest - each.what().length()), each.detail()));
        if (!report.regimes().isEmpty()) {
            line("");
            line("  %-10s %-18s %-18s %s", "day", "label", "model says", "probability");
            report.regimes().forEach(each -> line("  %-10d %-18s %-18s %.3f", each.date(), each.label(),
                    each.predicted(), each.probability()));
        }
        if (!report.touches().isEmpty()) {
            line("");
            line("  %-44s %8s %8s %s", "option", "model", "closed", "touched");
            report.touches().forEach(each -> line("  %-44s %8.3f %8.3f %s", each.option(), each.probability(),
                    each.baseline(), each.touched() ? "yes" : "no"));
        }
    }

    /// Leak checks.
    void leaks(List<LeakReport> reports) {
        for (LeakReport report : reports) {
            line("");
            line("%s, run %d", report.model().title(), report.run());
            report.findings()
                    .forEach(each -> line("  %-4s %s. %s", each.passed() ? "ok" : "BAD", each.name(), each.sentence()));
        }
    }

    /// The runs kept.
    void runs(List<RunHistory.Entry> entries) {
        if (entries.isEmpty()) {
            line("No run is kept yet. Run 'tidemark setup' or 'tidemark train'.");
            return;
        }
        line("  %-22s %5s  %-16s  %-40s %s", "model", "run", "trained", "headline", "");
        for (RunHistory.Entry entry : entries) {
            var metrics = entry.run().manifest().training().metrics();
            String headline = metrics.containsKey("r2")
                    ? String.format(Locale.ROOT, "R² %.3f, closed form %.3f", metrics.get("r2"),
                            metrics.getOrDefault("baseline_r2", Double.NaN))
                    : String.format(Locale.ROOT, "accuracy %.1f %%",
                            100 * metrics.getOrDefault("accuracy", Double.NaN));
            line("  %-22s %5d  %-16s  %-40s %s", entry.run().model().fileName(), entry.run().number(),
                    WHEN.format(entry.run().manifest().createdAt()), headline, entry.champion() ? "in use" : "");
            entry.verdict().filter(verdict -> !verdict.promoted()).map(PromotionVerdict::reasons)
                    .ifPresent(reasons -> reasons.forEach(each -> line("  %28s  not put in use: %s", "", each)));
        }
    }

    /// Snapshots of option chains.
    void chains(ChainReport report) {
        for (ChainManifest taken : report.taken()) {
            var counts = taken.counts();
            line("  %-6s %,d options at %s, underlying %.2f, from %s", taken.terms().symbol(), counts.quoted(),
                    WHEN.format(taken.terms().takenAt()), taken.terms().spot(), taken.terms().source().text());
            line("         of %d asked: %d not listed, %d without a quote%s", counts.asked(), counts.unlisted(),
                    counts.silent(), taken.delayed() == 0 ? "; all live" : "; " + taken.delayed() + " delayed");
        }
        report.notes().forEach(each -> line("  %s", each));
    }

    /// Where the collection of option chains stands.
    void chainStandings(List<ChainStanding> standings) {
        if (standings.isEmpty()) {
            line("No option chain is collected or planned. Run 'tidemark chains schedule SPY'.");
        }
        for (ChainStanding each : standings) {
            line("  %-6s %d snapshots, %,d options%s; %s%s%s", each.symbol(), each.snapshots().size(), each.options(),
                    each.delayed() == 0 ? "" : ", %,d delayed".formatted(each.delayed()),
                    each.plan()
                            .map(plan -> plan.taken(each.snapshots()) + " of " + plan.snapshots() + " planned, every "
                                    + plan.everyDays() + " days")
                            .orElse("none planned"),
                    each.next().map(day -> ", next on " + day).orElse(""),
                    each.begun().map(begun -> ", one under way with " + begun.left().size() + " options left")
                            .orElse(""));
            each.snapshots().stream().skip(Math.max(0, each.snapshots().size() - LAST_SHOWN))
                    .forEach(taken -> line("         %s  %4d options  underlying %.2f",
                            WHEN.format(taken.terms().takenAt()), taken.counts().quoted(), taken.terms().spot()));
        }
    }

    private void stages(List<StageTime> stages) {
        line("");
        for (StageTime stage : stages) {
            line("  %-16s %7.3f s", stage.name(), stage.seconds());
        }
        line("  %-16s %7.3f s", "all stages", stages.stream().mapToDouble(StageTime::seconds).sum());
    }

    private void warnings(List<String> warnings) {
        warnings.forEach(each -> line("  note: %s", each));
    }

    private static String share(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }

    @FormatMethod
    private void line(@FormatString String form, @Nullable Object... values) {
        String text = String.format(Locale.ROOT, form, values);
        out.println(canSquare ? text : text.replace('\u00b2', '2'));
    }
}

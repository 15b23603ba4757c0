package io.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.chain.ChainManifest;
import io.tidemark.pipeline.ChainReport;
import io.tidemark.pipeline.ChainStanding;
import io.tidemark.pipeline.DownloadReport;
import io.tidemark.pipeline.DriftReport;
import io.tidemark.pipeline.LeakReport;
import io.tidemark.pipeline.PreparePot;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.PromotionVerdict;
import io.tidemark.pipeline.RecordedUpdate;
import io.tidemark.pipeline.RepairReport;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.SetupReport;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.SymbolOutcome;
import io.tidemark.pipeline.TrainedRun;
import io.tidemark.pipeline.UpdateReport;
import io.tidemark.pipeline.VerifyReport;
import io.tidemark.regime.Regime;
import io.tidemark.storage.Json;
import io.tidemark.touch.SplitOptions;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.util.List;

/// The results of the commands as JSON objects. Names are in snake_case and stay what they are.
final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {
    }

    /// A whole set-up.
    static JsonNode setup(SetupReport report) {
        ObjectNode json = download(report.download());
        json.setAll(regimes(report.regimes()));
        json.setAll(options(report.options()));
        json.set("regime", regime(report.regime()));
        json.set("pot", pot(report.pot()));
        json.set("stages", stages(report.stages()));
        return json;
    }

    /// An update.
    static JsonNode update(RecordedUpdate.Kept kept) {
        UpdateReport report = kept.report();
        ObjectNode json = download(report.download());
        json.put("changed", report.changed());
        json.put("outcome", report.sentence());
        json.put("report", kept.page().toString());
        json.set("drift", Json.tree(kept.drift()));
        report.made().ifPresent(made -> {
            json.set("rows_before", Json.tree(report.rowsBefore()));
            json.setAll(regimes(made.regimes()));
            json.setAll(options(made.options()));
            json.set("regime", regime(made.regime()));
            json.set("pot", pot(made.pot()));
        });
        json.set("stages", stages(report.stages()));
        return json;
    }

    /// A download.
    static ObjectNode download(DownloadReport report) {
        ObjectNode json = NODES.objectNode();
        json.put("source", report.source().text());
        json.put("demo", report.source().isDemo());
        ArrayNode symbols = json.putArray("symbols");
        for (SymbolOutcome outcome : report.symbols()) {
            ObjectNode symbol = symbols.addObject().put("symbol", outcome.symbol().value());
            switch (outcome) {
                case SymbolOutcome.Stored stored -> symbol.put("rows", stored.manifest().rows())
                        .put("first_date", stored.manifest().firstDate().toString())
                        .put("last_date", stored.manifest().lastDate().toString()).put("fetched", stored.fetched())
                        .put("added", stored.change().added())
                        .put("corrected", stored.change().corrections().size())
                        .put("split", stored.change().split().map(Object::toString).orElse(null))
                        .set("quality", Json.tree(stored.quality().findings()));
                case SymbolOutcome.Failed failed -> symbol.put("failed", failed.sentence());
            }
        }
        ObjectNode volatility = json.putObject("implied_volatility");
        report.volatility().stored().forEach(each -> volatility.put(each.symbol(), each.rows()));
        report.volatility().note().ifPresent(note -> json.put("implied_volatility_note", note));
        return json;
    }

    /// A regime training set.
    static ObjectNode regimes(PrepareRegime.Prepared prepared) {
        ObjectNode json = NODES.objectNode();
        ObjectNode set = json.putObject("regime_data").put("rows", prepared.dataset().set().rows())
                .put("warm_up", prepared.dataset().leftOut().warmUp())
                .put("sessions_without_vix", prepared.dataset().leftOut().withoutVix().size());
        ObjectNode counts = set.putObject("counts");
        for (Regime regime : Regime.values()) {
            counts.put(regime.name(), prepared.dataset().counts()[regime.id()]);
        }
        return json;
    }

    /// A touch training set.
    static ObjectNode options(PreparePot.Prepared prepared) {
        ObjectNode json = NODES.objectNode();
        int touched = prepared.manifest().labels().getOrDefault(1, 0);
        json.putObject("pot_data").put("rows", prepared.dataset().set().rows()).put("touched", touched)
                .put("real_options", prepared.dataset().samples().realOptions())
                .put("real_options_restated", SplitOptions.of(prepared.manifest()).restated())
                .put("real_options_left_out", SplitOptions.of(prepared.manifest()).leftOut())
                .put("base_rate", (double) touched / prepared.dataset().set().rows());
        return json;
    }

    /// A trained regime classifier.
    static ObjectNode regime(TrainedRun<RegimeEvaluation> trained) {
        RegimeEvaluation evaluation = trained.evaluation();
        ObjectNode json = NODES.objectNode().put("run", trained.run().number())
                .put("rows", trained.run().manifest().training().data().rows())
                .put("accuracy", evaluation.honest().accuracy())
                .put("balanced_accuracy", evaluation.honest().balancedAccuracy())
                .put("log_loss", evaluation.honest().logLoss())
                .put("naive_accuracy", evaluation.naive().figures().accuracy()).put("rounds", evaluation.rounds())
                .put("reading", evaluation.reading());
        json.set("accuracy_interval", Json.tree(evaluation.accuracy()));
        json.set("promotion", promotion(trained.promotion()));
        json.set("warnings", Json.tree(evaluation.warnings()));
        return json;
    }

    /// A trained touch model.
    static ObjectNode pot(TrainedRun<PotEvaluation> trained) {
        PotEvaluation evaluation = trained.evaluation();
        var model = evaluation.honest().model();
        var baseline = evaluation.honest().baseline();
        ObjectNode json = NODES.objectNode().put("run", trained.run().number())
                .put("rows", trained.run().manifest().training().data().rows()).put("r2", model.r2())
                .put("baseline_r2", baseline.r2()).put("r2_ceiling", evaluation.ceiling())
                .put("naive_r2", evaluation.naive().figures().model().r2()).put("brier", model.brier())
                .put("baseline_brier", baseline.brier()).put("log_loss", model.logLoss()).put("auc", model.auc())
                .put("ece", model.ece()).put("rounds", evaluation.rounds());
        json.set("r2_interval", Json.tree(evaluation.r2()));
        json.set("promotion", promotion(trained.promotion()));
        json.set("warnings", Json.tree(evaluation.warnings()));
        return json;
    }

    /// Whether a run was put in use, and why.
    static ObjectNode promotion(PromotionVerdict verdict) {
        ObjectNode json = NODES.objectNode().put("model", verdict.model().fileName()).put("run", verdict.run())
                .put("champion_before", verdict.champion()).put("promoted", verdict.promoted())
                .put("policy", verdict.policy().id());
        json.set("checks", Json.tree(verdict.checks()));
        if (verdict.contest() != null) {
            json.set("contest", Json.tree(verdict.contest()));
        }
        return json;
    }

    /// A look for drift.
    static JsonNode drift(DriftReport report) {
        ObjectNode json = Json.tree(report);
        return json.set("warnings", Json.tree(report.warnings()));
    }

    /// A verification.
    static JsonNode verify(VerifyReport report) {
        ObjectNode json = Json.tree(report);
        return json.put("good", report.good());
    }

    /// A repair.
    static JsonNode repair(RepairReport report) {
        ObjectNode json = NODES.objectNode().put("good", report.good())
                .put("damaged", report.damaged().map(Object::toString).orElse(null));
        json.set("mended", Json.tree(report.mended()));
        return json.set("broken", Json.tree(report.broken()));
    }

    /// Leak checks.
    static JsonNode leaks(List<LeakReport> reports) {
        ObjectNode json = NODES.objectNode();
        json.put("passed", reports.stream().allMatch(LeakReport::passed));
        ArrayNode models = json.putArray("models");
        for (LeakReport report : reports) {
            models.addObject().put("model", report.model().fileName()).put("run", report.run())
                    .put("passed", report.passed()).set("findings", Json.tree(report.findings()));
        }
        return json;
    }

    /// Snapshots of option chains.
    static JsonNode chains(ChainReport report) {
        ObjectNode json = NODES.objectNode();
        ArrayNode taken = json.putArray("snapshots");
        report.taken().forEach(each -> taken.add(snapshot(each)));
        json.set("notes", Json.tree(report.notes()));
        return json;
    }

    /// Where the collection of option chains stands.
    static JsonNode chainStandings(List<ChainStanding> standings) {
        ObjectNode json = NODES.objectNode();
        ArrayNode symbols = json.putArray("symbols");
        for (ChainStanding each : standings) {
            ObjectNode symbol = symbols.addObject().put("symbol", each.symbol().value());
            each.plan().ifPresent(plan -> symbol.putObject("plan").put("snapshots", plan.snapshots())
                    .put("every_days", plan.everyDays()).put("taken", plan.taken(each.snapshots())));
            each.next().ifPresent(day -> symbol.put("next", day.toString()));
            each.begun().ifPresent(begun -> symbol.put("options_left", begun.left().size()));
            ArrayNode snapshots = symbol.putArray("snapshots");
            each.snapshots().forEach(taken -> snapshots.add(snapshot(taken)));
        }
        return json;
    }

    private static ObjectNode snapshot(ChainManifest taken) {
        return NODES.objectNode().put("symbol", taken.terms().symbol().value())
                .put("taken_at", taken.terms().takenAt().toString()).put("source", taken.terms().source().text())
                .put("spot", taken.terms().spot()).put("asked", taken.counts().asked())
                .put("options", taken.counts().quoted()).put("unlisted", taken.counts().unlisted())
                .put("silent", taken.counts().silent()).put("delayed", taken.delayed());
    }

    /// The runs kept.
    static JsonNode runs(List<RunHistory.Entry> entries) {
        ObjectNode json = NODES.objectNode();
        ArrayNode runs = json.putArray("runs");
        for (RunHistory.Entry entry : entries) {
            ObjectNode run = runs.addObject().put("model", entry.run().model().fileName())
                    .put("number", entry.run().number()).put("champion", entry.champion())
                    .put("created_at", entry.run().manifest().createdAt().toString());
            entry.verdict().ifPresent(verdict -> run.put("promoted", verdict.promoted()).set("reasons",
                    Json.tree(verdict.reasons())));
            run.set("metrics", Json.tree(entry.run().manifest().training().metrics()));
        }
        return json;
    }

    /// How long the stages took.
    static ArrayNode stages(List<StageTime> stages) {
        return Json.tree(stages);
    }
}

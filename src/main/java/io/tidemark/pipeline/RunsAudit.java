package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.PromotionStep;
import io.tidemark.model.RunFiles;
import io.tidemark.model.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks every kept run, and the log of which was put in use when.
final class RunsAudit {
    /// Names of what is checked.
    static final String PROMOTIONS = "log of promotions";
    private static final String ADVICE = " Put it back from a backup; without one, add .damaged to the name of the "
            + "run's folder, and the run is passed over.";

    private final ModelRegistry registry;

    RunsAudit(ModelRegistry registry) {
        this.registry = registry;
    }

    static String runsOf(ModelKind model) {
        return "runs of the " + Verify.nameOf(model);
    }

    void into(Findings findings) throws IOException {
        for (ModelKind model : ModelKind.values()) {
            List<RunFiles> runs = registry.runFiles(model);
            var faults = new ArrayList<String>();
            for (RunFiles run : runs) {
                faults(run).forEach(faults::add);
            }
            if (!runs.isEmpty()) {
                findings.check(runsOf(model), runs.size() + " runs", faults);
            }
        }
        List<String> faults = registry.promotionFaults().stream()
                .map(each -> each + " 'tidemark repair' writes the log anew from what is known.").toList();
        if (Files.exists(registry.promotionLog()) || !faults.isEmpty()) {
            findings.check(PROMOTIONS, registry.promotionLog().getFileName() + " can be read", faults);
        }
    }

    private static List<String> faults(RunFiles files) throws IOException {
        var faults = new ArrayList<String>();
        boolean restorable = files.isRestorable();
        files.faults().forEach(each -> faults.add(each + (restorable
                ? " 'tidemark repair' copies model and manifest back from the model in use."
                : ADVICE)));
        unreadable(files).ifPresent(each -> faults.add(each + ADVICE));
        unreadableVerdict(files).ifPresent(each -> faults.add(Sentences.of(each)
                + " 'tidemark repair' takes it out of the run, which then counts as not judged."));
        return faults;
    }

    /// What is wrong with the evaluation; it is no matter here whether there is one.
    private static Optional<String> unreadable(RunFiles files) {
        try {
            RunRecord run = files.run();
            if (Files.exists(run.evaluation())) {
                switch (run.model()) {
                    case REGIME_CLASSIFIER -> RunEvaluations.regime(run);
                    case PROBABILITY_OF_TOUCH -> RunEvaluations.pot(run);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Files.exists(files.evaluation())
                    && files.faults().stream().noneMatch(each -> each.equals(e.getMessage()))
                            ? Optional.of(Sentences.of(String.valueOf(e.getMessage())))
                            : Optional.empty();
        }
    }

    private static Optional<String> unreadableVerdict(RunFiles files) {
        try {
            PromotionVerdict.in(files.verdict());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Verdicts that cannot be read.
    List<Path> unreadableVerdicts() throws IOException {
        var files = new ArrayList<Path>();
        for (ModelKind model : ModelKind.values()) {
            for (RunFiles run : registry.runFiles(model)) {
                if (unreadableVerdict(run).isPresent()) {
                    files.add(run.verdict());
                }
            }
        }
        return files;
    }

    /// Which runs were put in use, by what their verdicts tell.
    List<PromotionStep> promoted() throws IOException {
        var steps = new ArrayList<PromotionStep>();
        for (ModelKind model : ModelKind.values()) {
            for (RunFiles run : registry.runFiles(model)) {
                if (unreadableVerdict(run).isEmpty()) {
                    PromotionVerdict.in(run.verdict()).filter(PromotionVerdict::promoted)
                            .map(each -> new PromotionStep(each.at(), each.model(), each.run(),
                                    PromotionStep.Way.PROMOTED))
                            .ifPresent(steps::add);
                }
            }
        }
        return steps;
    }
}

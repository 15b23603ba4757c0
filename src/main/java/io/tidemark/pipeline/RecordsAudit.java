package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks what a workspace knows about itself: its settings, what a person decided, its reports, and whether what its
/// training sets were made of is still there.
final class RecordsAudit {
    /// Names of what is checked.
    static final String SETTINGS = "settings of the workspace";
    static final String REPORTS = "reports";
    private static final String SOURCES = "sources of the sets";

    private final Workspace workspace;

    RecordsAudit(Workspace workspace) {
        this.workspace = workspace;
    }

    void into(Findings findings) throws IOException {
        var faults = sourceFaults();
        findings.check(SOURCES, "all files are there", faults);
        findings.check(SETTINGS, () -> workspace.source().orElseThrow(() -> new IOException(workspace.settingsFile()
                + " is gone, or does not tell where the bars come from. 'tidemark repair' writes it from the bars."))
                .text());
        var labelling = WorkspaceLabelling.of(workspace);
        decided(findings, "thresholds of the regimes", labelling.rulesFile(), () -> "as kept on disk, "
                + labelling.thresholds());
        decided(findings, "marks on days", labelling.marksFile(), () -> labelling.marks().inOrder().size() + " marks");
        decided(findings, "rules of promotion", PromotionRules.file(workspace), () -> {
            PromotionRules.of(workspace);
            return "can be read";
        });
        decided(findings, "schedule", workspace.scheduleFile(), () -> {
            Json.read(workspace.scheduleFile(), Map.class);
            return "can be read";
        });
        List<Path> reports = reports();
        if (!reports.isEmpty()) {
            findings.check(REPORTS, reports.size() + " updates", reportFaults(reports));
        }
    }

    private static void decided(Findings findings, String what, Path file, Findings.Look look) {
        if (Files.exists(file)) {
            findings.check(what, () -> {
                try {
                    return look.at();
                } catch (IOException | IllegalArgumentException e) {
                    throw new IOException(Sentences.of(String.valueOf(e.getMessage())) + " Correct it or put it back "
                            + "from a backup; without it the usual is in force, as if nobody had decided anything.",
                            e);
                }
            });
        }
    }

    private List<String> sourceFaults() throws IOException {
        var faults = new ArrayList<String>();
        for (DatasetFiles files : List.of(DatasetFiles.regime(workspace.historical()),
                DatasetFiles.pot(workspace.historical()))) {
            manifest(files).stream().flatMap(set -> set.origin().inputs().keySet().stream()).sorted()
                    .map(workspace.historical()::resolve).filter(file -> !Files.exists(file))
                    .map(file -> file + " is gone; " + files.data().getFileName() + " was made of it. Put it back from "
                            + "a backup, or fetch it again ('tidemark download'); the next set is made without it.")
                    .filter(each -> !faults.contains(each)).forEach(faults::add);
        }
        return faults;
    }

    /// What is wrong with a set itself is told elsewhere.
    private static Optional<DatasetManifest> manifest(DatasetFiles files) {
        try {
            return files.readManifest();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Path> reports() throws IOException {
        if (!Files.isDirectory(workspace.reports())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(workspace.reports())) {
            return files.filter(file -> file.getFileName().toString().matches("update-.*\\.json")).sorted().toList();
        }
    }

    private static List<String> reportFaults(List<Path> reports) {
        var faults = new ArrayList<String>();
        for (Path file : reports) {
            try {
                Json.read(file, UpdateRecord.class);
                if (!Files.exists(RecordedUpdate.page(file))) {
                    faults.add(RecordedUpdate.page(file) + " is gone; 'tidemark repair' writes it again.");
                }
            } catch (IOException e) {
                faults.add(Sentences.of(String.valueOf(e.getMessage()))
                        + " 'tidemark repair' takes it away; its page stays.");
            }
        }
        return faults;
    }

    /// Mends what can be mended of the reports.
    void mendReports(RepairWork work) throws IOException {
        for (Path file : reports()) {
            UpdateRecord update;
            try {
                update = Json.read(file, UpdateRecord.class);
            } catch (IOException e) {
                work.setAside(file, "Report " + file.getFileName() + ": it cannot be read; its page stays.");
                continue;
            }
            if (!Files.exists(RecordedUpdate.page(file))) {
                RecordedUpdate.writePage(file, update);
                work.mended("Report " + file.getFileName() + ": its page is written again.");
            }
        }
    }
}

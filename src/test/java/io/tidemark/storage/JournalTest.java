package io.tidemark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path root;
    private Path bars;
    private Path model;
    private Journal journal;

    @BeforeEach
    void oldFiles() throws IOException {
        bars = Files.createDirectories(root.resolve("data")).resolve("bars.csv");
        model = Files.createDirectories(root.resolve("models")).resolve("model.ubj");
        Files.writeString(bars, "old bars");
        Files.writeString(model, "old model");
        journal = Journal.in(root.resolve("data/journal"));
    }

    private void change(String bars, String model) throws IOException {
        try (Journal.Change change = journal.begin("replace bars and model")) {
            change.putText(this.bars, bars);
            change.putText(this.model, model);
            change.commit();
        }
    }

    private String state() throws IOException {
        return journal.read(view -> Files.readString(view.of(bars)) + ", " + Files.readString(view.of(model)));
    }

    private void assertNothingElseIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(bars, model);
        }
        assertThat(root.resolve("data/journal")).doesNotExist();
    }

    @Test
    void commitReplacesAllFilesAndLeavesNothingBehind() throws IOException {
        change("new bars", "new model");

        assertThat(bars).hasContent("new bars");
        assertThat(model).hasContent("new model");
        assertThat(journal.recover()).isEmpty();
        assertNothingElseIsLeft();
    }

    @Test
    void withoutCommitNothingChanges() throws IOException {
        try (Journal.Change change = journal.begin("replace bars")) {
            change.putText(bars, "new bars");
        }

        assertThat(bars).hasContent("old bars");
        assertNothingElseIsLeft();
    }

    @Test
    void missingFoldersOfTargetsAreMade() throws IOException {
        try (Journal.Change change = journal.begin("archive")) {
            change.copy(bars, root.resolve("data/archive/1/bars.csv"));
            change.commit();
        }

        assertThat(root.resolve("data/archive/1/bars.csv")).hasContent("old bars");
    }

    @Test
    void deathBeforeAnyChangeLeavesOneStateForReadersAndForWhoeverComesNext() throws Exception {
        int deaths = Deaths.changesOf(() -> change("0", "0")).size();
        assertThat(deaths).isGreaterThanOrEqualTo(9);
        for (int death = 1; death <= deaths; death++) {
            change("old bars", "old model");
            assertThat(Deaths.before(death, () -> change("new bars", "new model"))).isTrue();

            String seen = state();
            assertThat(seen).as("before change %d", death).isIn("old bars, old model", "new bars, new model");
            List<Recovered> found = journal.recover();

            assertThat(state()).isEqualTo(seen);
            assertThat(found).allSatisfy(each -> assertThat(each.what()).isEqualTo("replace bars and model"));
            assertNothingElseIsLeft();
        }
    }

    @Test
    void recoveryItselfMayDieAtAnyMoment() throws Exception {
        int lastMove = Deaths.changesOf(() -> change("0", "0")).lastIndexOf("move model.ubj") + 1;
        for (int death = 1; death <= 4; death++) {
            change("old bars", "old model");
            Deaths.before(lastMove, () -> change("new bars", "new model"));
            assertThat(model).hasContent("old model");

            Deaths.before(death, journal::recover);
            assertThat(state()).isEqualTo("new bars, new model");
            journal.recover();

            assertThat(state()).isEqualTo("new bars, new model");
            assertNothingElseIsLeft();
        }
    }

    @Test
    void theNextChangeFirstCompletesTheOneThatCounted() throws Exception {
        int lastMove = Deaths.changesOf(() -> change("0", "0")).lastIndexOf("move model.ubj") + 1;
        Deaths.before(lastMove, () -> change("new bars", "new model"));

        try (Journal.Change change = journal.begin("replace bars")) {
            change.putText(bars, "newest bars");
            change.commit();
        }

        assertThat(journal.recover()).isEmpty();
        assertThat(state()).isEqualTo("newest bars, new model");
        assertNothingElseIsLeft();
    }

    @Test
    void recoveryTellsWhatItDid() throws Exception {
        List<String> changes = Deaths.changesOf(() -> change("0", "0"));
        Deaths.before(changes.indexOf("write model.ubj") + 1, () -> change("new bars", "new model"));
        assertThat(journal.recover()).singleElement().hasToString(
                "Took back what was interrupted: replace bars and model. The files from before stand.");

        Deaths.before(changes.lastIndexOf("move bars.csv") + 1, () -> change("new bars", "new model"));
        assertThat(journal.recover()).singleElement().hasToString(
                "Finished what was interrupted: replace bars and model (bars.csv, model.ubj).");
    }

    @Test
    void aMovedWorkspaceStillRecovers() throws Exception {
        List<String> changes = Deaths.changesOf(() -> change("0", "0"));
        Deaths.before(changes.lastIndexOf("move model.ubj") + 1, () -> change("new bars", "new model"));
        Path elsewhere = root.resolveSibling(root.getFileName() + "-moved");
        Files.move(root, elsewhere);
        try {
            Journal.in(elsewhere.resolve("data/journal")).recover();

            assertThat(elsewhere.resolve("models/model.ubj")).hasContent("new model");
        } finally {
            Files.move(elsewhere, root);
        }
    }

    @Test
    void aDamagedNewFileIsToldAndNothingIsUsed() throws Exception {
        List<String> changes = Deaths.changesOf(() -> change("old bars", "old model"));
        Deaths.before(changes.lastIndexOf("move bars.csv") + 1, () -> change("new bars", "new model"));
        Files.writeString(root.resolve("data/journal/000001/0001"), "new modem");

        assertThat(journal.recover()).singleElement().satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(Recovered.Outcome.DAMAGED);
            assertThat(each.toString()).contains("replace bars and model", "The new model.ubj is not the file",
                    "damaged-000001", "tidemark verify");
        });
        assertThat(bars).hasContent("old bars");
        assertThat(model).hasContent("old model");
        assertThat(journal.recover()).isEmpty();
        change("newer bars", "newer model");
        assertThat(state()).isEqualTo("newer bars, newer model");
    }

    @Test
    void aDamagedRecordIsToldWhateverByteIsWrong() throws Exception {
        List<String> changes = Deaths.changesOf(() -> change("old bars", "old model"));
        for (int at = 0; at < 400; at += 7) {
            Deaths.before(changes.lastIndexOf("move bars.csv") + 1, () -> change("new bars", "new model"));
            Path record = root.resolve("data/journal/000001/commit.json");
            byte[] bytes = Files.readAllBytes(record);
            bytes[at] ^= 0x11;
            Files.write(record, bytes);

            assertThat(journal.recover()).singleElement().extracting(Recovered::outcome).as("byte %d", at)
                    .isEqualTo(Recovered.Outcome.DAMAGED);
            assertThat(state()).isEqualTo("old bars, old model");
        }
    }

    @Test
    void aDiskThatFailsAtAnyChangeLeavesOneStateAndSaysWhich() throws Exception {
        int steps = Deaths.changesOf(() -> change("old bars", "old model")).size();
        for (int at = 1; at < steps; at++) {
            int failing = at;
            String before = state();
            assertThatThrownBy(() -> Deaths.failing(failing, "Input/output error",
                    () -> change("bars " + failing, "model " + failing))).as("change %d", at)
                    .isInstanceOf(IOException.class).hasMessageContaining("replace bars and model")
                    .hasMessageContaining("Input/output error").satisfies(e -> assertThat(state()).isEqualTo(
                            e.toString().contains("stays as it is")
                                    ? before
                                    : "bars %d, model %d".formatted(failing,
                                            failing)));
            journal.recover();
            assertNothingElseIsLeft();
        }
    }

    @Test
    void aFullDiskLeavesTheOldStateAndSaysSo() {
        assertThatThrownBy(() -> Deaths.full(3, () -> change("new bars", "new model")))
                .hasMessage("Could not replace bars and model: the disk is full (No space left on device). "
                        + "What was stored stays as it is.");
        assertThat(bars).hasContent("old bars");
    }

    @Test
    void aTargetThatCannotBeReplacedIsFoundBeforeAnythingCounts() throws IOException {
        Files.delete(model);
        Files.createDirectories(model.resolve("something"));

        assertThatThrownBy(() -> change("new bars", "new model"))
                .hasMessageContaining("is a folder where a file belongs").hasMessageContaining("stays as it is");
        assertThat(bars).hasContent("old bars");
        assertThat(journal.recover()).isEmpty();
    }

    @Test
    void aFileIsPutOnce() throws IOException {
        try (Journal.Change change = journal.begin("replace bars")) {
            change.putText(bars, "new bars");
            assertThatThrownBy(() -> change.putText(bars, "other bars")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theFingerprintIsThatOfWhatWasPutLast() throws IOException {
        try (Journal.Change change = journal.begin("replace bars")) {
            change.putText(bars, "new bars");
            assertThat(change.fingerprint()).isEqualTo(Sha256.of("new bars".getBytes(
                    StandardCharsets.UTF_8)));
        }
    }
}

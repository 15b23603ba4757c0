package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.Symbol;
import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedUpdateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-01T12:30:15Z"), ZoneOffset.UTC);
    private static final Symbol SPY = Symbol.of("SPY");

    @TempDir
    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void storeJune() throws Exception {
        workspace = Workspace.at(folder);
        download(LocalDate.of(2024, 6, 28));
    }

    private DownloadReport download(LocalDate today) throws StageFailure {
        var feed = new SyntheticFeed(today);
        return new Download(workspace, feed, feed.clock()).run(List.of(SPY), 3, false, RunContext.unwatched());
    }

    private RecordedUpdate.Kept update(RecordedUpdate.Work work) throws Exception {
        return new RecordedUpdate(workspace, CLOCK).run(work, RunContext.unwatched());
    }

    private UpdateRecord json(String name) throws IOException {
        return Json.read(workspace.reports().resolve(name + ".json"), UpdateRecord.class);
    }

    private String page(String name) throws IOException {
        return Files.readString(workspace.reports().resolve(name + ".md"));
    }

    @Test
    void newBarsAreInTheReportSymbolBySymbol() throws Exception {
        RecordedUpdate.Kept kept = update(
                () -> UpdateReport.nothingNew(download(LocalDate.of(2024, 7, 31)), List.of()));

        assertThat(kept.page()).isEqualTo(workspace.reports().resolve("update-2024-08-01T123015Z.md"));
        UpdateRecord update = json("update-2024-08-01T123015Z");
        assertThat(update.good()).isTrue();
        assertThat(update.changes().get("SPY")).isNotNull().extracting(BarChange::added).isEqualTo(22);
        assertThat(update.after().bars()).hasEntrySatisfying("SPY", now -> {
            assertThat(now.lastDate()).isEqualTo("2024-07-31");
            assertThat(update.before().bars()).hasEntrySatisfying("SPY",
                    before -> assertThat(now.rows()).isEqualTo(before.rows() + 22));
        });
        assertThat(page("update-2024-08-01T123015Z")).contains("# Update of 2024-08-01 12:30:15 UTC", "DEMO DATA",
                "| 2024-07-31 | 22 new bars |");
    }

    @Test
    void aFailureTellsWhereItFailedAndWhatWasKept() throws Exception {
        assertThatThrownBy(() -> update(() -> {
            download(LocalDate.of(2024, 7, 31));
            throw new StageFailure(Stage.PREPARE_POT, "The disk is full.");
        })).isInstanceOf(StageFailure.class).hasMessage("The disk is full. The report is "
                + workspace.reports().resolve("update-2024-08-01T123015Z.md") + ".");

        UpdateRecord update = json("update-2024-08-01T123015Z");
        assertThat(update.good()).isFalse();
        assertThat(update.failedAt()).isEqualTo("prepare-pot");
        assertThat(page("update-2024-08-01T123015Z")).contains(
                "**FAILED at the stage `prepare-pot`.** The disk is full.",
                "What had come before it failed is kept too", "| 2024-07-31 |");
    }

    @Test
    void aFailureThatChangedNothingSaysSo() throws Exception {
        assertThatThrownBy(() -> update(() -> {
            throw new IOException("Nobody answers at 127.0.0.1:7497.");
        })).isInstanceOf(IOException.class).hasMessage("Nobody answers at 127.0.0.1:7497.");

        assertThat(page("update-2024-08-01T123015Z")).contains("**FAILED.** Nobody answers at 127.0.0.1:7497.",
                "Nothing changed.");
    }

    @Test
    void aStoppedUpdateLeavesAReport() throws Exception {
        assertThatThrownBy(() -> update(() -> {
            throw new CancellationException("Download bars was cancelled");
        })).isInstanceOf(CancellationException.class);

        assertThat(page("update-2024-08-01T123015Z")).contains("It was stopped.");
    }

    @Test
    void noReportTakesThePlaceOfAnother() throws Exception {
        Path first = update(() -> UpdateReport.nothingNew(download(LocalDate.of(2024, 7, 31)), List.of())).page();
        String text = Files.readString(first);
        Path second = update(() -> UpdateReport.nothingNew(download(LocalDate.of(2024, 7, 31)), List.of())).page();

        assertThat(second).isNotEqualTo(first);
        assertThat(first).hasContent(text);
    }

    @Test
    void aReportThatCannotBeWrittenDoesNotHideTheFailure() throws Exception {
        Files.writeString(workspace.reports(), "a file where the folder belongs");

        assertThatThrownBy(() -> update(() -> {
            throw new StageFailure(Stage.DOWNLOAD, "Nobody answers.");
        })).hasMessage("Nobody answers.");
    }
}

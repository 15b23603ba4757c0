package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.BarStore;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.storage.Sha256;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {
    private static final SyntheticFeed FEED = new SyntheticFeed(LocalDate.of(2024, 6, 28));
    private static final Clock CLOCK = FEED.clock();
    private static final String BARS = "data/historical/SPY_daily_10y.csv";

    @TempDir
    private static Path template;
    @TempDir
    private Path folder;
    private Workspace workspace;
    private Map<String, String> before;

    @BeforeAll
    static void setUp() throws Exception {
        Workspace whole = Workspace.at(template.resolve("whole"));
        var settings = Growth.SETTINGS.withSymbols(List.of(Universe.SPY, Universe.VIX))
                .withSamplesPerSymbol(400).withRealShare(0.5);
        new Setup(whole, FEED, CLOCK).run(settings, WorkspaceLabelling.of(whole).labelling(1), false,
                RunContext.unwatched());
    }

    @BeforeEach
    void copy() throws IOException {
        workspace = Workspace.at(folder.resolve("w"));
        MonthlyUpdateTest.copy(template.resolve("whole"), workspace.root());
        before = files();
    }

    /// Fingerprints of all files but the copies of damaged ones.
    private Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(workspace.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(workspace.damaged())) {
                    found.put(workspace.root().relativize(file).toString().replace('\\', '/'), Sha256.of(file));
                }
            }
        }
        return found;
    }

    private boolean isGood() throws StageFailure {
        return new Verify(workspace, CLOCK).run(RunContext.unwatched()).good();
    }

    private RepairReport repair() throws StageFailure {
        return new Repair(workspace, CLOCK).run(RunContext.unwatched());
    }

    private Path file(String name) {
        return workspace.root().resolve(name);
    }

    private byte[] truncate(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        Files.write(file(name), half);
        return half;
    }

    private void editOneByte(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(name), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/historical/regime_training_data.npz", "data/historical/regime_feature_names.txt",
            "data/historical/regime_training_data.npz.json", "data/historical/pot_training_data.npz",
            "data/historical/pot_feature_names.txt", "data/historical/pot_samples.csv",
            "data/historical/pot_training_data.npz.json", "models/regime_classifier.ubj",
            "models/regime_classifier.json",
            "models/regime_classifier.joblib", "models/probability_of_touch.ubj", "models/probability_of_touch.json",
            "models/probability_of_touch.joblib"})
    void aDerivedFileIsFoundTruncatedAndMadeAgainByteForByte(String name) throws Exception {
        byte[] damaged = truncate(name);
        assertThat(isGood()).isFalse();

        RepairReport report = repair();

        assertThat(report.good()).as(report.sentence()).isTrue();
        assertThat(report.mended()).hasSize(1);
        assertThat(files()).isEqualTo(before);
        Path copy = report.damaged().orElseThrow().resolve(name);
        assertThat(copy).hasBinaryContent(damaged);
        assertThat(isGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/historical/regime_training_data.npz", "data/historical/pot_samples.csv",
            "models/regime_classifier.ubj", "models/regime_classifier.json", "models/probability_of_touch.joblib"})
    void oneWrongByteIsEnough(String name) throws Exception {
        editOneByte(name);
        assertThat(isGood()).isFalse();

        assertThat(repair().good()).isTrue();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsMadeAgain() throws Exception {
        for (String name : List.of("data/historical/pot_training_data.npz",
                "data/historical/pot_training_data.npz.json",
                "data/historical/regime_training_data.npz.json", "models/regime_classifier.ubj",
                "models/regime_classifier.json", "models/probability_of_touch.joblib")) {
            Files.delete(file(name));
        }
        assertThat(isGood()).isFalse();

        assertThat(repair().mended()).hasSize(4);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nothingIsTouchedWhenNothingIsDamaged() throws Exception {
        RepairReport report = repair();

        assertThat(report).isEqualTo(new RepairReport(List.of(), List.of(), Optional.empty()));
        assertThat(report.sentence()).isEqualTo("Nothing is damaged. No file was changed.");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void damagedBarsThatNothingHasAreToldWithWhatToDo() throws Exception {
        editOneByte(BARS);
        truncate("data/historical/regime_training_data.npz");
        Map<String, String> damaged = files();

        RepairReport report = repair();

        assertThat(report.good()).isFalse();
        assertThat(report.broken()).anySatisfy(each -> assertThat(each).startsWith("bars of SPY: ")
                .contains("SPY_daily_10y.csv").contains("Download or import SPY again"));
        assertThat(report.broken()).anySatisfy(each -> assertThat(each).startsWith("regime training set: ")
                .contains("Download or import SPY again"));
        assertThat(files()).isEqualTo(damaged);
    }

    @Test
    void damagedBarsComeFromTheArchive() throws Exception {
        var store = new BarStore(workspace.historical());
        Symbol spy = Universe.SPY;
        List<DailyBar> bars = store.loadExact(spy);
        store.replacePast(spy, bars.subList(1, bars.size()), store.manifest(spy).orElseThrow().provenance(),
                Optional.empty());
        byte[] damaged = truncate(BARS);
        assertThat(isGood()).isFalse();

        RepairReport report = repair();

        assertThat(report.good()).as(report.sentence()).isTrue();
        assertThat(report.mended()).singleElement().asString().contains("archive", "2024-06-28", "tidemark update");
        assertThat(store.loadExact(spy)).isEqualTo(bars);
        assertThat(report.damaged().orElseThrow().resolve(BARS)).hasBinaryContent(damaged);
    }

    @Test
    void aModelWhoseRunIsDamagedTooIsToldWithWhatToDo() throws Exception {
        truncate("models/regime_classifier.ubj");
        truncate("models/runs/regime_classifier/0001/regime_classifier.ubj");

        RepairReport report = repair();

        assertThat(report.broken()).hasSize(2)
                .anySatisfy(each -> assertThat(each).startsWith("regime classifier: ").contains("0001")
                        .contains("tidemark promote"))
                .anySatisfy(each -> assertThat(each).startsWith("runs of the regime classifier: ").contains("0001"));
    }
}

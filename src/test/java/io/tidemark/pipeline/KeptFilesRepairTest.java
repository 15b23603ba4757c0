package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.chain.BegunSnapshot;
import io.tidemark.chain.ChainCounts;
import io.tidemark.chain.ChainPlan;
import io.tidemark.chain.ChainPlans;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.chain.ChainTerms;
import io.tidemark.history.BarStore;
import io.tidemark.history.Continuation;
import io.tidemark.history.Correction;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage to the files that nothing is made from anew: former values, former pasts, snapshots, runs, decisions.
class KeptFilesRepairTest {
    private static final SyntheticFeed FEED = new SyntheticFeed(LocalDate.of(2024, 6, 28));
    private static final Clock CLOCK = FEED.clock();
    private static final Symbol SPY = Universe.SPY;
    private static final Symbol AMD = Symbol.of("AMD");
    private static final String REGIME_RUN = "models/runs/regime_classifier/0001/";
    private static final String TOUCH_RUN = "models/runs/probability_of_touch/0001/";

    @TempDir
    private static Path template;
    @TempDir
    private Path folder;
    private Workspace workspace;
    private Set<String> before;

    @BeforeAll
    static void setUp() throws Exception {
        Workspace whole = Workspace.at(template.resolve("whole"));
        var settings = Growth.SETTINGS.withSymbols(List.of(SPY, Universe.VIX)).withSamplesPerSymbol(400);
        new Setup(whole, FEED, CLOCK).run(settings, WorkspaceLabelling.of(whole).labelling(1), false,
                RunContext.unwatched());
        correctAndRestate(new BarStore(whole.historical()));
        correct(new VolatilityStore(whole.historical()));
        collect(whole);
        WorkspaceLabelling.of(whole).apply(RegimeThresholds.defaults());
        WorkspaceLabelling.of(whole).add(new RegimeMark(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3), null,
                "looked at", CLOCK.instant()));
        PromotionRules.defaults().keepIn(whole);
        Files.writeString(whole.scheduleFile(), "{\"format\" : 1}\n");
        assertThatThrownBy(() -> new RecordedUpdate(whole, CLOCK).run(() -> {
            throw new StageFailure(Stage.DOWNLOAD, "No gateway.");
        }, RunContext.unwatched())).isInstanceOf(StageFailure.class);
        assertThat(new Verify(whole, CLOCK).run(RunContext.unwatched()).checks()).allMatch(VerifyReport.Check::good);
    }

    private static void correctAndRestate(BarStore store) throws IOException {
        List<DailyBar> bars = store.loadExact(SPY);
        var from = store.manifest(SPY).orElseThrow().provenance();
        var correction = new Correction(bars.getFirst().date(), "volume", Optional.of(BigDecimal.ONE), BigDecimal.TEN);
        store.grow(SPY, new Continuation.Grown(bars, 0, List.of(correction, correction)), from);
        store.replacePast(SPY, bars, from, Optional.empty());
    }

    private static void correct(VolatilityStore store) throws IOException {
        for (String value : List.of("0.15", "0.16")) {
            var day = DailyBar.of(LocalDate.of(2024, 6, 27), value, value, value, value, "0");
            store.save(SPY, List.of(day), FEED.open(Progress.none()), CLOCK.instant());
        }
    }

    private static void collect(Workspace whole) throws IOException {
        var store = new ChainStore(whole.historical());
        store.store(snapshot(SPY, "2024-06-26T15:30:00Z"));
        store.store(snapshot(SPY, "2024-06-27T15:30:00Z"));
        store.keep(snapshot(AMD, "2024-06-27T15:30:00Z"));
        new ChainPlans(whole.historical()).put(new ChainPlan(SPY, 3, 7, CLOCK.instant()));
    }

    private static BegunSnapshot snapshot(Symbol symbol, String takenAt) {
        var source = new DataSource(DataSource.Kind.DEMO, "42");
        var terms = new ChainTerms(symbol, source, Instant.parse(takenAt), 545.1, "SMART",
                symbol.value(), "100");
        var rows = List.of(row(symbol, "550"), row(symbol, "555"));
        return new BegunSnapshot(terms, new ChainCounts(3, 2, 0, 0), List.of(rows.getFirst().option()), rows);
    }

    private static ChainRow row(Symbol symbol, String strike) {
        var option = new OptionContract(symbol, LocalDate.of(2024, 7, 19), new BigDecimal(strike), true);
        return new ChainRow(option, new OptionQuote(4.9, 5.1, 5.0,
                new OptionQuote.Greeks(0.21, 0.4, 0.02, 0.5, -0.3), 545.1, false));
    }

    @BeforeEach
    void copy() throws IOException {
        workspace = Workspace.at(folder.resolve("w"));
        MonthlyUpdateTest.copy(template.resolve("whole"), workspace.root());
        before = names();
    }

    private Set<String> names() throws IOException {
        try (var files = Files.walk(workspace.root())) {
            return files.filter(Files::isRegularFile).filter(file -> !file.startsWith(workspace.damaged()))
                    .map(file -> workspace.root().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<VerifyReport.Check> bad() throws StageFailure {
        return new Verify(workspace, CLOCK).run(RunContext.unwatched()).checks().stream()
                .filter(check -> !check.good()).toList();
    }

    private RepairReport repair() throws StageFailure {
        return new Repair(workspace, CLOCK).run(RunContext.unwatched());
    }

    enum Harm {
        CUT, FLIP, DELETE
    }

    private byte[] harm(String name, Harm harm) throws IOException {
        Path file = workspace.root().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        switch (harm) {
            case CUT -> bytes = Arrays.copyOf(bytes, bytes.length - Math.min(4, bytes.length / 2));
            case FLIP -> bytes[bytes.length - 3] ^= 1;
            case DELETE -> {
                Files.delete(file);
                return bytes;
            }
        }
        Files.write(file, bytes);
        return bytes;
    }

    /// What is done to a file and what has to be said: by the verification, and by the repair.
    private record Case(String file, Harm harm, String told, String then) {}

    private static final List<Case> MENDABLE = List.of(
            new Case("data/historical/SPY_revisions.csv", Harm.CUT, "SPY_revisions.csv, line 3: the file ends in the",
                    "1 of 2 can be read and stay, and nothing proves"),
            new Case("data/historical/SPY_revisions.csv", Harm.FLIP, "SPY_revisions.csv: was changed after",
                    "2 of 2 can be read and stay, and nothing proves"),
            new Case("data/historical/SPY_revisions.csv", Harm.DELETE, "is gone, with 2 corrections",
                    "0 of 2 can be read"),
            new Case("data/historical/SPY_iv_revisions.csv", Harm.CUT, "line 5: the file ends in the middle",
                    "3 of 4 can be read"),
            new Case("data/historical/SPY_iv_revisions.json", Harm.DELETE, "SPY_iv_revisions.csv: has no readable mani",
                    "Revisions of the volatility of SPY: 4 can be read"),
            new Case("data/historical/chains/plans.json", Harm.CUT, "plans.json, line", "Plan them again"),
            new Case("data/historical/chains/AMD/begun.json", Harm.CUT, "begun.json, line", "Take another one"),
            new Case("data/workspace.json", Harm.CUT, "workspace.json, line", "written anew from where its bars"),
            new Case("data/workspace.json", Harm.DELETE, "workspace.json is gone", "written anew from where its bars"),
            new Case("models/promotions.csv", Harm.CUT, "promotions.csv, line 3: the file ends in the middle",
                    "Log of promotions: written anew"),
            new Case("models/promotions.csv", Harm.FLIP, "promotions.csv, line 3 is not 'at,model,run,way'",
                    "Log of promotions: written anew"),
            new Case("models/promotions.csv", Harm.DELETE, "promotions.csv does not tell that run 1 of regime_",
                    "Log of promotions: written anew"),
            new Case(REGIME_RUN + "regime_classifier.json", Harm.CUT, REGIME_RUN + "regime_classifier.json, line",
                    "Run 0001 of the regime classifier: model and manifest are copied back"),
            new Case(REGIME_RUN + "regime_classifier.json", Harm.DELETE,
                    REGIME_RUN + "regime_classifier.json is missing", "Run 0001 of the regime classifier: model and"),
            new Case(REGIME_RUN + "regime_classifier.ubj", Harm.FLIP, "is not the file", "Run 0001 of the regime"),
            new Case(TOUCH_RUN + "probability_of_touch.ubj", Harm.DELETE,
                    TOUCH_RUN + "probability_of_touch.ubj is gone",
                    "Run 0001 of the probability of touch: model and"),
            new Case(TOUCH_RUN + "promotion.json", Harm.CUT, TOUCH_RUN + "promotion.json, line",
                    "the run counts as not judged"));

    @ParameterizedTest
    @EnumSource
    void whatIsLeftIsMendedAndTheDamagedFilesAreKept(Harm harm) throws Exception {
        var damaged = new HashMap<Case, byte[]>();
        for (Case each : MENDABLE) {
            if (each.harm() == harm) {
                damaged.put(each, harm(each.file(), harm));
            }
        }

        List<VerifyReport.Check> bad = bad();
        RepairReport report = repair();

        assertThat(report.good()).as(report.sentence()).isTrue();
        damaged.forEach((each, bytes) -> {
            assertThat(bad).as(each.file()).anySatisfy(check -> assertThat(check.detail()).contains(each.told()));
            assertThat(report.mended()).as(each.file()).anySatisfy(one -> assertThat(one).contains(each.then()));
            if (harm != Harm.DELETE) {
                assertThat(report.damaged().orElseThrow().resolve(each.file())).hasBinaryContent(bytes);
            }
        });
    }

    private static final List<Case> BEYOND_REPAIR = List.of(
            new Case("data/historical/SPY_iv_daily_10y.csv", Harm.CUT, "line 2: has 5 fields",
                    "Download or import SPY again; its implied volatility"),
            new Case("data/historical/SPY_iv_daily_10y.csv", Harm.DELETE, "is gone, with 1 bars",
                    "Download or import SPY again; its implied volatility"),
            new Case("data/historical/SPY_iv_daily_10y.json", Harm.FLIP, "SPY_iv_daily_10y.csv", "Download or import"),
            new Case("data/historical/archive/0001/SPY_daily_10y.csv", Harm.CUT, "the file ends in the middle of this",
                    "Put it back from a backup"),
            new Case("data/historical/archive/0001/SPY_daily_10y.csv", Harm.FLIP, "was changed after it was written",
                    "Put it back from a backup"),
            new Case("data/historical/archive/0001/SPY_daily_10y.csv", Harm.DELETE, "is gone, with",
                    "add .damaged to the names"),
            new Case("data/historical/chains/SPY/2024-06-27T1530Z.csv", Harm.CUT, "T1530Z.csv, line 3: ",
                    "add .damaged to the names"),
            new Case("data/historical/chains/SPY/2024-06-27T1530Z.csv", Harm.FLIP, "T1530Z.csv, line 3: ",
                    "nobody can take the snapshot again"),
            new Case("data/historical/chains/SPY/2024-06-27T1530Z.csv", Harm.DELETE, "is gone, with 2 quotes",
                    "nobody can take the snapshot again"),
            new Case("data/historical/chains/SPY/2024-06-26T1530Z.json", Harm.CUT, "T1530Z.json, line",
                    "add .damaged to the names"),
            new Case("data/historical/chains/SPY/2024-06-26T1530Z.json", Harm.DELETE, "is gone, and nothing else",
                    "add .damaged to the names"),
            new Case("data/historical/VIX_daily_10y.csv", Harm.DELETE, "VIX_daily_10y.csv: is gone, with",
                    "Download or import VIX again"),
            new Case("data/regime_rules.json", Harm.CUT, "regime_rules.json, line", "the usual is in force"),
            new Case("data/promotion_rules.json", Harm.CUT, "promotion_rules.json, line", "the usual is in force"),
            new Case("data/schedule.json", Harm.CUT, "schedule.json, line", "the usual is in force"),
            new Case("data/historical/regime_label_overrides.csv", Harm.CUT, "regime_label_overrides.csv, line 2",
                    "the usual is in force"),
            new Case(REGIME_RUN + "holdout.ubj", Harm.FLIP, REGIME_RUN + "holdout.ubj is not the file",
                    "add .damaged to the name of the run's folder"),
            new Case(REGIME_RUN + "holdout.ubj", Harm.DELETE, REGIME_RUN + "holdout.ubj is gone", "add .damaged"),
            new Case(REGIME_RUN + "evaluation.json", Harm.CUT, REGIME_RUN + "evaluation.json, line", "add .damaged"),
            new Case(TOUCH_RUN + "evaluation.json", Harm.DELETE, TOUCH_RUN + "evaluation.json is gone",
                    "add .damaged"));

    @ParameterizedTest
    @EnumSource
    void whatNothingElseHasIsToldWithWhatToDoAndLeftAsItLies(Harm harm) throws Exception {
        var damaged = new HashMap<Case, byte[]>();
        for (Case each : BEYOND_REPAIR) {
            if (each.harm() == harm) {
                damaged.put(each, harm(each.file(), harm));
            }
        }
        Set<String> left = names();

        RepairReport report = repair();

        assertThat(report.good()).isFalse();
        assertThat(names()).isEqualTo(left);
        damaged.forEach((each, bytes) -> {
            assertThat(report.broken()).as(each.file())
                    .anySatisfy(one -> assertThat(one).contains(each.told(), each.then()));
            if (harm != Harm.DELETE) {
                assertThat(workspace.root().resolve(each.file())).hasBinaryContent(bytes);
            }
        });
    }

    @Test
    void whatTheTrainingSetsWereMadeOfIsMissedWithoutATrace() throws Exception {
        harm("data/historical/VIX_daily_10y.csv", Harm.DELETE);
        harm("data/historical/VIX_daily_10y.json", Harm.DELETE);

        assertThat(bad()).singleElement().satisfies(check -> assertThat(check.detail())
                .contains("VIX_daily_10y.csv is gone", "regime_training_data.npz was made of it"));
    }

    @Test
    void wholePastsAreMissedAndAPersonMaySayThatTheyAreGone() throws Exception {
        String past = "data/historical/archive/0001/SPY_daily_10y";
        harm(past + ".csv", Harm.DELETE);
        harm(past + ".json", Harm.DELETE);
        assertThat(bad()).singleElement().satisfies(check -> assertThat(check.detail()).contains("archive", "is gone",
                "SPY_daily_10y.csv.damaged"));

        Files.createFile(workspace.root().resolve(past + ".csv.damaged"));

        assertThat(bad()).isEmpty();
    }

    @Test
    void aSnapshotThatWasSetAsideIsPassedOver() throws Exception {
        String name = "data/historical/chains/SPY/2024-06-27T1530Z";
        harm(name + ".csv", Harm.FLIP);
        for (String ending : List.of(".csv", ".json")) {
            Path file = workspace.root().resolve(name + ending);
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
        }

        assertThat(bad()).isEmpty();
        assertThat(new ChainStore(workspace.historical()).manifests(SPY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".json", ".md"})
    void aReportIsFoundCutOrGone(String ending) throws Exception {
        String name = before.stream().filter(each -> each.startsWith("data/reports/") && each.endsWith(ending))
                .findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(workspace.root().resolve(name));
        harm(name, ending.equals(".md") ? Harm.DELETE : Harm.CUT);
        assertThat(bad()).singleElement().satisfies(check -> assertThat(check.what()).isEqualTo("reports"));

        assertThat(repair().good()).isTrue();

        assertThat(workspace.root().resolve(ending.equals(".md") ? name : name.replace(ending, ".md"))).exists();
        if (ending.equals(".md")) {
            assertThat(workspace.root().resolve(name)).hasBinaryContent(bytes);
        }
    }

    @Test
    void aRunWhoseFolderIsGoneComesBackAsFarAsTheModelInUseHasIt() throws Exception {
        for (String name : before) {
            if (name.startsWith("models/runs/regime_classifier/0001/")) {
                harm(name, Harm.DELETE);
            }
        }
        Files.delete(workspace.root().resolve("models/runs/regime_classifier/0001"));

        assertThat(bad()).anySatisfy(check -> assertThat(check.detail()).contains("run 1 of regime_classifier",
                "is gone"));
        RepairReport report = repair();

        assertThat(report.mended()).anySatisfy(each -> assertThat(each).contains("Run 0001", "copied back"));
        assertThat(report.broken()).singleElement().asString().contains("holdout.ubj is gone",
                "evaluation.json is gone");
    }

    @Test
    void theLogOfPromotionsIsTheSameAgainForTheRunsThatTellOfTheirs() throws Exception {
        Path log = workspace.root().resolve("models/promotions.csv");
        List<String> lines = Files.readAllLines(log);
        Files.delete(log);

        repair();

        assertThat(Files.readAllLines(log)).hasSameSizeAs(lines).element(0).isEqualTo("at,model,run,way");
        assertThat(Files.readAllLines(log).get(1)).endsWith(",regime_classifier,1,promoted");
        assertThat(Files.readAllLines(log).get(2)).endsWith(",probability_of_touch,1,promoted");
    }
}

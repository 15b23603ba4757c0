package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.HistoryDuration;
import io.tidemark.history.BarStore;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.workspace.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stored of one symbol, and what is served of it next.
class GrowingBarsTest {
    private static final Symbol NVDA = Symbol.of("NVDA");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-01T12:00:00Z"), ZoneOffset.UTC);
    /// Closes around 100 dollars, until the last session before the clock.
    private static final List<DailyBar> ALL = sessions(LocalDate.of(2022, 6, 1), LocalDate.of(2024, 6, 28));
    private static final List<DailyBar> UNTIL_MAY = ALL.subList(0, ALL.size() - 19);

    @TempDir
    private Path folder;
    private Workspace workspace;
    private BarStore store;

    private static List<DailyBar> sessions(LocalDate from, LocalDate to) {
        var bars = new ArrayList<DailyBar>();
        for (LocalDate date : TradingCalendar.nyse().sessions(from, to)) {
            bars.add(DailyBar.of(date, "100.10", "101.20", "99.30", "100." + (10 + bars.size() % 90), "5000000"));
        }
        return bars;
    }

    private static List<DailyBar> split(List<DailyBar> bars, int shares) {
        BigDecimal ratio = BigDecimal.valueOf(shares);
        return bars.stream().map(bar -> new DailyBar(bar.date(), bar.open().divide(ratio, 2, RoundingMode.HALF_EVEN),
                bar.high().divide(ratio, 2, RoundingMode.UP), bar.low().divide(ratio, 2, RoundingMode.DOWN),
                bar.close().divide(ratio, 2, RoundingMode.HALF_EVEN), bar.volume().multiply(ratio))).toList();
    }

    @BeforeEach
    void storeUntilMay() throws Exception {
        workspace = Workspace.at(folder);
        store = new BarStore(workspace.historical());
        try (var lock = workspace.lock("test")) {
            workspace.recover(lock);
        }
        assertThat(stored(download(new ServedBars(CLOCK, UNTIL_MAY), false)).change().added())
                .isEqualTo(UNTIL_MAY.size());
    }

    private SymbolOutcome download(BarFeed feed, boolean fresh) throws StageFailure {
        return new Download(workspace, feed, CLOCK).run(List.of(NVDA), fresh ? 3 : 2, fresh, RunContext.unwatched())
                .symbols()
                .getFirst();
    }

    private SymbolOutcome update(BarFeed feed, Symbol... trueJumps) throws StageFailure {
        return new Download(workspace, feed, CLOCK).update(List.of(NVDA), Set.of(trueJumps), RunContext.unwatched())
                .symbols().getFirst();
    }

    private static SymbolOutcome.Stored stored(SymbolOutcome outcome) {
        assertThat(outcome).isInstanceOf(SymbolOutcome.Stored.class);
        return (SymbolOutcome.Stored) outcome;
    }

    private static String failed(SymbolOutcome outcome) {
        assertThat(outcome).isInstanceOf(SymbolOutcome.Failed.class);
        return ((SymbolOutcome.Failed) outcome).sentence();
    }

    @Test
    void theMissingSessionsComeWithAMonthToCompare() throws Exception {
        var feed = new ServedBars(CLOCK, ALL);

        SymbolOutcome.Stored outcome = stored(update(feed));

        assertThat(feed.asked).containsExactly(HistoryDuration.months(3));
        assertThat(outcome.change().phrases()).containsExactly("19 new bars");
        assertThat(store.loadExact(NVDA)).isEqualTo(ALL);
        assertThat(stored(update(feed)).change().isAny()).isFalse();
    }

    @Test
    void aDownloadAsksForTheMissingSessionsOnlyAsWell() throws Exception {
        var feed = new ServedBars(CLOCK, ALL);

        assertThat(stored(download(feed, false)).change().added()).isEqualTo(19);

        assertThat(feed.asked).containsExactly(HistoryDuration.months(3));
    }

    @Test
    void aSplitShownByTheSharedDaysBringsTheWholeHistoryAnew() throws Exception {
        String before = Files.readString(store.file(NVDA));
        var feed = new ServedBars(CLOCK, split(ALL, 10));

        SymbolOutcome.Stored outcome = stored(update(feed));

        assertThat(outcome.change().phrases()).containsExactly("the past was restated for a split of 10:1; the bars "
                + "from before are in data/historical/archive", "19 new bars");
        assertThat(outcome.manifest().generation()).isEqualTo(2);
        assertThat(store.loadExact(NVDA)).isEqualTo(split(ALL, 10));
        assertThat(workspace.historical().resolve("archive/0001/NVDA_daily_10y.csv")).hasContent(before);
    }

    @Test
    void aSplitThatIsWorkedInBetweenTwoRequestsIsConfirmedByTheSecond() throws Exception {
        var cliff = new ArrayList<>(UNTIL_MAY);
        cliff.addAll(split(ALL.subList(UNTIL_MAY.size(), ALL.size()), 10));

        SymbolOutcome.Stored outcome = stored(update(new ServedBars(CLOCK, cliff).then(split(ALL, 10))));

        assertThat(outcome.change().split().orElseThrow()).hasToString("10:1");
        assertThat(store.loadExact(NVDA)).isEqualTo(split(ALL, 10));
    }

    @Test
    void aSplitThatIsNotWorkedInYetIsHeldBackAndTakenLater() throws Exception {
        int day = UNTIL_MAY.size() + 6;
        var cliff = new ArrayList<>(ALL.subList(0, day));
        cliff.addAll(split(ALL.subList(day, ALL.size()), 4));

        String sentence = failed(update(new ServedBars(CLOCK, cliff)));

        assertThat(sentence).contains("NVDA: opens on 2024-06-11 at 0.25 times its close of 2024-06-10",
                "The bars up to 2024-06-10 are stored", "--true-jump NVDA");
        assertThat(store.loadExact(NVDA)).isEqualTo(ALL.subList(0, day));

        assertThat(stored(update(new ServedBars(CLOCK, split(ALL, 4)))).change().split()).isPresent();
        assertThat(store.loadExact(NVDA)).isEqualTo(split(ALL, 4));
    }

    @Test
    void aTrueJumpIsStoredWhenAPersonSaysSo() throws Exception {
        var crash = new ArrayList<>(UNTIL_MAY);
        crash.addAll(split(ALL.subList(UNTIL_MAY.size(), ALL.size()), 2));

        assertThat(stored(update(new ServedBars(CLOCK, crash), NVDA)).change().added()).isEqualTo(19);

        assertThat(store.loadExact(NVDA)).isEqualTo(crash);
    }

    @Test
    void correctionsAreAppliedListedAndTold() throws Exception {
        var corrected = new ArrayList<>(ALL);
        int at = UNTIL_MAY.size() - 3;
        DailyBar old = corrected.get(at);
        corrected.set(at, new DailyBar(old.date(), old.open(), new BigDecimal("105.00"), old.low(),
                new BigDecimal("104.00"), old.volume()));

        SymbolOutcome.Stored outcome = stored(update(new ServedBars(CLOCK, corrected)));

        assertThat(store.loadExact(NVDA)).isEqualTo(corrected);
        assertThat(outcome.change().phrases()).element(1).asString().startsWith("1 day corrected, among them "
                + old.date() + " high from 101.20 to 105.00; " + old.date() + " close from");
        assertThat(Files.readAllLines(store.revisions(NVDA).file())).hasSize(3);
        assertThat(outcome.manifest().generation()).isEqualTo(1);
    }

    @Test
    void aFreshDownloadOfAnotherHistoryArchivesTheOneBefore() throws Exception {
        List<DailyBar> other = ALL.stream().map(bar -> DailyBar.of(bar.date(), "50", "60", "40",
                bar.date().getDayOfMonth() % 2 == 0 ? "45" : "55", "9")).toList();

        assertThat(failed(update(new ServedBars(CLOCK, other)))).contains("differ from the stored ones on",
                "Nothing was replaced");
        assertThat(store.loadExact(NVDA)).isEqualTo(UNTIL_MAY);

        assertThat(stored(download(new ServedBars(CLOCK, other), true)).change().newPast()).isTrue();
        assertThat(store.loadExact(NVDA)).isEqualTo(other);
        assertThat(new BarStore(workspace.historical().resolve("archive/0001")).loadExact(NVDA)).isEqualTo(UNTIL_MAY);
    }

    @Test
    void aFreshDownloadThatIsShorterKeepsTheOlderBars() throws Exception {
        var report = new Download(workspace, new ServedBars(CLOCK, ALL), CLOCK).run(List.of(NVDA), 1, true,
                RunContext.unwatched());

        assertThat(report.complete()).isTrue();
        assertThat(store.loadExact(NVDA)).isEqualTo(ALL);
    }

    @Test
    void damagedBarsFailAnUpdateAndAreReplacedAndArchivedByADownload() throws Exception {
        Files.writeString(store.file(NVDA), "date,open,high,low,close,volume\n2024-01-02,1,2");

        assertThat(failed(update(new ServedBars(CLOCK, ALL)))).contains("NVDA_daily_10y.csv", "again");

        assertThat(stored(download(new ServedBars(CLOCK, ALL), false)).change().newPast()).isTrue();
        assertThat(store.loadExact(NVDA)).isEqualTo(ALL.subList(ALL.size() - store.loadExact(NVDA).size(), ALL.size()))
                .hasSizeGreaterThan(450);
        assertThat(workspace.historical().resolve("archive/0001/NVDA_daily_10y.csv.damaged")).content()
                .endsWith("2024-01-02,1,2");
    }

    @Test
    void todaysUnfinishedBarIsNeverStored() throws Exception {
        var running = new ArrayList<>(ALL);
        running.add(DailyBar.of(LocalDate.of(2024, 7, 1), "100", "101", "99", "100", "1000"));

        update(new ServedBars(CLOCK, running));

        assertThat(store.loadExact(NVDA)).isEqualTo(ALL);
    }
}

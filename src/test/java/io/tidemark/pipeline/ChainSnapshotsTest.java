package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.chain.ChainStore;
import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.OptionListing;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainSnapshotsTest {
    private static final DataSource TWS = new DataSource(DataSource.Kind.TWS, "127.0.0.1:7497");
    private static final DataSource DEMO = new DataSource(DataSource.Kind.DEMO, "42");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T17:00:00Z");
    private static final OptionListing LISTING = new OptionListing("SMART", "SPY", "100",
            List.of(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 11),
                    LocalDate.of(2026, 12, 18), LocalDate.of(2027, 6, 18)),
            IntStream.rangeClosed(80, 140).mapToObj(each -> BigDecimal.valueOf(5L * each)).toList());

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void lockedWorkspace() throws IOException {
        workspace = Workspace.at(folder);
        workspace.lock("test").close();
    }

    private static OptionAnswer<OptionQuote> quoted(OptionContract option) {
        var greeks = new OptionQuote.Greeks(0.2, option.call() ? 0.3 : -0.3, 0.01, 0.4, -0.2);
        return new OptionAnswer.Told<>(new OptionQuote(1, 1.1, 1.05, greeks, 550, false));
    }

    private static OptionAnswer<OptionQuote> untold(FetchResult because) {
        return new OptionAnswer.Untold<>(because);
    }

    /// A gateway that answers as told.
    private static final class ToldGateway implements OptionGateway {
        private final DataSource source;
        private final Instant now;
        private final Function<OptionContract, OptionAnswer<OptionQuote>> answers;
        private final List<OptionContract> asked = new ArrayList<>();

        ToldGateway(DataSource source, Instant now, Function<OptionContract, OptionAnswer<OptionQuote>> answers) {
            this.source = source;
            this.now = now;
            this.answers = answers;
        }

        @Override
        public ConnectResult connect(Progress progress) {
            return new ConnectResult.Connected(178, List.of("DU1"), source);
        }

        @Override
        public Instant now(Progress progress) {
            return now;
        }

        @Override
        public OptionAnswer<List<OptionListing>> listings(Instrument underlying, Progress progress) {
            var other = new OptionListing("CBOE", "SPYX", "10", LISTING.expirations(), LISTING.strikes());
            return new OptionAnswer.Told<>(List.of(other, LISTING));
        }

        @Override
        public OptionAnswer<Double> price(Instrument underlying, Progress progress) {
            return new OptionAnswer.Told<>(550.0);
        }

        @Override
        public List<OptionAnswer<OptionQuote>> quotes(OptionListing listing, List<OptionContract> options,
                Progress progress) {
            assertThat(options).hasSizeLessThanOrEqualTo(QUOTES_AT_ONCE);
            asked.addAll(options);
            return options.stream().map(answers).toList();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private ChainReport take(OptionGateway gateway) throws StageFailure {
        return new ChainSnapshots(workspace, gateway).run(List.of(Universe.SPY), false, RunContext.unwatched());
    }

    private ChainStore store() {
        return new ChainStore(workspace.historical());
    }

    @Test
    void asksForOptionsOutOfTheMoneyAndFiveToSixtyDaysAway() throws StageFailure {
        var gateway = new ToldGateway(TWS, MONDAY_NOON, ChainSnapshotsTest::quoted);

        var manifest = take(gateway).taken().getFirst();

        assertThat(gateway.asked).hasSizeBetween(20, 120).doesNotHaveDuplicates();
        assertThat(gateway.asked).extracting(OptionContract::expiration)
                .containsOnly(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 11), LocalDate.of(2026, 12, 18));
        assertThat(gateway.asked)
                .allMatch(each -> each.call() == each.strike().compareTo(BigDecimal.valueOf(550)) > 0);
        assertThat(manifest.counts().quoted()).isEqualTo(gateway.asked.size());
        assertThat(manifest.terms().tradingClass()).isEqualTo("SPY");
        assertThat(manifest.terms().source()).isEqualTo(TWS);
    }

    @Test
    void halfDaysEndAtOneForSnapshotsToo() throws StageFailure {
        Instant afterThanksgiving = Instant.parse("2026-11-27T17:59:00Z");
        assertThat(take(new ToldGateway(TWS, afterThanksgiving, ChainSnapshotsTest::quoted)).taken()).hasSize(1);

        assertThatThrownBy(() -> take(new ToldGateway(TWS, afterThanksgiving.plusSeconds(60),
                ChainSnapshotsTest::quoted))).isInstanceOf(StageFailure.class)
                .hasMessageContainingAll("The market is closed", "Monday 2026-11-30 09:30");
    }

    @Test
    void pairsThatAreNotListedAndSilentOnesAreCountedApart() throws StageFailure {
        var gateway = new ToldGateway(TWS, MONDAY_NOON, option -> option.call()
                ? quoted(option)
                : untold(new FetchResult.Refused(200, "No security definition", "")));

        var counts = take(gateway).taken().getFirst().counts();

        assertThat(counts.unlisted()).isPositive();
        assertThat(counts.quoted() + counts.unlisted()).isEqualTo(counts.asked());
    }

    @Test
    void lostConnectionKeepsWhatAnsweredAndTheSameDayGoesOn() throws Exception {
        var first = new ArrayList<OptionContract>();
        var breaking = new ToldGateway(TWS, MONDAY_NOON, option -> {
            first.add(option);
            return first.size() > 45
                    ? untold(new FetchResult.Disconnected("the line is dead", "Wait"))
                    : quoted(option);
        });
        assertThatThrownBy(() -> take(breaking)).isInstanceOf(StageFailure.class)
                .hasMessageContainingAll("the line is dead", "40 of 60 options are kept", "goes on");
        assertThat(store().begun(Universe.SPY)).isPresent();

        var gateway = new ToldGateway(TWS, MONDAY_NOON.plusSeconds(3600), ChainSnapshotsTest::quoted);
        var report = take(gateway);

        assertThat(report.notes()).singleElement().asString().contains("went on with the snapshot begun at");
        assertThat(report.taken().getFirst().terms().takenAt()).isEqualTo(MONDAY_NOON);
        assertThat(report.taken().getFirst().counts().left()).isZero();
        assertThat(store().begun(Universe.SPY)).isEmpty();
    }

    @Test
    void snapshotLeftFromAnotherDayIsStoredAsFarAsItCame() throws Exception {
        var count = new int[1];
        var breaking = new ToldGateway(TWS, MONDAY_NOON, option -> count[0]++ < OptionGateway.QUOTES_AT_ONCE
                ? quoted(option)
                : untold(new FetchResult.Disconnected("the line is dead", "Wait")));
        assertThatThrownBy(() -> take(breaking)).isInstanceOf(StageFailure.class);

        var tuesday = new ToldGateway(TWS, MONDAY_NOON.plusSeconds(86_400), ChainSnapshotsTest::quoted);
        var report = take(tuesday);

        assertThat(report.notes()).singleElement().asString().contains("broke off", "40 options are stored");
        var stored = store().manifests(Universe.SPY);
        assertThat(stored).hasSize(2);
        assertThat(stored.getFirst().counts().left()).isPositive();
        assertThat(stored.getLast().counts().left()).isZero();
    }

    @Test
    void closedMarketNamesTheNextOpening() {
        var gateway = new ToldGateway(TWS, SUNDAY, ChainSnapshotsTest::quoted);

        assertThatThrownBy(() -> take(gateway)).isInstanceOf(StageFailure.class)
                .hasMessageContaining("It opens on Monday 2026-11-23 09:30 New York time");
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void anyTimeIsForTheDemoMarketAlone() throws StageFailure {
        var real = new ChainSnapshots(workspace, new ToldGateway(TWS, SUNDAY, ChainSnapshotsTest::quoted));
        assertThatThrownBy(() -> real.run(List.of(Universe.SPY), true, RunContext.unwatched()))
                .isInstanceOf(StageFailure.class).hasMessageContaining("demo market alone");

        var demo = new ChainSnapshots(workspace, new ToldGateway(DEMO, SUNDAY, ChainSnapshotsTest::quoted));
        assertThat(demo.run(List.of(Universe.SPY), true, RunContext.unwatched()).taken()).hasSize(1);
    }

    @Test
    void realChainsDoNotEnterAWorkspaceOfDemoBars() throws IOException {
        workspace.claim(DEMO);
        var gateway = new ToldGateway(TWS, MONDAY_NOON, ChainSnapshotsTest::quoted);

        assertThatThrownBy(() -> take(gateway)).isInstanceOf(StageFailure.class).hasMessageContaining("--workspace");
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void accountWithoutSubscriptionIsToldAtTheFirstRefusal() {
        var gateway = new ToldGateway(TWS, MONDAY_NOON,
                option -> untold(new FetchResult.Refused(354, "Not subscribed", "Subscribe to OPRA")));

        assertThatThrownBy(() -> take(gateway)).isInstanceOf(StageFailure.class)
                .hasMessageContainingAll("354", "Not subscribed", "Subscribe to OPRA");
        assertThat(gateway.asked).hasSizeLessThanOrEqualTo(OptionGateway.QUOTES_AT_ONCE);
    }

    @Test
    void chainWithoutAnyQuoteIsNotStored() throws IOException {
        var silence = new OptionQuote(Double.NaN, Double.NaN, Double.NaN, OptionQuote.Greeks.NONE, Double.NaN, true);
        var gateway = new ToldGateway(TWS, MONDAY_NOON, option -> new OptionAnswer.Told<>(silence));

        assertThatThrownBy(() -> take(gateway)).isInstanceOf(StageFailure.class).hasMessageContaining("OPRA");
        assertThat(store().manifests(Universe.SPY)).isEmpty();
        assertThat(Files.exists(workspace.historical().resolve("chains/SPY/begun.json"))).isFalse();
    }
}

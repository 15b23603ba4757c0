package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionListing;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Options over the wire, asked of the demo gateway.
@EveryClient
@Timeout(30)
class OptionQuotesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instrument SPY = Universe.instrument(Universe.SPY);
    private static final double CLOSE = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED)
            .bars(Universe.SPY, TODAY, TODAY).getFirst().close().doubleValue();

    private final TwsClient client;
    private DemoGateway server;
    private TwsGateway gateway;

    OptionQuotesTest(TwsClient client) {
        this.client = client;
    }

    @BeforeEach
    void start() throws IOException {
        server = DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withToday(TODAY));
        gateway = new TwsGateway(client, new TwsEndpoint("127.0.0.1", server.port(), 71),
                new Pacer(PacingPolicy.none(), Clock.systemUTC(), Pause.real()), Clock.systemUTC(),
                TwsTimings.quick());
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.close();
    }

    private static <T> T told(OptionAnswer<T> answer) {
        assertThat(answer).isInstanceOf(OptionAnswer.Told.class);
        return switch (answer) {
            case OptionAnswer.Told<T>(T value) -> value;
            case OptionAnswer.Untold<T> untold -> throw new AssertionError(untold);
        };
    }

    private OptionListing listing() {
        return told(gateway.listings(SPY, Progress.none())).getFirst();
    }

    private static BigDecimal nearest(OptionListing listing) {
        return listing.strikes().stream().min((a, b) -> Double.compare(Math.abs(a.doubleValue() - CLOSE),
                Math.abs(b.doubleValue() - CLOSE))).orElseThrow();
    }

    @Test
    void listingsTellExpirationsAndStrikes() {
        OptionListing listing = listing();

        assertThat(listing.exchange()).isEqualTo("SMART");
        assertThat(listing.tradingClass()).isEqualTo("SPY");
        assertThat(listing.expirations()).isSorted().allMatch(each -> each.isAfter(TODAY))
                .contains(LocalDate.of(2026, 12, 18));
        assertThat(told(gateway.price(SPY, Progress.none()))).isEqualTo(CLOSE);
    }

    @Test
    void timeIsTheGatewaysOwn() {
        assertThat(gateway.connect(Progress.none())).isInstanceOf(ConnectResult.Connected.class);

        assertThat(gateway.now(Progress.none())).isBetween(Instant.parse("2026-11-20T20:00:00Z"),
                Instant.parse("2026-11-21T05:00:00Z"));
    }

    @Test
    void everyOptionOfABatchHasItsOwnAnswer() {
        OptionListing listing = listing();
        var expiration = LocalDate.of(2026, 12, 18);
        var options = new ArrayList<OptionContract>();
        BigDecimal middle = nearest(listing);
        for (int step = -3; step <= 3; step++) {
            options.add(new OptionContract(Universe.SPY, expiration, middle.add(BigDecimal.valueOf(5L * step)), true));
        }
        options.add(new OptionContract(Universe.SPY, expiration, new BigDecimal("1.23"), true));

        List<OptionAnswer<OptionQuote>> answers = gateway.quotes(listing, options, Progress.none());

        assertThat(answers).hasSize(8);
        var deltas = answers.subList(0, 7).stream().map(each -> told(each).greeks().delta()).toList();
        assertThat(deltas).isSortedAccordingTo((a, b) -> Double.compare(b, a)).doesNotHaveDuplicates();
        OptionQuote quote = told(answers.get(3));
        assertThat(quote.underlying()).isCloseTo(CLOSE, within(1e-9));
        assertThat(quote.bid()).isPositive().isLessThan(quote.ask());
        assertThat(quote.hasVolatility()).isTrue();
        assertThat(answers.getLast()).isInstanceOfSatisfying(OptionAnswer.Untold.class,
                untold -> assertThat(untold.because()).isInstanceOfSatisfying(FetchResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(200)));
    }

    @Test
    void indexWithoutOptionsHasNoData() {
        assertThat(gateway.listings(Universe.instrument(Universe.VIX), Progress.none()))
                .isInstanceOfSatisfying(OptionAnswer.Untold.class,
                        untold -> assertThat(untold.because()).isInstanceOf(FetchResult.NoData.class));
    }

    @Test
    void afterTheEndEveryQuestionIsAnsweredAsDisconnected() {
        OptionListing listing = listing();
        gateway.close();

        assertThat(gateway.price(SPY, Progress.none())).isInstanceOf(OptionAnswer.Untold.class);
        assertThat(gateway.quotes(listing,
                List.of(new OptionContract(Universe.SPY, TODAY.plusDays(28), BigDecimal.TEN, true)), Progress.none()))
                .singleElement().isInstanceOfSatisfying(OptionAnswer.Untold.class,
                        untold -> assertThat(untold.because()).isInstanceOf(FetchResult.Disconnected.class));
    }
}

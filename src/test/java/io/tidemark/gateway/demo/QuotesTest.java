package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.gateway.wire.ClientMessage.CancelMarketData;
import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataTypeRequest;
import io.tidemark.gateway.wire.ClientMessage.OptionParametersRequest;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.OptionComputation;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import io.tidemark.gateway.wire.ServerMessage.MarketDataType;
import io.tidemark.gateway.wire.ServerMessage.OptionParameters;
import io.tidemark.gateway.wire.ServerMessage.OptionParametersEnd;
import io.tidemark.gateway.wire.ServerMessage.TickPrice;
import io.tidemark.gateway.wire.ServerMessage.TickSnapshotEnd;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Quotes and option parameters: little, but polite.
@Timeout(30)
class QuotesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private DemoGateway gateway;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        gateway = DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withToday(TODAY));
        client = WireClient.open(gateway, 1);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    private List<ServerMessage> snapshot(Contract contract) throws IOException {
        client.say(new MarketDataRequest(8, contract, "", true, ""));
        return client.until(TickSnapshotEnd.class, end -> end.requestId() == 8);
    }

    @Test
    void snapshotTellsTheLastSessionAndEnds() throws IOException {
        var close = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).bars(Universe.SPY, TODAY, TODAY).getFirst()
                .close();
        var messages = snapshot(WireClient.stock("SPY"));
        assertThat(messages).contains(new TickPrice(8, 4, close, BigDecimal.ZERO, 0), new MarketDataType(8, 1));
    }

    @Test
    void delayedQuotesHaveDelayedTypes() throws IOException {
        client.say(new MarketDataTypeRequest(3));
        assertThat(snapshot(WireClient.stock("SPY"))).contains(new MarketDataType(8, 3))
                .filteredOn(TickPrice.class::isInstance).extracting(each -> ((TickPrice) each).tickType())
                .containsExactly(68, 76, 72, 73, 75);
    }

    private static Contract option(String expiration, BigDecimal strike, String right) {
        return new Contract(0, "SPY", "OPT", expiration, strike, right, "100", "SMART", "", "USD", "", "SPY");
    }

    private BigDecimal strikeAtTheMoney() throws IOException {
        client.say(new OptionParametersRequest(3, "SPY", "", "STK", 756_733));
        var strikes = client.next(OptionParameters.class).strikes();
        client.next(OptionParametersEnd.class);
        return strikes.get(strikes.size() / 2);
    }

    private OptionComputation greeks(Contract option) throws IOException {
        return snapshot(option).stream().filter(TickOption.class::isInstance).map(TickOption.class::cast)
                .findFirst().orElseThrow().values();
    }

    @Test
    void snapshotOfAnOptionTellsPricesAndGreeksOfOneMarket() throws IOException {
        var strike = strikeAtTheMoney();
        var call = greeks(option("20261218", strike, "C"));
        var put = greeks(option("20261218", strike, "P"));

        assertThat(call.delta() - put.delta()).as("put-call parity of deltas").isCloseTo(1, within(1e-9));
        assertThat(call.price() - put.price()).as("put-call parity of prices without interest")
                .isCloseTo(call.underlyingPrice() - strike.doubleValue(), within(1e-6));
        var bars = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).impliedVolatility(Universe.SPY, TODAY, TODAY);
        assertThat(call.impliedVolatility()).isCloseTo(bars.getFirst().close().doubleValue(), within(0.02));
        assertThat(call.theta()).isNegative();
    }

    @Test
    void lowStrikesHaveHigherVolatilityThanHighOnes() throws IOException {
        var middle = strikeAtTheMoney();
        var low = greeks(option("20261218", middle.subtract(BigDecimal.valueOf(50)), "P"));
        var high = greeks(option("20261218", middle.add(BigDecimal.valueOf(50)), "C"));

        assertThat(low.impliedVolatility()).isGreaterThan(high.impliedVolatility());
    }

    @Test
    void optionThatIsNotListedIsUnknown() throws IOException {
        client.say(new MarketDataRequest(8, option("20261118", new BigDecimal("600"), "C"), "", true, ""));
        assertThat(client.nextNotice(200).requestId()).as("expired").isEqualTo(8);
        client.say(new MarketDataRequest(9, option("20261218", new BigDecimal("600.1"), "C"), "", true, ""));
        assertThat(client.nextNotice(200).requestId()).as("no such strike").isEqualTo(9);
    }

    @Test
    void streamOfQuotesStaysOpenWithoutEnd() throws IOException {
        client.say(new MarketDataRequest(8, WireClient.stock("TSLA"), "", false, ""));
        client.until(ServerMessage.TickSize.class, size -> size.tickType() == 8);
        client.say(new CancelMarketData(8));
        client.assertSilent();
    }

    @Test
    void unknownSecurityAndSnapshotWithGenericTicksAreRefused() throws IOException {
        client.say(new MarketDataRequest(8, WireClient.stock("MSFT"), "", true, ""));
        assertThat(client.nextNotice(200).requestId()).isEqualTo(8);
        client.say(new MarketDataRequest(8, WireClient.stock("SPY"), "106", true, ""));
        assertThat(client.nextNotice(321).requestId()).isEqualTo(8);
    }

    @Test
    void optionParametersListFridaysAndStrikesAroundThePrice() throws IOException {
        client.say(new OptionParametersRequest(3, "SPY", "", "STK", 756_733));
        var parameters = client.next(OptionParameters.class);
        assertThat(parameters.exchange()).isEqualTo("SMART");
        assertThat(parameters.underlyingConId()).isEqualTo(756_733);
        assertThat(parameters.multiplier()).isEqualTo("100");
        // The Friday after Thanksgiving is a session; Christmas 2026 is a Friday, so that week expires on Thursday.
        assertThat(parameters.expirations()).startsWith("20261127", "20261204", "20261211", "20261218", "20261224")
                .isSorted().doesNotHaveDuplicates();
        var price = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).bars(Universe.SPY, TODAY, TODAY).getFirst()
                .close();
        assertThat(parameters.strikes()).isSorted().anyMatch(strike -> strike.compareTo(price) < 0)
                .anyMatch(strike -> strike.compareTo(price) > 0);
        assertThat(client.next()).isEqualTo(new OptionParametersEnd(3));
    }

    @Test
    void indexHasNoOptionsHereAndAWrongIdIsUnknown() throws IOException {
        client.say(new OptionParametersRequest(3, "VIX", "", "IND", 13_455_763));
        assertThat(client.next()).isEqualTo(new OptionParametersEnd(3));
        client.say(new OptionParametersRequest(3, "SPY", "", "STK", 1));
        assertThat(client.nextNotice(200).requestId()).isEqualTo(3);
    }
}

package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the gateway tells about contracts, and which ones it knows.
@Timeout(30)
class ContractRowsTest {
    private DemoGateway gateway;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        gateway = DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withToday(LocalDate.of(2024, 12, 24)));
        client = WireClient.open(gateway, 1);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"SPY, STK, SMART, 756733, ARCA, ETF", "TSLA, STK, SMART, 76792991, NASDAQ, COMMON",
            "NVDA, STK, SMART, 4815747, NASDAQ, COMMON", "AMD, STK, SMART, 4391, NASDAQ, COMMON",
            "VIX, IND, CBOE, 13455763, '', ''"})
    void theFiveSymbolsHaveTheirRow(String symbol, String type, String exchange, int conId, String primary,
            String stockType) throws IOException {
        client.say(ContractDetailsRequest.of(5, Contract.plain(0, symbol, type, exchange, "", "USD")));
        var row = client.next(ContractData.class);
        assertThat(row.requestId()).isEqualTo(5);
        assertThat(row.details().contract().conId()).isEqualTo(conId);
        assertThat(row.details().contract().symbol()).isEqualTo(symbol);
        assertThat(row.details().contract().secType()).isEqualTo(type);
        assertThat(row.details().contract().exchange()).isEqualTo(exchange);
        assertThat(row.details().contract().primaryExchange()).isEqualTo(primary);
        assertThat(row.details().contract().currency()).isEqualTo("USD");
        assertThat(row.details().issuer().stockType()).isEqualTo(stockType);
        assertThat(row.details().issuer().longName()).contains("synthetic");
        assertThat(client.next(ContractDataEnd.class).requestId()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0, SPY, STK, SMART, ARCA, USD", "0, SPY, STK, ARCA, '', USD", "0, TSLA, STK, SMART, ISLAND, USD",
            "0, TSLA, STK, ISLAND, '', ''", "0, TSLA, STK, '', '', ''", "4815747, '', '', '', '', ''",
            "4815747, NVDA, STK, SMART, '', ''", "0, VIX, IND, '', '', USD"})
    void whatIsLeftOpenFits(int conId, String symbol, String type, String exchange, String primary, String currency)
            throws IOException {
        client.say(ContractDetailsRequest.of(5, Contract.plain(conId, symbol, type, exchange, primary, currency)));
        client.next(ContractData.class);
        client.next(ContractDataEnd.class);
    }

    @ParameterizedTest
    @CsvSource({"0, MSFT, STK, SMART, '', USD", "0, SPY, IND, SMART, '', USD", "0, VIX, STK, SMART, '', USD",
            "0, VIX, IND, SMART, '', USD", "0, SPY, STK, SMART, NASDAQ, USD", "0, SPY, STK, SMART, '', EUR",
            "0, SPY, STK, LSE, '', USD", "1, SPY, STK, SMART, '', USD", "0, SPY, OPT, SMART, '', USD",
            "0, spy, STK, SMART, '', USD", "0, '../etc', STK, SMART, '', USD", "0, '', '', '', '', ''"})
    void whatDoesNotFitIsUnknown(int conId, String symbol, String type, String exchange, String primary,
            String currency) throws IOException {
        client.say(ContractDetailsRequest.of(6, Contract.plain(conId, symbol, type, exchange, primary, currency)));
        assertThat(client.nextNotice(200).requestId()).isEqualTo(6);
        client.assertSilent();
    }

    @Test
    void tradingHoursKnowTheHolidays() throws IOException {
        client.say(ContractDetailsRequest.of(5, WireClient.stock("SPY")));
        var hours = client.next(ContractData.class).details().hours();
        assertThat(hours.timeZone()).isEqualTo("US/Eastern");
        assertThat(hours.liquid()).isEqualTo("20241224:0930-20241224:1600;20241225:CLOSED;20241226:0930-20241226:1600;"
                + "20241227:0930-20241227:1600;20241228:CLOSED;20241229:CLOSED");
        assertThat(hours.trading()).startsWith("20241224:0400-20241224:2000;20241225:CLOSED;");
    }
}

package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.ClientMessage.HeadTimestampRequest;
import io.tidemark.gateway.wire.ClientMessage.ManagedAccountsRequest;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import io.tidemark.gateway.wire.ServerMessage.HeadTimestamp;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bars from files, served as if they came from IBKR.
@Timeout(30)
class CsvReplayTest {
    private static final String HEADER = "date,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), HEADER + """
                2024-12-27,500.5,501.25,499,500.75,1000000
                2024-12-30,501.10,503.0,500.40,502.80,1234567.5
                2024-12-31,502.5,504.125,502,503,1100000
                """);
        Files.writeString(folder.resolve("IBM.csv"), HEADER + "2024-12-31,200.1,201,199.9,200,2000000\n");
        Files.writeString(folder.resolve("VIX.csv"), HEADER + "2024-12-31,15.1,16,15,15.5,0\n");
        Files.writeString(folder.resolve("README.md"), "not bars");
        Files.writeString(folder.resolve("lower.csv"), "not a symbol");
    }

    private DemoGateway gateway(LocalDate today) throws IOException {
        return DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withCsv(folder).withToday(today));
    }

    @Test
    void barsAreThoseOfTheFileDigitForDigit() throws IOException {
        try (var gateway = gateway(LocalDate.of(2024, 12, 31)); var client = WireClient.open(gateway, 1)) {
            var bars = client.bars(1, "SPY");
            assertThat(bars).hasSize(3);
            assertThat(bars.get(1).date()).isEqualTo("20241230");
            assertThat(bars.get(1).open()).isEqualTo("501.10");
            assertThat(bars.get(1).high()).isEqualTo("503.0");
            assertThat(bars.get(1).low()).isEqualTo("500.40");
            assertThat(bars.get(1).close()).isEqualTo("502.80");
            assertThat(bars.get(1).volume()).isEqualTo("1234567.5");
            assertThat(client.bars(2, "VIX").getFirst().volume()).isEqualTo(BigDecimal.ZERO);
        }
    }

    @Test
    void volatilityIsServedWhereThereIsAFileOfIt() throws IOException {
        Files.writeString(folder.resolve("SPY_IV.csv"), HEADER + "2024-12-31,0.15,0.16,0.14,0.155,0\n");
        try (var gateway = gateway(LocalDate.of(2024, 12, 31)); var client = WireClient.open(gateway, 1)) {
            client.say(WireClient.history(1, "SPY", "", "1 day", "1 Y", "OPTION_IMPLIED_VOLATILITY"));
            assertThat(client.next(HistoricalData.class).bars()).singleElement()
                    .satisfies(bar -> assertThat(bar.close()).isEqualTo("0.155"));
            client.say(WireClient.history(2, "IBM", "", "1 day", "1 Y", "OPTION_IMPLIED_VOLATILITY"));
            assertThat(client.nextNotice(162).text()).contains("no data");
        }
    }

    @Test
    void nothingAfterTodayIsKnown() throws IOException {
        try (var gateway = gateway(LocalDate.of(2024, 12, 30)); var client = WireClient.open(gateway, 1)) {
            assertThat(client.bars(1, "SPY")).hasSize(2);
            client.say(WireClient.tenYears(2, "IBM"));
            assertThat(client.nextNotice(162).text()).contains("HMDS query returned no data: IBM@SMART Trades");
        }
    }

    @Test
    void accountSaysThatBarsAreReplayed() throws IOException {
        try (var gateway = gateway(LocalDate.of(2024, 12, 31)); var client = WireClient.open(gateway, 1)) {
            client.say(new ManagedAccountsRequest());
            assertThat(client.next(ManagedAccounts.class).accounts()).isEqualTo(List.of("REPLAY1234567"));
        }
    }

    @Test
    void everyFileIsAContractAndNoOtherSymbolIs() throws IOException {
        try (var gateway = gateway(LocalDate.of(2024, 12, 31)); var client = WireClient.open(gateway, 1)) {
            client.say(ContractDetailsRequest.of(1, WireClient.stock("IBM")));
            var row = client.next(ContractData.class).details();
            assertThat(row.contract().conId()).isPositive();
            assertThat(row.issuer().longName()).contains("replayed");
            client.next(ContractDataEnd.class);
            client.say(ContractDetailsRequest.of(2, WireClient.stock("TSLA")));
            client.nextNotice(200);
        }
    }

    @Test
    void earliestDateIsTheFilesFirst() throws IOException {
        try (var gateway = gateway(LocalDate.of(2024, 12, 31)); var client = WireClient.open(gateway, 1)) {
            client.say(new HeadTimestampRequest(4, WireClient.stock("SPY"), false, true, "TRADES", 1));
            assertThat(client.next()).isEqualTo(new HeadTimestamp(4, "20241227-14:30:00"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2024-12-31,1,2,1,x,3|line 2|is no number for close",
            "31.12.2024,1,2,1,2,3|line 2|31.12.2024", "2024-12-31,1,2,1,2|line 2|date,open,high,low,close,volume"})
    void lineThatIsNoBarIsNamed(String line, String place, String what) throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), HEADER + line + "\n");
        assertThatThrownBy(() -> gateway(LocalDate.of(2024, 12, 31))).isInstanceOf(IOException.class)
                .hasMessageContaining("SPY.csv").hasMessageContaining(place).hasMessageContaining(what);
    }

    @Test
    void datesOutOfOrderAreNamed() throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), HEADER + "2024-12-31,1,2,1,2,3\n2024-12-31,1,2,1,2,3\n");
        assertThatThrownBy(() -> gateway(LocalDate.of(2024, 12, 31))).isInstanceOf(IOException.class)
                .hasMessageContaining("line 3").hasMessageContaining("2024-12-31");
    }

    @Test
    void emptyFileEmptyFolderAndNoFolderAreToldApart() throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), HEADER);
        assertThatThrownBy(() -> gateway(LocalDate.of(2024, 12, 31))).hasMessageContaining("SPY.csv holds no bars");
        var empty = Files.createDirectory(folder.resolve("empty"));
        var options = DemoOptions.standard(Clock.systemUTC());
        assertThatThrownBy(() -> DemoGateway.start(options.withCsv(empty))).hasMessageContaining("no SYMBOL.csv");
        assertThatThrownBy(() -> DemoGateway.start(options.withCsv(folder.resolve("absent"))))
                .hasMessageContaining("absent is no folder");
    }
}

package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import io.tidemark.gateway.wire.ClientMessage.StartApi;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import io.tidemark.gateway.wire.ServerMessage.NextValidId;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bytes recorded between a server and an independent client at version 178.
class RecordedBytesTest {
    private static final String GREETING = "41 50 49 00 00 00 00 09 76 31 35 37 2e 2e 31 37 38";
    private static final String REPLY = "00 00 00 21 31 37 38 00 32 30 32 36 31 31 32 32 20 30 39 3a 33 30 3a 30 30 20 "
            + "55 53 2f 45 61 73 74 65 72 6e 00";
    private static final String START_API = "00 00 00 08 37 31 00 32 00 37 00 00";
    private static final String ACCOUNTS = "00 00 00 0f 31 35 00 31 00 44 55 31 32 33 34 35 36 37 00";
    private static final String NEXT_ID = "00 00 00 06 39 00 31 00 31 00";
    private static final String CANCEL = "00 00 00 0a 32 35 00 31 00 31 30 30 31 00";
    private static final String REQUEST = "00 00 00 4e 32 30 00 31 30 30 31 00 37 35 36 37 33 33 00 53 50 59 00 53 "
            + "54 4b 00 00 00 00 00 53 4d 41 52 54 00 41 52 43 41 00 55 53 44 00 53 50 "
            + "59 00 53 50 59 00 30 00 00 31 20 64 61 79 00 31 30 20 59 00 31 00 54 52 "
            + "41 44 45 53 00 31 00 30 00 00";
    private static final String BARS = "00 00 00 c0 31 37 00 31 30 30 31 00 32 30 31 36 31 31 32 32 20 31 36 3a "
            + "30 30 3a 30 30 20 55 53 2f 45 61 73 74 65 72 6e 00 32 30 32 36 31 31 32 "
            + "32 20 31 36 3a 30 30 3a 30 30 20 55 53 2f 45 61 73 74 65 72 6e 00 32 00 "
            + "32 30 32 36 31 31 31 39 00 36 36 30 2e 31 32 00 36 36 34 2e 39 30 00 36 "
            + "35 38 2e 30 33 00 36 36 33 2e 37 35 00 35 31 32 33 34 35 36 37 00 36 36 "
            + "32 2e 31 31 34 00 34 31 32 33 34 35 00 32 30 32 36 31 31 32 30 00 36 36 "
            + "33 2e 38 30 00 36 36 37 2e 32 35 00 36 36 31 2e 34 30 00 36 36 35 2e 31 "
            + "30 00 34 38 31 32 30 30 33 34 2e 35 00 36 36 34 2e 39 30 32 00 33 39 38 "
            + "32 31 31 00";
    /// A TSLA row as a real gateway sent it (order types and rules shortened), with one empty field at the end.
    private static final String TSLA = "10|7|TSLA|STK||0||SMART|USD|TSLA|NMS|NMS|76792991|0.01||ACTIVETIM,AD|"
            + "SMART,AMEX,NYSE,CBOE|1|0|TESLA INC|NASDAQ||Consumer, Cyclical|Auto Manufacturers|"
            + "Auto-Cars/Light Trucks|US/Eastern|20221229:0400-20221229:2000;20221231:CLOSED|"
            + "20221229:0930-20221229:1600;20221231:CLOSED|||1|ISIN|US88160R1014|1|||26,26||COMMON|1|1|100||";

    private final MessageCodec codec = MessageCodec.forVersion(178);

    @Test
    void greetingOfTheClientIsTheRecordedOne() throws IOException {
        assertThat(hex(ClientGreeting.ours().encode())).isEqualTo(GREETING);
        assertThat(ClientGreeting.read(new ByteArrayInputStream(bytes(GREETING)))).isEqualTo(ClientGreeting.ours());
    }

    @Test
    void answerToTheGreetingIsTheRecordedOne() throws IOException {
        var answer = new ServerGreeting(178, "20261122 09:30:00 US/Eastern");
        assertThat(hex(FrameWriter.frame(answer.encode()))).isEqualTo(REPLY);
        assertThat(ServerGreeting.decode(body(REPLY))).isEqualTo(answer);
    }

    @Test
    void startOfTheSessionIsTheRecordedOne() throws IOException {
        fromClient(START_API, new StartApi(7, ""));
        fromServer(ACCOUNTS, new ManagedAccounts(List.of("DU1234567")));
        fromServer(NEXT_ID, new NextValidId(1));
    }

    @Test
    void farmNoticeIsTheRecordedOne() throws IOException {
        var notice = Notice.general(2106, "HMDS data farm connection is OK:ushmds");
        byte[] body = fields("4|2|-1|2106|HMDS data farm connection is OK:ushmds||");
        assertThat(body).hasSize(52).isEqualTo(codec.encode(notice));
        assertThat(codec.decodeFromServer(body)).isEqualTo(notice);
    }

    @Test
    void requestForTenYearsIsTheRecordedOne() throws IOException {
        var contract = Contract.plain(756733, "SPY", "STK", "SMART", "ARCA", "USD").named("SPY", "SPY");
        fromClient(REQUEST, HistoricalDataRequest.once(1001, contract,
                new HistoricalRange("", "1 day", "10 Y", true, "TRADES")));
    }

    @Test
    void cancellingIsTheRecordedOne() throws IOException {
        fromClient(CANCEL, new CancelHistoricalData(1001));
    }

    @Test
    void barsAreTheRecordedOnesDigitForDigit() throws IOException {
        fromServer(BARS, new HistoricalData(1001, "20161122 16:00:00 US/Eastern", "20261122 16:00:00 US/Eastern",
                List.of(bar("20261119 660.12 664.90 658.03 663.75 51234567 662.114 412345"),
                        bar("20261120 663.80 667.25 661.40 665.10 48120034.5 664.902 398211"))));
    }

    @Test
    void answerWithoutDataIsTheRecordedOne() throws IOException {
        String text = "Historical Market Data Service error message:HMDS query returned no data: SPY@SMART Trades";
        byte[] body = fields("4|2|1001|162|" + text + "||");
        assertThat(body).hasSize(105).isEqualTo(codec.encode(Notice.about(1001, 162, text)));
        assertThat(codec.decodeFromServer(body)).isEqualTo(Notice.about(1001, 162, text));
    }

    @Test
    void contractOfARealGatewayIsRead() throws IOException {
        var data = (ContractData) codec.decodeFromServer(fields(TSLA));
        var details = data.details();
        assertThat(data.requestId()).isEqualTo(7);
        assertThat(details.contract()).isEqualTo(Contract.plain(76792991, "TSLA", "STK", "SMART", "NASDAQ", "USD")
                .named("TSLA", "NMS"));
        assertThat(details.issuer().longName()).isEqualTo("TESLA INC");
        assertThat(details.issuer().industry()).isEqualTo("Consumer, Cyclical");
        assertThat(details.issuer().ids()).containsExactly(new ContractDetails.Tag("ISIN", "US88160R1014"));
        assertThat(details.trading().minTick()).isEqualTo(new BigDecimal("0.01"));
        assertThat(details.trading().sizes().suggestedStep()).isEqualTo(new BigDecimal("100"));
        assertThat(details.hours().timeZone()).isEqualTo("US/Eastern");
    }

    @Test
    void contractOfARealGatewayIsWrittenAsItCame() throws IOException {
        byte[] withoutExtraField = fields(TSLA.substring(0, TSLA.length() - 1));
        assertThat(codec.encode(codec.decodeFromServer(fields(TSLA)))).isEqualTo(withoutExtraField);
    }

    private void fromClient(String recorded, ClientMessage message) throws IOException {
        assertThat(hex(FrameWriter.frame(codec.encode(message)))).isEqualTo(recorded);
        assertThat(codec.decodeFromClient(body(recorded))).isEqualTo(message);
    }

    private void fromServer(String recorded, ServerMessage message) throws IOException {
        assertThat(hex(FrameWriter.frame(codec.encode(message)))).isEqualTo(recorded);
        assertThat(codec.decodeFromServer(body(recorded))).isEqualTo(message);
    }

    private static HistoricalBar bar(String fields) {
        String[] each = fields.split(" ", -1);
        return new HistoricalBar(each[0], new BigDecimal(each[1]), new BigDecimal(each[2]), new BigDecimal(each[3]),
                new BigDecimal(each[4]), new BigDecimal(each[5]), new BigDecimal(each[6]), Integer.parseInt(each[7]));
    }

    private static byte[] body(String recorded) throws IOException {
        return new FrameReader(new ByteArrayInputStream(bytes(recorded))).next().orElseThrow();
    }

    private static byte[] fields(String joined) {
        return joined.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}

package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.wire.ClientMessage.AccountQuestion;
import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ServerMessage.AccountEnd;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private final MessageCodec codec = MessageCodec.forVersion(176);

    static Stream<ClientMessage> clientMessages() {
        return Samples.ofClient().stream();
    }

    static Stream<ServerMessage> serverMessages() {
        return Samples.ofServer().stream();
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void messageOfAClientSurvivesTheWire(ClientMessage message) throws IOException {
        assertThat(codec.decodeFromClient(codec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void messageOfAServerSurvivesTheWire(ServerMessage message) throws IOException {
        assertThat(codec.decodeFromServer(codec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void trailingFieldsFromAClientAreIgnored(ClientMessage message) throws IOException {
        assertThat(codec.decodeFromClient(extended(codec.encode(message)))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void trailingFieldsFromAServerAreIgnored(ServerMessage message) throws IOException {
        assertThat(codec.decodeFromServer(extended(codec.encode(message)))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void messageCutInsideAFieldIsRefused(ServerMessage message) {
        byte[] whole = codec.encode(message);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        if (message instanceof AccountEnd end && end.requestId() == 0 && end.account().isEmpty()) {
            return; // only the id is read of these
        }
        if (message instanceof Notice) {
            cut = Arrays.copyOf(whole, whole.length - 2); // its last field may be absent
        }
        byte[] body = cut;
        assertThatThrownBy(() -> codec.decodeFromServer(body)).isInstanceOf(WireException.class);
    }

    @Test
    void samplesCoverEveryKindOfMessage() {
        assertThat(Samples.ofClient()).extracting(Object::getClass).containsAll(kinds(ClientMessage.class));
        assertThat(Samples.ofServer()).extracting(Object::getClass).containsAll(kinds(ServerMessage.class));
    }

    @Test
    void unknownMessagesAreNamedNotFatal() throws IOException {
        assertThat(codec.decodeFromServer(fields("999|1|x|"))).isEqualTo(new ServerMessage.Unknown(999));
        assertThat(codec.decodeFromClient(fields("104|1|"))).isEqualTo(new ClientMessage.Unknown(104));
    }

    @Test
    void clientsThatLeaveNumbersEmptyAreUnderstood() throws IOException {
        var message = (ContractDetailsRequest) codec
                .decodeFromClient(fields("9|8|1||SPY|STK||||||SMART|ARCA|USD||||||||"));
        assertThat(message.contract().conId()).isZero();
        assertThat(message.contract().strike()).isZero();
        assertThat(message.includeExpired()).isFalse();
    }

    @Test
    void strikeWrittenAsZeroMeansNone() throws IOException {
        var message = (HistoricalDataRequest) codec.decodeFromClient(
                fields("20|1001|756733|SPY|STK||0.0|||SMART|ARCA|USD|SPY|SPY|0||1 day|10 Y|1|TRADES|1|0||"));
        assertThat(message.contract().strike()).isZero();
        assertThat(message.range().duration()).isEqualTo("10 Y");
        assertThat(message.range().barSize()).isEqualTo("1 day");
    }

    @Test
    void legsOfACombinationArePassedOver() throws IOException {
        var history = (HistoricalDataRequest) codec.decodeFromClient(fields(
                "20|1|0|SPY|BAG|||||SMART||USD|||0||1 day|1 Y|1|TRADES|1|2|11|1|BUY|SMART|12|1|SELL|SMART|0||"));
        assertThat(history.range().whatToShow()).isEqualTo("TRADES");
        assertThat(history.keepUpToDate()).isFalse();
        var quotes = (MarketDataRequest) codec.decodeFromClient(
                fields("1|11|2|0|SPY|BAG|||||SMART||USD|||1|11|1|BUY|SMART|1|11|0.5|660|106|1|0||"));
        assertThat(quotes.genericTicks()).isEqualTo("106");
        assertThat(quotes.snapshot()).isTrue();
    }

    /// Bytes that an independent client needs to finish connecting.
    @ParameterizedTest
    @CsvSource({"POSITIONS, 61|1|, 62|1|", "OPEN_ORDERS, 5|1|, 53|1|", "ALL_OPEN_ORDERS, 16|1|, 53|1|",
            "COMPLETED_ORDERS, 99|0|, 102|", "ACCOUNT_UPDATES, 6|2|1|DU1|, 54|1|DU1|",
            "ACCOUNT_UPDATES_MULTI, 76|1|4|DU1||0|, 74|1|4|", "EXECUTIONS, 7|3|4|0|DU1||||||, 55|1|4|"})
    void questionsAboutTheAccountAreAnsweredByTheirEnd(AccountTopic topic, String question, String end)
            throws IOException {
        var asked = (AccountQuestion) codec.decodeFromClient(fields(question));
        assertThat(asked.topic()).isEqualTo(topic);
        assertThat(codec.encode(new AccountEnd(topic, asked.requestId(), asked.account()))).isEqualTo(fields(end));
    }

    @Test
    void greeksThatWereNotComputedAreNotNumbers() throws IOException {
        byte[] body = fields("21|6|13|0|-1|-2|-1|-1|-2|-2|-2|-1|");
        assertThat(codec.decodeFromServer(body)).isEqualTo(new TickOption(6, 13, 0, OptionComputation.none()));
        assertThat(codec.encode(new TickOption(6, 13, 0, OptionComputation.none()))).isEqualTo(body);
    }

    @Test
    void deltaOfMinusOneIsADelta() throws IOException {
        var tick = (TickOption) codec.decodeFromServer(fields("21|6|13|0|0.2|-1|5|0|0|0|0|600|"));
        assertThat(tick.values().delta()).isEqualTo(-1);
    }

    @Test
    void noticeOfAServerWithoutRejectDetailsIsRead() throws IOException {
        assertThat(codec.decodeFromServer(fields("4|2|-1|2104|ok|"))).isEqualTo(Notice.general(2104, "ok"));
    }

    @Test
    void escapesInNoticesAreExpanded() throws IOException {
        var notice = (Notice) codec.decodeFromServer(fields("4|2|-1|2104|Verbindung zur\\u00fcck \\uzz|| "));
        assertThat(notice.text()).isEqualTo("Verbindung zur\u00fcck \\uzz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17|1|a|b|3|20261119|1|1|1|1|1|1|1|", "17|1|a|b|2000000000|20261119|1|1|1|1|1|1|1|",
            "17|1|a|b|-1|", "17|1|a|b|1|20261119|1||1|1|1|1|1|", "17|1|a|b|1|20261119|x|1|1|1|1|1|1|",
            "17|1|a|b|1|20261119|1.7976931348623157E308|1|1|1|1|1|1|", "17|1|a|b|1|20261119|1E999999|1|1|1|1|1|1|",
            "9|1|99999999999|", "x|1|", "17", ""})
    void nonsenseIsRefused(String fields) {
        assertThatThrownBy(() -> codec.decodeFromServer(fields(fields))).isInstanceOf(WireException.class)
                .hasMessageMatching("(?s).*(server).*");
    }

    @Test
    void complaintNamesMessageFieldAndContent() {
        assertThatThrownBy(() -> codec.decodeFromServer(fields("17|1|a|b|1|20261119|x|1|1|1|1|1|1|")))
                .hasMessage("message 17 of the server, field 7: 'x' is no number");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 175, 179, 200, 223})
    void otherServerVersionsHaveNoCodec(int version) {
        assertThat(Protocol.speaks(version)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> MessageCodec.forVersion(version))
                .withMessageContaining("176 to 178");
    }

    private static Stream<Class<?>> permitted(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).filter(each -> !"Unknown".equals(each.getSimpleName()));
    }

    private static Iterable<Class<?>> kinds(Class<?> family) {
        return permitted(family).toList();
    }

    private static byte[] extended(byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(body);
        out.writeBytes(fields("new in a later version||"));
        return out.toByteArray();
    }

    private static byte[] fields(String joined) {
        return joined.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
    }
}

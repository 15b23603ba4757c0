package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tidemark reads; it has no way to trade.
class NoOrderMessageTest {
    private final MessageCodec codec = MessageCodec.forVersion(178);

    /// All that a client of ours can ever put on the wire: reading requests, and questions about the account.
    @Test
    void clientCanSendReadingMessagesOnly() {
        var ids = new TreeSet<Integer>();
        for (ClientMessage each : Samples.ofClient()) {
            ids.add(Integer.parseInt(new String(codec.encode(each), StandardCharsets.US_ASCII).split("\0", 2)[0]));
        }
        assertThat(ids).containsExactly(1, 2, 5, 6, 7, 8, 9, 16, 17, 20, 25, 49, 59, 61, 71, 76, 78, 87, 90, 99);
    }

    /// placeOrder, cancelOrder, reqAutoOpenOrders (binds manual orders), replaceFA, exerciseOptions,
    /// reqGlobalCancel, and those for verification and display groups, which also act instead of reading.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 15, 19, 21, 58, 65, 66, 69, 72, 73})
    void messageThatActsIsUnknown(int id) throws IOException {
        byte[] body = (id + "\0001\0001\000756733\000SPY\000").getBytes(StandardCharsets.US_ASCII);
        assertThat(codec.decodeFromClient(body)).isEqualTo(new ClientMessage.Unknown(id));
    }

    @Test
    void noRecordIsMadeForAnOrder() {
        List<String> words = new ArrayList<>();
        for (Class<?> each : ClientMessage.class.getPermittedSubclasses()) {
            words.add(each.getSimpleName());
            Arrays.stream(each.getRecordComponents()).forEach(component -> words.add(component.getName()));
        }
        assertThat(words).hasSizeGreaterThan(30).noneMatch(NoOrderMessageTest::isAboutTrading);
    }

    private static boolean isAboutTrading(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return List.of("order", "exercise", "quantity", "action", "limitprice", "tif").stream()
                .anyMatch(lower::contains);
    }
}

package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever arrives is a message or a [WireException], never anything else. Seeded, so a failure repeats.
class GarbageTest {
    private static final long SEED = 178;
    private static final int ROUNDS = 20_000;

    private final MessageCodec codec = MessageCodec.forVersion(178);
    private final Random random = new Random(SEED);

    @Test
    void randomBytesAreAMessageOrRefused() {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            refused += decode(body);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void randomFieldsAreAMessageOrRefused() {
        var alphabet = "0123456789.-Ee|||SPYuX\\\u00e9".toCharArray();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder().append(random.nextInt(110)).append('|');
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            refused += decode(text.append('|').toString().replace('|', '\0')
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(refused).isBetween(ROUNDS / 20, ROUNDS * 2);
    }

    @Test
    void damagedMessagesAreAMessageOrRefused() {
        List<byte[]> whole = Stream.concat(Samples.ofClient().stream().map(codec::encode),
                Samples.ofServer().stream().map(codec::encode)).toList();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = whole.get(random.nextInt(whole.size())).clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(128);
            }
            refused += decode(Arrays.copyOf(body, 1 + random.nextInt(body.length)));
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS * 2);
    }

    @Test
    void randomStreamsEndOrAreRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                Arrays.fill(bytes, 0, Math.min(3, bytes.length), (byte) 0);
            }
            assertThatCode(() -> drain(bytes)).doesNotThrowAnyException();
        }
    }

    private static void drain(byte[] bytes) {
        var reader = new FrameReader(new ByteArrayInputStream(bytes));
        try {
            Optional<byte[]> frame;
            do {
                frame = reader.next();
            } while (frame.isPresent());
        } catch (WireException e) {
            assertThat(e).hasMessageContaining("frame");
        } catch (IOException e) {
            throw new AssertionError("a stream in memory cannot break", e);
        }
    }

    /// How many of the two directions refused the body.
    private int decode(byte[] body) {
        return count(() -> codec.decodeFromClient(body)) + count(() -> codec.decodeFromServer(body));
    }

    private static int count(Decoding decoding) {
        try {
            decoding.run();
            return 0;
        } catch (WireException e) {
            return 1;
        }
    }

    private interface Decoding {
        void run() throws WireException;
    }
}

package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static final long SEED = 20_261_122;

    @Test
    void howTheNetworkSplitsTheBytesMakesNoDifference() throws IOException {
        var random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            List<byte[]> bodies = randomBodies(random);
            var sent = new ByteArrayOutputStream();
            var writer = new FrameWriter(sent);
            for (byte[] body : bodies) {
                writer.write(body);
            }
            var reader = new FrameReader(new Dribble(sent.toByteArray(), random, 1 + random.nextInt(40)));
            for (byte[] body : bodies) {
                assertThat(reader.next()).hasValueSatisfying(got -> assertThat(got).isEqualTo(body));
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void everyFrameLeavesInOneWrite() throws IOException {
        var writes = new ArrayList<Integer>();
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                writes.add(length);
            }
        };
        new FrameWriter(out).write(new byte[10]);
        assertThat(writes).containsExactly(14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 13})
    void streamThatEndsInsideAFrameIsAnError(int bytes) {
        byte[] part = Arrays.copyOf(FrameWriter.frame(new byte[10]), bytes);
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(part)).next())
                .isInstanceOf(WireException.class).hasMessageContaining("ended inside a frame");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 0, 0, 0", "255, 255, 255, 255", "71, 69, 84, 32"})
    void impossibleLengthIsAnErrorAndReservesNothing(int a, int b, int c, int d) {
        byte[] head = {(byte) a, (byte) b, (byte) c, (byte) d};
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(head)).next())
                .isInstanceOf(WireException.class).hasMessageContaining("allowed are 1 to 16777215");
    }

    @Test
    void longestFrameAllowedPasses() throws IOException {
        var body = new byte[FrameReader.LONGEST];
        body[body.length - 1] = 7;
        assertThat(new FrameReader(new ByteArrayInputStream(FrameWriter.frame(body))).next())
                .hasValueSatisfying(got -> assertThat(Arrays.equals(got, body)).isTrue());
        assertThatIllegalArgumentException().isThrownBy(() -> FrameWriter.frame(new byte[body.length + 1]));
    }

    @ParameterizedTest
    @CsvSource({"v157..178, 157, 178, ''", "v176, 176, 176, ''", "v100..193, 100, 193, ''",
            "v100..223 +PACEAPI, 100, 223, +PACEAPI"})
    void greetingsOfOtherClientsAreUnderstood(String text, int oldest, int newest, String options)
            throws IOException {
        assertThat(ClientGreeting.read(new Dribble(greeting(text), new Random(SEED), 2)))
                .isEqualTo(new ClientGreeting(oldest, newest, options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v100.200", "157..178", "v178..157", "v", "vx..y", "v1..99999999999999"})
    void greetingWithoutARangeIsRefused(String text) {
        assertThatThrownBy(() -> ClientGreeting.read(new ByteArrayInputStream(greeting(text))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void visitorsThatSpeakSomethingElseAreNamed() {
        assertThatThrownBy(() -> ClientGreeting.read(new ByteArrayInputStream("GET / HTTP/1.1\r\n".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII)))).isInstanceOf(WireException.class)
                .hasMessageContaining("'GET '");
    }

    @Test
    void greetingCutShortIsAnError() {
        byte[] part = Arrays.copyOf(ClientGreeting.ours().encode(), 12);
        assertThatThrownBy(() -> ClientGreeting.read(new ByteArrayInputStream(part)))
                .isInstanceOf(WireException.class).hasMessageContaining("hung up");
    }

    @ParameterizedTest
    @CsvSource({"157, 178, 178", "100, 223, 178", "100, 177, 177", "176, 176, 176", "100, 175, -1", "179, 223, -1"})
    void bestCommonVersionIsTheLowerOfTheNewest(int oldest, int newest, int agreed) {
        assertThat(new ClientGreeting(oldest, newest, "").agree(Protocol.OLDEST, Protocol.NEWEST)).isEqualTo(agreed);
    }

    @Test
    void zoneOfTheHandshakeMayBeAnything() throws IOException {
        byte[] body = "178\00020261122 09:30:00 \u00c4\u00d6 Mitteleurop\u00e4ische Zeit\000"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ServerGreeting.decode(body).serverVersion()).isEqualTo(178);
    }

    private static byte[] greeting(String text) {
        byte[] version = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{'A', 'P', 'I', 0});
        out.writeBytes(FrameWriter.frame(version));
        return out.toByteArray();
    }

    private static List<byte[]> randomBodies(Random random) {
        var bodies = new ArrayList<byte[]>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            var body = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 200_000 : 300)];
            random.nextBytes(body);
            bodies.add(body);
        }
        return bodies;
    }

    /// A connection that hands out at most a few bytes at a time.
    private static final class Dribble extends InputStream {
        private final InputStream in;
        private final Random random;
        private final int most;

        Dribble(byte[] bytes, Random random, int most) {
            in = new ByteArrayInputStream(bytes);
            this.random = random;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return in.read(bytes, from, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}

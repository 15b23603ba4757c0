package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final TwsEndpoint ENDPOINT = new TwsEndpoint("desk", 7497, 71);

    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new UnknownHostException("desk"), "no computer is called 'desk'", "127.0.0.1"),
                Arguments.of(new ConnectException("Connection refused"), "desk:7497: Connection refused", "7497"),
                Arguments.of(new NoRouteToHostException("No route"), "no way to desk:7497", "network"),
                Arguments.of(new SocketTimeoutException("timed out"), "in time", "Enable ActiveX"),
                Arguments.of(new WireException("a frame of 0 bytes"), "a frame of 0 bytes", "belongs to TWS"),
                Arguments.of(new IOException("Connection reset"), "broke: Connection reset", "network"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyKindOfFailureHasItsOwnSentence(IOException failure, String reason, String advice) {
        var loss = Loss.of(failure, ENDPOINT);
        assertThat(loss.reason()).contains(reason);
        assertThat(loss.advice()).contains(advice);
    }
}

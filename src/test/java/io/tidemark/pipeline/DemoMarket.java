package io.tidemark.pipeline;

import io.tidemark.gateway.ManualClock;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.RetrySchedule;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.demo.Fault;
import io.tidemark.gateway.tws.TwsClient;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.gateway.tws.TwsTimings;
import io.tidemark.market.SessionClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A demo gateway whose market has reached a day, for a client that looks the morning after and has little patience.
public final class DemoMarket implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofMillis(1200);
    /// The gateway is back after a second; a busy machine may take long over it.
    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final TwsTimings TIMINGS = new TwsTimings(
            new TwsTimings.Deadlines(ANSWER, ANSWER, SILENCE, Duration.ofMillis(100), SILENCE, SILENCE, SILENCE,
                    RECOVERY),
            new TwsTimings.Pauses(Duration.ofMillis(300), SHORT, SHORT, SHORT, SHORT),
            new RetrySchedule(List.of(SHORT, SHORT), List.of(1, 1), List.of(SHORT), 0));

    private final DemoGateway gateway;
    private final Clock clock;

    private DemoMarket(DemoGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /// The default synthetic market.
    public static DemoMarket on(LocalDate today, String... faults) throws IOException {
        return start(today, Optional.empty(), faults);
    }

    /// A market of files.
    public static DemoMarket of(Path csv, LocalDate today, String... faults) throws IOException {
        return start(today, Optional.of(csv), faults);
    }

    private static DemoMarket start(LocalDate today, Optional<Path> csv, String... faults) throws IOException {
        Clock clock = Clock.fixed(today.plusDays(1).atTime(8, 0).atZone(SessionClock.NEW_YORK).toInstant(),
                ZoneOffset.UTC);
        var options = DemoOptions.standard(clock).withToday(today)
                .withFaults(Stream.of(faults).map(Fault::parse).toList());
        return new DemoMarket(DemoGateway.start(csv.map(options::withCsv).orElse(options)), clock);
    }

    /// A client of its own.
    public BarFeed feed() {
        var endpoint = new TwsEndpoint("127.0.0.1", gateway.port(), 71);
        var pacing = new ManualClock(clock.instant());
        var pacer = new Pacer(PacingPolicy.none(), pacing, (wait, progress) -> pacing.advance(wait));
        return new GatewayFeed(new TwsGateway(TwsClient.builtIn(), endpoint, pacer, clock, TIMINGS));
    }

    /// The morning after.
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        gateway.close();
    }
}

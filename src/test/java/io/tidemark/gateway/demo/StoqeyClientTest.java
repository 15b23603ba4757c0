package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/// `@stoqey/ib`, a TWS client that is not ours, finds a TWS here.
///
/// Needs Node and, once, the npm registry; the package goes to `target/` and nowhere else.
@Timeout(180)
class StoqeyClientTest {
    private static final String PACKAGE = "@stoqey/ib@1.6.10";
    private static final Path FOLDER = Path.of("target/stoqey").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/resources/io/tidemark/gateway/demo/stoqey-client.cjs");
    private static final long VERSION_SECONDS = 20;
    private static final long INSTALL_SECONDS = 60;
    private static final long RUN_SECONDS = 60;
    private static final int SESSIONS = 2514;

    private static JsonNode report = new ObjectMapper().createObjectNode();
    private static Optional<String> missing = Optional.empty();

    @BeforeAll
    static void drive() throws IOException, InterruptedException {
        missing = missing();
        if (missing.isPresent()) {
            LoggerFactory.getLogger(StoqeyClientTest.class).warn("Skipped: {}", missing.get());
            return;
        }
        var options = DemoOptions.standard(Clock.systemUTC()).withToday(LocalDate.of(2026, 11, 20));
        try (var gateway = DemoGateway.start(options)) {
            var out = run(RUN_SECONDS, "node", SCRIPT.toString(), FOLDER.toString(), String.valueOf(gateway.port()));
            assertThat(out.ended()).as("the client ended by itself: %s", out.text()).isTrue();
            assertThat(out.code()).as(out.text()).isZero();
            report = new ObjectMapper().readTree(out.text());
        }
    }

    @BeforeEach
    void needTheClient() {
        assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    }

    /// What keeps the client from running here; empty when nothing does.
    private static Optional<String> missing() throws IOException, InterruptedException {
        if (!isInstalled("node")) {
            return Optional.of("Node is not installed, so @stoqey/ib cannot run");
        }
        if (Files.isRegularFile(FOLDER.resolve("node_modules/@stoqey/ib/package.json"))) {
            return Optional.empty();
        }
        if (!isInstalled("npm")) {
            return Optional.of("npm is not installed, so @stoqey/ib cannot be fetched");
        }
        Files.createDirectories(FOLDER);
        var out = run(INSTALL_SECONDS, "npm", "install", "--prefix", FOLDER.toString(), "--ignore-scripts",
                "--no-audit", "--no-fund", "--no-package-lock", "--fetch-retries=0", PACKAGE);
        return out.ended() && out.code() == 0
                ? Optional.empty()
                : Optional.of("npm could not fetch " + PACKAGE + ", offline? " + out.text());
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return run(VERSION_SECONDS, program, "--version").code() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private record Outcome(boolean ended, int code, String text) {}

    private static Outcome run(long seconds, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("stoqey", ".txt");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Outcome(ended, process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    @Test
    void connectsAndSeesAccountAndTime() {
        assertThat(report.at("/accounts/0").asText()).isEqualTo("DEMO42");
        assertThat(report.at("/time").asLong()).isEqualTo(Instant.parse("2026-11-21T02:00:00Z").getEpochSecond());
    }

    @Test
    void findsOneRowForEachContract() {
        assertThat(report.at("/contracts").size()).isEqualTo(5);
        for (JsonNode rows : report.at("/contracts")) {
            assertThat(rows).hasSize(1);
        }
        assertThat(report.at("/contracts/SPY/0/0").asInt()).isEqualTo(756_733);
        assertThat(report.at("/contracts/SPY/0/2").asText()).isEqualTo("ARCA");
        assertThat(report.at("/contracts/VIX/0/1").asText()).isEqualTo("CBOE");
        assertThat(report.at("/contracts/TSLA/0/3").asText()).isEqualTo("TESLA INC (synthetic)");
        assertThat(report.at("/contracts/AMD/0/4").asText()).isEqualTo("US/Eastern");
        assertThat(report.at("/contracts/NVDA/0/5").asDouble()).isEqualTo(0.0001);
    }

    @Test
    void readsTenYearsOfBarsOfEachSymbol() {
        for (String symbol : List.of("SPY", "VIX", "TSLA", "NVDA", "AMD")) {
            var bars = report.at("/bars/" + symbol);
            assertThat(bars.get(0).asInt()).as(symbol).isEqualTo(SESSIONS);
            assertThat(bars.get(1).get("time").asText()).as(symbol).isEqualTo("20161121");
            assertThat(bars.get(2).get("time").asText()).as(symbol).isEqualTo("20261120");
        }
        // The bar that SyntheticMarketTest pins, after its way through a foreign decoder.
        var last = report.at("/bars/TSLA/2");
        assertThat(last.get("open").asDouble()).isEqualTo(653.02);
        assertThat(last.get("high").asDouble()).isEqualTo(661.22);
        assertThat(last.get("low").asDouble()).isEqualTo(649.10);
        assertThat(last.get("close").asDouble()).isEqualTo(661.01);
        assertThat(last.get("volume").asLong()).isEqualTo(89_066_213);
    }

    @Test
    void readsHeadTimestampOrdersOptionsAndSnapshot() {
        assertThat(report.at("/head").asText()).isEqualTo("20000103-14:30:00");
        assertThat(report.at("/openOrders")).isEmpty();
        assertThat(report.at("/options/0").toString()).isEqualTo("[\"SMART\",100,true,true]");
        assertThat(report.at("/last").asDouble()).isEqualTo(report.at("/bars/SPY/2/close").asDouble());
    }

    @Test
    void servesASecondClientBesideTheFirst() {
        assertThat(report.at("/second/0").asInt()).isEqualTo(SESSIONS);
        assertThat(report.at("/second/1").asInt()).isEqualTo(178);
    }

    @Test
    void refusesAClientIdThatIsInUse() {
        assertThat(report.at("/third").toString()).isEqualTo("[326]");
    }

    @Test
    void reportsNoErrorButTheUnknownContract() {
        // Missing or spare fields in any message would be error 505 here.
        assertThat(report.at("/unknown").asInt()).isEqualTo(200);
        assertThat(report.at("/errors")).hasSize(1);
        assertThat(report.at("/errors/0/1").asInt()).isEqualTo(200);
    }
}

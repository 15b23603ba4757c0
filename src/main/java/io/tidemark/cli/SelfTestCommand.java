package io.tidemark.cli;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.Verify;
import io.tidemark.pipeline.VerifyReport;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.wiring.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/// Proves an installation: the pipeline on a small demo market and the window, in a folder that is then removed.
@Command(name = "self-test", mixinStandardHelpOptions = true,
        description = {
                "Checks that Tidemark works on this machine.",
                "Sets a small demo market up, trains and loads both models, opens the window and",
                "closes it. Uses a temporary folder; no workspace is touched."},
        exitCodeList = {
                "0:Everything works here.",
                "1:Something does not; each line says what."},
        footer = {
                "",
                "Example:",
                "  After installing, or before reporting a problem:",
                "    tidemark self-test"})
final class SelfTestCommand implements Callable<Integer> {
    // outside the folder, which could not be removed on Windows with an open log in it; as in logback.xml
    private static final Path LOG = Path.of(System.getProperty("java.io.tmpdir"),
            "tidemark-" + System.getProperty("user.name") + ".log");
    private static final int YEARS = 4;
    private static final int SAMPLES = 200;

    private final Terminal terminal;
    private final Tidemark.Window window;
    private boolean good = true;

    SelfTestCommand(Terminal terminal, Tidemark.Window window) {
        this.terminal = terminal;
        this.window = window;
    }

    /// One thing to prove.
    @FunctionalInterface
    private interface Proof {
        /// @return what was seen
        String of() throws IOException, StageFailure;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tidemark-self-test");
        try {
            prove("Java runtime", () -> Runtime.version() + " on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch"));
            prove("demo market, training sets, both models trained", () -> setUp(folder));
            prove("files whole, both models loaded", () -> verify(folder));
            prove("window", () -> window.open(Optional.of(folder), true)
                    ? "opened and closed"
                    : "not tried: there is no display");
        } finally {
            remove(folder);
        }
        return good ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void prove(String what, Proof proof) {
        long start = System.nanoTime();
        try {
            String seen = proof.of();
            terminal.out().printf(Locale.ROOT, "ok   %s: %s (%.1f s)%n", what, seen, (System.nanoTime() - start) / 1e9);
        } catch (IOException | StageFailure | RuntimeException | LinkageError e) {
            good = false;
            LoggerFactory.getLogger(SelfTestCommand.class).error("self-test: {}", what, e);
            terminal.out().println("BAD  " + what + ": " + e + "; details are in " + LOG);
        }
    }

    private static String setUp(Path folder) throws IOException, StageFailure {
        try (var application = Application.open(folder, "self-test", Clock.systemUTC());
                var feed = application.feed(FeedChoice.Demo.standard())) {
            var settings = PipelineSettings.defaults().withYears(YEARS).withSamplesPerSymbol(SAMPLES);
            var labelling = WorkspaceLabelling.of(application.workspace()).labelling(settings.horizon());
            var report = new Setup(application.workspace(), feed, application.clock()).run(settings, labelling, false,
                    RunContext.unwatched());
            return String.format(Locale.ROOT, "accuracy %.3f, R2 %.3f",
                    report.regime().evaluation().honest().accuracy(),
                    report.pot().evaluation().honest().model().r2());
        }
    }

    private static String verify(Path folder) throws IOException, StageFailure {
        try (var application = Application.open(folder, "self-test", Clock.systemUTC())) {
            VerifyReport report = new Verify(application.workspace(), application.clock()).run(RunContext.unwatched());
            List<String> bad = report.checks().stream().filter(check -> !check.good())
                    .map(check -> check.what() + ": " + check.detail()).toList();
            if (!bad.isEmpty()) {
                throw new IOException(String.join(" ", bad));
            }
            return report.checks().size() + " checks";
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

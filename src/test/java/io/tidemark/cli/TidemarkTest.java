package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidemarkTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return Tidemark.commandLine(terminal, (workspace, check) -> false).execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void setupOnTheDemoMarketTrainsBothModelsAndPrintsTheirFigures() throws IOException {
        int code = run("setup", "--workspace", folder.toString(), "--samples", "400", "--json");

        assertThat(code).as(complained()).isZero();
        JsonNode json = new ObjectMapper().readTree(printed());
        assertThat(json.at("/demo").asBoolean()).isTrue();
        assertThat(json.at("/regime/accuracy").asDouble()).isBetween(0.9, 1.0);
        assertThat(json.at("/regime/rows").asInt()).isBetween(2_400, 2_520);
        assertThat(json.at("/pot/rows").asInt()).isEqualTo(1_600);
        assertThat(json.at("/pot/r2").isNumber()).isTrue();
        assertThat(json.at("/pot/baseline_r2").isNumber()).isTrue();
        assertThat(json.at("/stages").findValuesAsText("name")).containsExactly("download", "prepare-regime",
                "prepare-pot", "train-regime", "train-pot");
        assertThat(json.at("/stages/0/seconds").asDouble()).isPositive();

        assertThat(run("verify", "--workspace", folder.toString())).as(complained()).isZero();
        assertThat(printed()).contains("ok   regime classifier", "ok   probability of touch").doesNotContain("BAD");

        Path names = folder.resolve("data/historical/regime_feature_names.txt");
        String whole = Files.readString(names);
        Files.writeString(names, "vix\n");
        assertThat(run("verify", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("repair", "--workspace", folder.toString())).as(complained()).isZero();
        assertThat(printed()).contains("Regime training set: made anew", "The damaged files are kept in ",
                "Everything is whole again.");
        assertThat(names).hasContent(whole);
        Path bars = folder.resolve("data/historical/NVDA_daily_10y.csv");
        byte[] kept = Files.readAllBytes(bars);
        Files.writeString(bars, "date\n");
        assertThat(run("repair", "--workspace", folder.toString(), "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(new ObjectMapper().readTree(printed()).at("/broken/0").asText()).startsWith("bars of NVDA: ");
        assertThat(complained()).contains("Still broken: bars of NVDA: ", "Download or import NVDA again");
        Files.delete(bars);
        assertThat(run("verify", "--workspace", folder.toString())).as("bars gone").isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("NVDA_daily_10y.csv: is gone, with", "Download or import NVDA again");
        Files.write(bars, kept);

        assertThat(run("download", "--workspace", folder.toString(), "--implied-volatility", "off"))
                .as(complained()).isZero();
        assertThat(printed()).contains("Implied volatility is switched off in this workspace");
        assertThat(run("download", "--workspace", folder.toString(), "--json")).isZero();
        assertThat(new ObjectMapper().readTree(printed()).at("/implied_volatility_note").asText())
                .as("it is remembered").contains("switched off");
        assertThat(run("download", "--workspace", folder.toString(), "--implied-volatility", "perhaps"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("download", "--workspace", folder.toString(), "--implied-volatility", "on")).isZero();
        assertThat(printed()).doesNotContain("switched off");

        assertThat(run("runs", "--workspace", folder.toString())).isZero();
        assertThat(printed()).contains("regime_classifier", "probability_of_touch", "in use");

        assertThat(run("leak-check", "--workspace", folder.toString(), "--json")).as(complained()).isZero();
        JsonNode leaks = new ObjectMapper().readTree(printed());
        assertThat(leaks.at("/passed").asBoolean()).isTrue();
        assertThat(leaks.at("/models/0/findings")).hasSize(5);
        assertThat(leaks.at("/models/1/findings")).hasSize(6);

        assertThat(run("train", "regime", "--workspace", folder.toString(), "--json")).as(complained()).isZero();
        assertThat(new ObjectMapper().readTree(printed()).at("/regime/run").asInt()).isEqualTo(2);
        assertThat(new ObjectMapper().readTree(printed()).at("/regime/promotion/promoted").asBoolean()).isTrue();
        byte[] second = Files.readAllBytes(folder.resolve("models/regime_classifier.json"));

        assertThat(run("drift", "--workspace", folder.toString(), "--json")).as(complained()).isZero();
        JsonNode drift = new ObjectMapper().readTree(printed());
        assertThat(drift.at("/models/0/windows/1/sessions").asInt()).isEqualTo(252);
        assertThat(drift.at("/models/1/scores/0/measure").asText()).isEqualTo("Brier");
        assertThat(drift.at("/warnings").isArray()).isTrue();
        assertThat(run("drift", "--workspace", folder.toString())).isZero();
        assertThat(printed()).contains("implied_volatility", "closed form");

        assertThat(run("rollback", "regime", "--workspace", folder.toString())).as(complained()).isZero();
        assertThat(printed()).contains("Run 1 of regime_classifier is in use again, as before run 2");
        assertThat(run("rollback", "regime", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("there is none before it to go back to");
        assertThat(run("promote", "regime", "2", "--workspace", folder.toString())).as(complained()).isZero();
        assertThat(folder.resolve("models/regime_classifier.json")).hasBinaryContent(second);
        assertThat(run("promote", "regime", "9", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("There is no run 9 of regime_classifier; kept are [1, 2]");
        assertThat(run("promote", "tea", "1", "--workspace", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("train", "pot", "--promote", "sometimes", "--workspace", folder.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("'sometimes' is none of [always, if-not-worse, never]");
        assertThat(run("train", "--most-ece", "7", "--workspace", folder.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(run("prepare-regime", "--horizon", "5", "--workspace", folder.toString())).isZero();
        assertThat(run("leak-check", "regime", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("prepared anew", "Train again");
    }

    @Test
    void updateGoesOnFromWhatIsThereAndSaysWhenNothingIsNew() throws IOException {
        assertThat(run("setup", "--workspace", folder.toString(), "--samples", "400", "--symbols", "SPY,VIX", "--years",
                "3", "--today", "2024-06-28")).as(complained()).isZero();

        assertThat(run("update", "--workspace", folder.toString(), "--today", "2024-07-31", "--json"))
                .as(complained()).isZero();
        JsonNode json = new ObjectMapper().readTree(printed());
        assertThat(json.at("/changed").asBoolean()).isTrue();
        assertThat(json.at("/symbols/0/added").asInt()).isEqualTo(22);
        assertThat(json.at("/regime/run").asInt()).isEqualTo(2);
        assertThat(json.at("/regime_data/rows").asInt()).isEqualTo(json.at("/rows_before/regime").asInt() + 22);
        assertThat(json.at("/report").asText()).isNotEmpty();
        assertThat(Files.readString(Path.of(json.at("/report").asText()))).contains("| SPY |", "22 new bars",
                "## Training sets", "| figure | run 1, before | run 2, new |", "Run 2 is ", "- passed: ", "## Drift",
                "| train-pot |");

        assertThat(run("update", "--workspace", folder.toString(), "--today", "2024-07-31")).as(complained()).isZero();
        assertThat(printed()).contains("Nothing new: the bars reach their last finished session", "Report: ");
        assertThat(run("update", "--workspace", folder.toString(), "--growth", "11")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("growth: takes 0 to 10");
        assertThat(run("update", "--workspace", folder.resolve("empty").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("nothing to update").contains("tidemark setup", "The report is ");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(run("setup", "--years", "1", "--workspace", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("years: takes 2 to 30, not 1");
        assertThat(run("setup", "--gateway", "nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("127.0.0.1:7497");
        assertThat(run("setup", "--csv", "a", "--gateway", "demo")).isEqualTo(ExitCode.USAGE);
        assertThat(run("download", "--symbols", "../etc")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("'../etc' is not a symbol");
        assertThat(run("no-such-command")).isEqualTo(ExitCode.USAGE);
        assertThat(run("demo-gateway", "--fault", "no-such-fault")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void wrongUsageIsToldFirstAndNotBuriedUnderTheHelp() {
        assertThat(run("chains", "snapshot")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).startsWith("tidemark chains snapshot: name the symbols")
                .contains("Usage: tidemark chains snapshot [").contains("Options and examples: tidemark help chains "
                        + "snapshot")
                .doesNotContain("Examples:");
        assertThat(complained().lines().count()).isLessThan(10);
    }

    @Test
    void aMistypedCommandIsAnsweredByTheOneMeant() {
        assertThat(run("setp")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("'setp'", "Did you mean: tidemark setup");
    }

    @Test
    void aFailureIsOneSentenceOnTheErrorStreamAndDetailsInTheLog() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));

        int code = run("setup", "--workspace", folder.resolve("w").toString(), "--csv", csv.toString());

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(complained().lines()).hasSize(1);
        assertThat(complained()).startsWith("Failed: ").contains("SPY.csv");
    }

    @Test
    void trainingBeforePreparingSaysWhatToRunFirst() {
        assertThat(run("train", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("regime_training_data.npz");
        assertThat(run("prepare-regime", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("'tidemark download' in the terminal");
        assertThat(run("verify", "--workspace", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("tidemark setup");
    }

    @Test
    void demoBarsDoNotEnterAWorkspaceOfRealOnes() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("SPY.csv"), """
                date,open,high,low,close,volume
                2024-12-30,100,101,99,100.5,60000000
                2024-12-31,100.5,102,100,101,61000000
                """);
        String workspace = folder.resolve("w").toString();
        assertThat(run("download", "--symbols", "SPY", "--workspace", workspace, "--csv", csv.toString()))
                .as(complained()).isZero();

        assertThat(run("download", "--symbols", "SPY", "--workspace", workspace)).isEqualTo(ExitCode.FAILED);

        assertThat(complained()).containsIgnoringCase("demo").contains("--workspace");
        try (Stream<String> lines = Files.lines(folder.resolve("w/data/historical/SPY_daily_10y.csv"))) {
            assertThat(lines).hasSize(3).contains("2024-12-31,100.5,102,100,101,61000000");
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : Tidemark.commandLine(Terminal.ofProcess(), (workspace, check) -> false).getSubcommands()
                .keySet()) {
            if (!command.equals("help")) {
                assertThat(run(command, "--help")).as(command).isZero();
                assertThat(printed()).contains("Usage: tidemark " + command).doesNotContain("null");
            }
        }
        assertThat(run("demo-gateway", "--list-faults")).isZero();
        assertThat(printed().lines().count()).isGreaterThan(15);
    }

    @Test
    void withoutACommandTheWindowOpensOnTheFolder() {
        var asked = new ArrayList<Optional<Path>>();
        int code = Tidemark.commandLine(Terminal.ofProcess(), (workspace, check) -> asked.add(workspace)).execute("-w",
                "bars");

        assertThat(code).isZero();
        assertThat(asked).containsExactly(Optional.of(Path.of("bars")));
    }

    @Test
    void withoutADisplaySetupRunsInTheTerminalAndSaysSo() {
        int code = run("-w", folder.resolve("new").toString());

        assertThat(complained()).contains("There is no display", "terminal instead");
        assertThat(code).isZero();
        assertThat(folder.resolve("new").resolve("models")).isDirectory();
    }

    @Test
    void selfTestProvesThePipelineAndTheWindowAndLeavesNothingBehind() {
        var opened = new ArrayList<Path>();
        var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);

        int code = Tidemark.commandLine(terminal, (workspace, check) -> check && opened.add(workspace.orElseThrow()))
                .execute("self-test");

        assertThat(code).as(printed()).isZero();
        assertThat(printed()).contains("ok   demo market", "ok   files whole", "ok   window: opened and closed");
        assertThat(opened.getFirst()).doesNotExist();
    }
}

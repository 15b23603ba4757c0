package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What the shell is told of the commands: the manual, and how to complete them.
class ManPageTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CommandLine program = Tidemark.commandLine(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false),
            (workspace, check) -> false);

    @Test
    void everyCommandAndOptionIsInTheManual() {
        assertThat(program.execute("man")).isZero();
        String page = out.toString(StandardCharsets.UTF_8);
        assertThat(page).startsWith(".TH TIDEMARK 1 \"\" \"Tidemark ").contains("\n.SH NAME\ntidemark \\- ");
        for (CommandLine command : program.getSubcommands().values()) {
            String heading = "\n.SS " + command.getCommandName().replace("-", "\\-") + "\n";
            assertThat(page).contains(heading);
            String section = page.substring(page.indexOf(heading) + heading.length()).split("\n\\.S[SH] ", 2)[0];
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(section.contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"))
                        .as(option.longestName()).isNotEqualTo(option.hidden());
            }
        }
        assertThat(page).contains("\n.SS chains snapshot\n", "\n.SH EXIT STATUS\n.TP\n\\fB0\\fR\nDone.\n");
        assertThat(page).contains("tidemark predict SPY \\-\\-strikes 5").doesNotContain("${DEFAULT");
    }

    @Test
    void groffHasNothingToSayAgainstTheManual(@TempDir Path folder) throws IOException, InterruptedException {
        Path groff = Path.of("/usr/bin/groff");
        Assumptions.assumeTrue(Files.isExecutable(groff), "skipped: there is no " + groff);
        program.execute("man");
        Path page = Files.write(folder.resolve("tidemark.1"), out.toByteArray());
        Process process = new ProcessBuilder(groff.toString(), "-man", "-ww", "-Kutf8", "-Tutf8", "-z", page.toString())
                .redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void bashCompletesCommandsAndOptions(@TempDir Path folder) throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        Assumptions.assumeTrue(Files.isExecutable(bash), "skipped: there is no " + bash);
        assertThat(program.execute("generate-completion")).isZero();
        Path script = Files.write(folder.resolve("tidemark"), out.toByteArray());
        Process process = new ProcessBuilder(bash.toString(), "-c", """
                compopt() { :; } # only the shell's own completion may call it
                source "$1"
                COMP_WORDS=(tidemark pred); COMP_CWORD=1; _complete_tidemark; echo "${COMPREPLY[@]}"
                COMP_WORDS=(tidemark predict --str); COMP_CWORD=2; _complete_tidemark; echo "${COMPREPLY[@]}"
                """, "bash", script.toString()).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                predict
                --strikes
                """);
        assertThat(process.waitFor()).isZero();
    }
}

package io.tidemark.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What `tidemark help COMMAND` shows of every command.
class HelpTest {
    private static final int TERMINAL = 80;
    /// The call of Tidemark in an example, without what a shell does with it.
    private static final Pattern CALL = Pattern.compile("(?m)^    (?! ).*?(tidemark[^|>)\n]*)");

    // built once: the descriptions of all commands take a while
    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();
    private static final CommandLine PROGRAM = Tidemark.commandLine(new Terminal(
            new PrintStream(OUT, true, StandardCharsets.UTF_8), new PrintStream(ERR, true, StandardCharsets.UTF_8),
            false),
            (workspace, check) -> false);
    private static final Map<String, CommandSpec> SPECS = within(PROGRAM)
            .collect(toMap(CommandSpec::qualifiedName, Function.identity()));
    private static final Map<String, String> HELP = SPECS.keySet().stream()
            .collect(toMap(Function.identity(), HelpTest::called));

    static Set<String> commands() {
        return new TreeSet<>(SPECS.keySet());
    }

    private static Stream<CommandSpec> within(CommandLine command) {
        return Stream.concat(Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(HelpTest::within));
    }

    /// As a person calls it up.
    private static String called(String command) {
        var words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.set(0, "help");
        OUT.reset();
        assertThat(PROGRAM.execute(words.toArray(String[]::new))).isZero();
        return OUT.toString(StandardCharsets.UTF_8);
    }

    private static CommandSpec spec(String command) {
        return Objects.requireNonNull(SPECS.get(command));
    }

    private static String help(String command) {
        return Objects.requireNonNull(HELP.get(command));
    }

    private static List<String> calls(String command) {
        return CALL.matcher(help(command)).results().map(call -> call.group(1).strip()).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineIsWiderThanATerminalAndNoWordIsTorn(String command) {
        String help = help(command);
        assertThat(help).contains("Usage: " + command);
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL));

        CommandSpec spec = spec(command);
        Stream<String> texts = Stream.of(Stream.of(spec.usageMessage().description()),
                spec.args().stream().filter(each -> !each.hidden()).flatMap(each -> Stream.of(each.description())),
                spec.usageMessage().exitCodeList().values().stream(),
                spec.options().stream().filter(each -> !each.hidden()).map(option -> option.longestName()
                        + (option.arity().max() > 0 ? "=" + option.paramLabel() : "")))
                .flatMap(each -> each);
        List<String> shown = Arrays.asList(help.split("\\s+"));
        assertThat(texts.flatMap(text -> Stream.of(text.split("\\s+"))).filter(word -> !word.contains("${")).toList())
                .allSatisfy(word -> assertThat(shown).contains(word));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aListOfCommandsHasALineForEachWithAWholeSentence(String command) {
        CommandSpec spec = spec(command);
        List<String> lines = help(command).lines().toList();
        assertThat(spec.subcommands().values()).allSatisfy(each -> {
            String sentence = each.getCommandSpec().usageMessage().description()[0];
            assertThat(sentence).endsWith(".");
            assertThat(lines).anyMatch(line -> line.matches(" +" + each.getCommandName() + " +\\Q" + sentence + "\\E"));
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasExamplesThatItTakes(String command) {
        List<String> calls = calls(command);
        assertThat(calls).isNotEmpty();
        assertThat(help(command)).containsPattern("\n(Example|Examples):\n  \\S.*:\n    \\S");
        for (String call : calls) {
            String[] arguments = Pattern.compile(" +").splitAsStream(call).skip(1).toArray(String[]::new);
            assertThatCode(() -> PROGRAM.parseArgs(arguments)).as(call).doesNotThrowAnyException();
            ParseResult parsed = PROGRAM.getParseResult();
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            assertThat(parsed.commandSpec().qualifiedName()).as(call).startsWith(command);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleSaysWhatItIsFor(String command) {
        List<String> lines = Arrays.asList(spec(command).usageMessage().footer());
        int first = Math.max(lines.indexOf("Examples:"), lines.indexOf("Example:"));
        assertThat(first).isPositive();
        List<String> pairs = lines.subList(first + 1, lines.size()).stream().takeWhile(line -> !line.isEmpty())
                .toList();
        assertThat(pairs).hasSize(2 * calls(command).size());
        for (int i = 0; i < pairs.size(); i += 2) {
            assertThat(pairs.get(i)).matches("  \\S.*:");
            assertThat(pairs.get(i + 1)).matches("    \\S.*");
        }
    }

    @Test
    void anUnknownCommandIsNamed() {
        assertThat(PROGRAM.execute("help", "chains", "tea")).isEqualTo(ExitCode.USAGE);
        assertThat(ERR.toString(StandardCharsets.UTF_8)).contains("'tidemark chains' has no command 'tea'");
    }
}

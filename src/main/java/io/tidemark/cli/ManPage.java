package io.tidemark.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual of all commands as one page for `man`, from the words of their `--help`.
///
/// picocli's own generator writes AsciiDoc, which would take a Ruby tool chain to become a man page.
final class ManPage {
    private final List<String> lines = new ArrayList<>();

    private ManPage() {
    }

    /// The page in the `man` macros of roff.
    ///
    /// @param root the command line of the whole program
    /// @param version shown at the foot
    static String of(CommandLine root, String version) {
        var page = new ManPage();
        CommandSpec program = root.getCommandSpec();
        String[] about = program.usageMessage().description();
        String name = root.getCommandName();
        page.lines.add(".TH %s 1 \"\" \"Tidemark %s\"".formatted(name.toUpperCase(Locale.ROOT), version));
        page.section("NAME");
        page.lines.add(name + " \\- " + text(about[0]));
        page.section("SYNOPSIS");
        page.synopsis(root);
        page.section("DESCRIPTION");
        page.paragraphs(about);
        page.arguments(program);
        page.section("COMMANDS");
        page.commands(root);
        page.section("EXIT STATUS");
        page.exitCodes(program);
        page.section("NOTES");
        page.verbatim(program.usageMessage().footer());
        return String.join("\n", page.lines) + "\n";
    }

    private void commands(CommandLine parent) {
        parent.getSubcommands().values().stream().filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(this::command);
    }

    /// A command, then those within it.
    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String program = spec.root().name() + " ";
        lines.add(".SS " + text(spec.qualifiedName().substring(program.length())));
        synopsis(command);
        paragraphs(spec.usageMessage().description());
        arguments(spec);
        if (!spec.usageMessage().exitCodeList().isEmpty()) {
            paragraphs("Exit codes:");
            exitCodes(spec);
        }
        verbatim(spec.usageMessage().footer());
        commands(command);
    }

    private void exitCodes(CommandSpec spec) {
        spec.usageMessage().exitCodeList().forEach((code, meaning) -> {
            lines.add(".TP");
            lines.add("\\fB" + text(code) + "\\fR");
            lines.add(text(meaning));
        });
    }

    private void section(String title) {
        lines.add(".SH " + title);
    }

    private void synopsis(CommandLine command) {
        lines.add(".nf");
        command.getHelp().synopsis(0).strip().lines().forEach(line -> lines.add(text(line)));
        lines.add(".fi");
    }

    private void paragraphs(String... paragraphs) {
        for (String each : paragraphs) {
            String words = each.replace("%n", " ").strip();
            if (!words.isEmpty()) {
                lines.add(".PP");
                lines.add(text(words));
            }
        }
    }

    /// Parameters, then options.
    private void arguments(CommandSpec spec) {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            argument("\\fI" + text(parameter.paramLabel()) + "\\fR", parameter);
        }
        for (OptionSpec option : spec.options()) {
            List<String> names = Arrays.stream(option.names()).map(name -> "\\fB" + text(name) + "\\fR").toList();
            String value = option.arity().max() > 0 ? "=\\fI" + text(option.paramLabel()) + "\\fR" : "";
            argument(String.join(", ", names) + value, option);
        }
    }

    private void argument(String head, ArgSpec argument) {
        if (!argument.hidden()) {
            lines.add(".TP");
            lines.add(head);
            lines.add(text(String.join(" ", argument.description())));
        }
    }

    /// Lines as they are, such as examples.
    private void verbatim(String... texts) {
        if (texts.length > 0) {
            lines.add(".PP");
            lines.add(".nf");
            for (String each : texts) {
                each.lines().forEach(line -> lines.add(text(line)));
            }
            lines.add(".fi");
        }
    }

    /// Text in which nothing is taken for an instruction.
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}

package io.tidemark.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every rule of Checkstyle is seen to bite: for each, a file that breaks it, and one that breaks none.
class CheckstyleBitesTest {
    private static final String RULES = ".mvn/checkstyle.xml";
    private static final String FILE = "Planted.java";
    private static final String CLEAN = "clean";

    @TempDir
    Path folder;

    /// A source for each rule, by the rule's name or, where it has one, its message.
    private static Map<String, String> plants() {
        return Map.ofEntries(Map.entry("FileTabCharacter", "class Planted {\n\tint number;\n}\n"),
                Map.entry("NewlineAtEndOfFile", "class Planted {\n}"),
                Map.entry("FileLength", type("\n".repeat(400))),
                Map.entry("LineLength", "// " + "x".repeat(120) + "\nclass Planted {\n}\n"),
                Map.entry("Trailing space.", "class Planted { \n}\n"),
                Map.entry("Finish it or open an issue.", "// TO" + "DO later\nclass Planted {\n}\n"),
                Map.entry("JavadocPackage", type("")),
                Map.entry("AvoidStarImport", "import java.util.*;\n" + type("")),
                Map.entry("RedundantImport", "import java.lang.String;\n" + type("")),
                Map.entry("MethodLength", method(lines(61, "        int a%d = 0;"))),
                Map.entry("ParameterNumber", type("""
                        void many(int a, int b, int c, int d, int e, int f, int g, int h) {
                        }
                        """)),
                Map.entry("NeedBraces", method("        if (hashCode() > 0)\n            toString();")),
                Map.entry("OneStatementPerLine", method("        toString(); toString();")),
                Map.entry("OneTopLevelClass", type("") + "class Second {\n}\n"),
                Map.entry("OuterTypeFilename", "class Elsewhere {\n}\n"),
                Map.entry("EmptyBlock", method("        if (hashCode() > 0) {\n        }")),
                Map.entry("EmptyCatchBlock", method("""
                        try {
                            toString();
                        } catch (RuntimeException e) {
                        }""")),
                Map.entry("EqualsHashCode", type("""
                        public boolean equals(Object other) {
                            return true;
                        }
                        """)),
                Map.entry("FallThrough", method("""
                        int a = 0;
                        switch (hashCode()) {
                            case 1:
                                a = 1;
                            default:
                                a = 2;
                        }""")),
                Map.entry("ModifierOrder", type("    final static int NUMBER = 1;\n")),
                Map.entry("RedundantModifier", type("    interface Inner {\n        public void it();\n    }\n")),
                Map.entry("SimplifyBooleanExpression", method("        boolean a = isTrue() == true;")),
                Map.entry("SimplifyBooleanReturn", type("""
                        boolean it() {
                            if (hashCode() > 0) {
                                return true;
                            } else {
                                return false;
                            }
                        }
                        """)),
                Map.entry("StringLiteralEquality", method("        boolean a = toString() == \"a\";")),
                Map.entry("UpperEll", method("        long a = 1l;")),
                Map.entry("ArrayTypeStyle", method("        int a[] = {};")),
                Map.entry("CyclomaticComplexity",
                        method(lines(16, "        if (hashCode() > %d) {\n            it();\n        }"))),
                Map.entry("NestedIfDepth",
                        method("        if (a) {\n".repeat(5) + "            it();\n" + "        }\n".repeat(5))),
                Map.entry("TypeName", "class Planted {\n    class inner {\n    }\n}\n"),
                Map.entry("MethodName", type("    void Named() {\n        toString();\n    }\n")),
                Map.entry("ConstantName", type("    static final int number = 1;\n")),
                Map.entry("PackageName", "package io.tidemark.Planted;\n" + type("")));
    }

    private static String type(String members) {
        return "class Planted {\n" + members + "}\n";
    }

    private static String method(String statements) {
        return type("    void it() {\n" + statements + "\n    }\n");
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }

    @Test
    void eachRuleFindsWhatWasPlantedForIt() throws IOException, CheckstyleException {
        Configuration rules = ConfigurationLoader.loadConfiguration(RULES, new PropertiesExpander(new Properties()));
        Map<String, String> plants = plants();
        assertThat(plants.keySet()).containsExactlyInAnyOrderElementsOf(names(rules).toList());

        var files = new ArrayList<File>();
        for (Map.Entry<String, String> plant : plants.entrySet()) {
            files.add(write(plant.getKey(), FILE, plant.getValue()));
        }
        files.add(write(CLEAN, FILE, "/// Nothing is wrong here.\n" + type("")));
        files.add(write(CLEAN, "package-info.java", "/// Nor here.\npackage io.tidemark;\n"));
        Map<String, Set<String>> found = found(rules, files);

        assertThat(plants.keySet()).allSatisfy(rule -> assertThat(found.get(rule)).as(rule).contains(rule));
        assertThat(found).doesNotContainKey(CLEAN);
    }

    private File write(String rule, String name, String source) throws IOException {
        Path place = Files.createDirectories(folder.resolve(rule)).resolve(name);
        return Files.writeString(place, source).toFile();
    }

    /// The rules under a module; a filter is none.
    private static Stream<String> names(Configuration module) {
        return Arrays.stream(module.getChildren()).filter(child -> !child.getName().endsWith("Filter"))
                .flatMap(child -> child.getChildren().length > 0 ? names(child) : Stream.of(name(child)));
    }

    private static String name(Configuration rule) {
        try {
            return List.of(rule.getPropertyNames()).contains("message") ? rule.getProperty("message") : rule.getName();
        } catch (CheckstyleException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was found, by the folder of the file: names of rules, and messages.
    private static Map<String, Set<String>> found(Configuration rules, List<File> files) throws CheckstyleException {
        var heard = new Heard();
        var checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(rules);
        checker.addListener(heard);
        checker.process(files);
        checker.destroy();
        return heard.errors.stream().flatMap(error -> Stream.of(error.getMessage(), rule(error))
                .map(word -> Map.entry(Path.of(error.getFileName()).getParent().getFileName().toString(), word)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static String rule(AuditEvent error) {
        String type = error.getSourceName();
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("Check$", "");
    }

    private static final class Heard implements AuditListener {
        private final List<AuditEvent> errors = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            errors.add(event);
        }

        @Override
        public void addException(AuditEvent event, Throwable failure) {
            throw new IllegalStateException(event.getFileName(), failure);
        }

        @Override
        public void auditStarted(AuditEvent event) {
            // only errors count
        }

        @Override
        public void auditFinished(AuditEvent event) {
            // only errors count
        }

        @Override
        public void fileStarted(AuditEvent event) {
            // only errors count
        }

        @Override
        public void fileFinished(AuditEvent event) {
            // only errors count
        }
    }
}

package io.tidemark.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;

/// Small wrong classes, one for each rule, compiled at test time so that the rules can be seen to bite.
final class PlantedViolations {
    private static final String TARGET = "package io.tidemark.ui.planted; public class Window { }";
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("javafx", "package io.tidemark.touch; class Culprit%s { javafx.scene.Node node; }"),
            Map.entry("xgboost", "package io.tidemark.cli; class Culprit%s { ml.dmlc.Booster booster; }"),
            Map.entry("picocli", "package io.tidemark.history; class Culprit%s { picocli.Command command; }"),
            Map.entry("tablesaw", "package io.tidemark.ui.pot; class Culprit%s { tech.tablesaw.Table table; }"),
            Map.entry("cycles", "package io.tidemark.regime; class Culprit%s { io.tidemark.touch.Back back; }"),
            Map.entry("system out",
                    "package io.tidemark.model; class Culprit%s { void say() { System.out.println(1); } }"),
            Map.entry("clock",
                    "package io.tidemark.regime; class Culprit%s { Object when = java.time.Instant.now(); }"),
            Map.entry("chance", "package io.tidemark.touch; class Culprit%s { double dice = Math.random(); }"),
            Map.entry("threads",
                    "package io.tidemark.training; class Culprit%s { Thread t = new Thread(() -> { }); }"),
            Map.entry("run later", "package io.tidemark.ui.chart; class Culprit%s { void later() {"
                    + " javafx.application.Platform.runLater(null); } }"),
            Map.entry("window reaches",
                    "package io.tidemark.ui.training; class Culprit%s { io.tidemark.wiring.Hidden hidden; }"),
            Map.entry("screens apart",
                    "package io.tidemark.ui.training; class Culprit%s { io.tidemark.ui.planted.Window w; }"),
            Map.entry("ibkr", "package io.tidemark.gateway.tws; class Culprit%s { com.ib.planted.Client client; }"),
            Map.entry("order calls", "package io.tidemark.gateway.official; class Culprit%s {"
                    + " void trade(com.ib.planted.Client client) { client.placeOrder(); } }"),
            Map.entry("orders", "package io.tidemark.gateway.wire; class Culprit%sPlaceOrder { }"));
    private static final List<String> FOREIGN = List.of("package javafx.scene; public class Node { }",
            "package javafx.application; public class Platform { public static void runLater(Object o) { } }",
            "package io.tidemark.wiring; public class Hidden { }",
            "package ml.dmlc; public class Booster { }", "package picocli; public class Command { }",
            "package com.ib.planted; public class Client { public void placeOrder() { } }",
            "package tech.tablesaw; public class Table { }",
            "package io.tidemark.touch; public class Back { io.tidemark.regime.Forth forth; }",
            "package io.tidemark.regime; public class Forth { }");

    private PlantedViolations() {
    }

    /// Part of the name of the class that breaks the named rule, as it stands in a failure report.
    static String culprit(String rule) {
        return rule.equals("cycles") ? "Cycle detected" : "Culprit" + rule.replaceAll("[^a-z]", "");
    }

    /// Compiles one violation for each rule.
    ///
    /// @return the folder of class files
    static Path compile(Path folder, Collection<String> rules) throws IOException {
        var files = new ArrayList<Path>();
        files.add(save(folder, files.size(), TARGET));
        for (String source : FOREIGN) {
            files.add(save(folder, files.size(), source));
        }
        for (String rule : rules) {
            String id = rule.replaceAll("[^a-z]", "");
            String source = rule.startsWith("uses of ")
                    ? "package io.tidemark." + rule.substring("uses of ".length())
                            + "; class Culprit%s extends io.tidemark.ui.planted.Window { }"
                    : Objects.requireNonNull(SOURCES.get(rule), () -> "plant a violation for: " + rule);
            files.add(save(folder, files.size(), source.formatted(id)));
        }
        return run(folder, files);
    }

    private static Path run(Path folder, List<Path> files) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK");
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(null, manager, null,
                    List.of("-d", classes.toString(), "-cp", classes.toString(), "-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files)).call();
            if (!done) {
                throw new IllegalStateException("the planted violations do not compile");
            }
        }
        return classes;
    }

    private static Path save(Path folder, int number, String source) throws IOException {
        String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
        Path file = folder.resolve("sources").resolve(Integer.toString(number)).resolve(name + ".java");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, source);
    }
}

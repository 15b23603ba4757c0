package io.tidemark.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// The rules of `architecture.md`, for a given root package so that planted violations can be judged by the same rules.
final class Rules {
    /// What each package may use of ours, `ui` aside. The twin of the table in architecture.md.
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("market", List.of());
        MAY_USE.put("work", List.of());
        MAY_USE.put("storage", List.of());
        MAY_USE.put("gateway", List.of("market", "work"));
        MAY_USE.put("gateway.wire", List.of());
        MAY_USE.put("gateway.tws", List.of("gateway", "gateway.wire", "market", "work"));
        MAY_USE.put("gateway.official", List.of("gateway", "gateway.tws", "gateway.wire"));
        MAY_USE.put("gateway.synthetic", List.of("market"));
        MAY_USE.put("gateway.demo", List.of("gateway.wire", "gateway.synthetic", "market"));
        MAY_USE.put("history", List.of("market", "work", "storage"));
        MAY_USE.put("chain", List.of("market", "storage"));
        MAY_USE.put("indicator", List.of());
        MAY_USE.put("dataset", List.of("market", "work", "storage"));
        MAY_USE.put("regime", List.of("indicator", "market", "dataset", "storage"));
        MAY_USE.put("touch", List.of("indicator", "market", "dataset", "work", "storage"));
        MAY_USE.put("model", List.of("market", "dataset", "regime", "touch", "storage"));
        MAY_USE.put("training", List.of("market", "model", "dataset", "regime", "touch", "work", "storage"));
        MAY_USE.put("workspace", List.of("market", "storage"));
        MAY_USE.put("pipeline",
                List.of("market", "work", "storage", "gateway", "chain", "history", "indicator", "dataset",
                        "regime", "touch", "model", "training", "workspace"));
        MAY_USE.put("inspection", List.of("market", "work", "storage", "history", "dataset", "touch", "model",
                "training", "workspace"));
        MAY_USE.put("schedule", List.of("workspace", "storage"));
        MAY_USE.put("wiring",
                List.of("market", "work", "storage", "gateway", "gateway.tws", "gateway.demo", "chain", "history",
                        "dataset",
                        "regime", "touch", "model", "training", "workspace", "pipeline", "schedule"));
        MAY_USE.put("cli",
                List.of("wiring", "pipeline", "schedule", "market", "work", "storage", "gateway", "chain", "history",
                        "dataset",
                        "regime", "touch", "model", "training", "workspace"));
    }

    private static final Set<String> THREAD_MAKERS = Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread",
            "sleep");

    private static final Set<String> ORDER_CALLS = Set.of("placeOrder", "cancelOrder", "exerciseOptions",
            "reqGlobalCancel", "replaceFA", "reqAutoOpenOrders");

    /// What a screen never touches itself.
    private static final List<String> STORES = List.of("gateway.MarketGateway", "gateway.OptionGateway",
            "history.BarStore", "chain.ChainStore", "model.ModelRegistry");

    /// Packages under `ui` that are no screens.
    private static final Set<String> UI_SHARED = Set.of("app", "task", "screen", "theme", "control", "chart");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /// All rules by name.
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        MAY_USE.forEach((name, allowed) -> rules.put("uses of " + name, usesOnly(name, allowed)));
        rules.put("javafx", onlyIn("javafx..", "ui", "only the window may need JavaFX; the core runs without it"));
        rules.put("xgboost",
                onlyIn("ml.dmlc..", "model|training", "boosters have one home, which disposes their native memory"));
        rules.put("picocli", onlyIn("picocli..", "cli|main", "arguments belong to the terminal"));
        rules.put("tablesaw",
                onlyIn("tech.tablesaw..", "inspection",
                        "its columns are mutable; one package knows who may touch them"));
        rules.put("ibkr", onlyIn("com.ib..", "gateway.official",
                "IBKR's client is not in every Tidemark; one package stands on it"));
        rules.put("cycles", cycles());
        rules.put("system out", systemOut());
        rules.put("clock", clock());
        rules.put("chance", chance());
        rules.put("threads", threads());
        rules.put("run later", runLater());
        rules.put("orders", orders());
        rules.put("order calls", orderCalls());
        rules.put("window reaches", windowReaches());
        rules.put("screens apart", screensApart());
        return rules;
    }

    private String pkg(String name) {
        return root + "." + name;
    }

    private ArchRule usesOnly(String name, List<String> allowed) {
        var targets = new ArrayList<String>();
        targets.add(pkg(name));
        allowed.forEach(each -> targets.add(pkg(each)));
        return noClasses().that().resideInAPackage(pkg(name)).should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(not(resideInAnyPackage(targets.toArray(String[]::new)))))
                .because("the data's route goes one way: " + name + " may use " + allowed + " of ours")
                .allowEmptyShould(true);
    }

    private ArchRule onlyIn(String foreign, String homes, String because) {
        var inside = new ArrayList<String>();
        for (String home : homes.split("\\|", -1)) {
            inside.add("main".equals(home) ? root : pkg(home) + "..");
        }
        return noClasses().that().resideInAPackage(root + "..").and()
                .resideOutsideOfPackages(inside.toArray(String[]::new)).should().dependOnClassesThat()
                .resideInAPackage(foreign).because(because).allowEmptyShould(true);
    }

    private ArchRule cycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles()
                .because("a cycle of packages has no route through it").allowEmptyShould(true);
    }

    private ArchRule systemOut() {
        return noClasses().that().resideOutsideOfPackages(pkg("cli")).should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").orShould()
                .callMethod(Throwable.class, "printStackTrace").orShould().callMethod(Throwable.class,
                        "printStackTrace", PrintStream.class)
                .because("only the terminal writes to the terminal").allowEmptyShould(true);
    }

    private ArchRule clock() {
        return noClasses().that().resideInAPackage(root + "..").should().callMethod(Instant.class, "now").orShould()
                .callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now").orShould()
                .callMethod(ZonedDateTime.class, "now")
                .because("time is a parameter: take a java.time.Clock").allowEmptyShould(true);
    }

    private ArchRule chance() {
        return noClasses().that().resideInAPackage(root + "..").should().callMethod(Math.class, "random").orShould()
                .callConstructor(Random.class).orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .because("chance is a parameter: take a seed").allowEmptyShould(true);
    }

    private ArchRule threads() {
        return noClasses().that()
                .resideOutsideOfPackages(pkg("gateway.tws"), pkg("gateway.official"), pkg("gateway.demo"), pkg("cli"),
                        pkg("wiring"), pkg("ui.task"), pkg("ui.app"))
                .should().callCodeUnitWhere(startsThread())
                .because("threads have few homes; work elsewhere runs on the thread that calls it")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaCall<?>> startsThread() {
        return DescribedPredicate.describe("make a thread or sleep", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            return (owner.equals("java.lang.Thread") && THREAD_MAKERS.contains(name))
                    || (owner.equals("java.util.Timer") && name.equals("<init>"));
        });
    }

    private ArchRule runLater() {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(pkg("ui.task")).should()
                .callCodeUnitWhere(DescribedPredicate.describe("Platform.runLater",
                        call -> call.getTargetOwner().getName().equals("javafx.application.Platform")
                                && call.getTarget().getName().equals("runLater")))
                .because("one adapter brings work to the window's thread").allowEmptyShould(true);
    }

    private ArchRule orders() {
        return noClasses().that().resideInAPackage(root + "..").should().haveSimpleNameContaining("PlaceOrder")
                .orShould().haveSimpleNameContaining("CancelOrder").because("we never send an order")
                .allowEmptyShould(true);
    }

    /// IBKR's client has them; they stay out of reach.
    private ArchRule orderCalls() {
        return noClasses().that().resideInAPackage(root + "..").should().callCodeUnitWhere(DescribedPredicate.describe(
                "place, change or cancel an order, or exercise an option",
                call -> ORDER_CALLS.contains(call.getTarget().getName())))
                .because("we never send an order").allowEmptyShould(true);
    }

    private ArchRule windowReaches() {
        return noClasses().that().resideInAPackage(pkg("ui") + "..").and().resideOutsideOfPackage(pkg("ui.app"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(pkg("wiring"), pkg("gateway.tws"), pkg("gateway.demo"),
                        pkg("gateway.wire"), pkg("cli"), pkg("ui.app")).or(isGatewayOrStore()))
                .because("a screen works through the pipeline; only ui.app puts parts together")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> isGatewayOrStore() {
        return DescribedPredicate.describe("are a gateway or a store", type -> STORES.stream()
                .anyMatch(name -> type.getName().equals(pkg(name))));
    }

    private ArchRule screensApart() {
        return slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String[] parts = type.getPackageName().split("\\.", -1);
                boolean screen = type.getPackageName().startsWith(pkg("ui") + ".") && !UI_SHARED.contains(parts[3]);
                return screen ? SliceIdentifier.of(parts[3]) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "screens";
            }
        }).should().notDependOnEachOther()
                .because("no screen knows another; they meet in ui.screen").allowEmptyShould(true);
    }
}

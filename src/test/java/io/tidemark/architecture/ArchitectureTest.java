package io.tidemark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Lives for all its tests, so that the classes that were read, a hundred megabytes, end with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "io.tidemark";
    private static final Map<String, ArchRule> RULES = new Rules(ROOT).all();

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // read before all tests
    private JavaClasses product;
    @SuppressWarnings("NullAway.Init") // read before all tests
    private JavaClasses planted;

    @BeforeAll
    void readClasses() throws IOException {
        product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
        planted = new ClassFileImporter().importPath(PlantedViolations.compile(folder, RULES.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsEveryRule() {
        return RULES.entrySet().stream().map(
                rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBitesOnItsPlantedViolation() {
        return RULES.entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(),
                () -> assertThat(rule.getValue().evaluate(planted).getFailureReport().getDetails())
                        .as("violations found by: %s", rule.getKey())
                        .anyMatch(line -> line.contains(PlantedViolations.culprit(rule.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> everyPackageStandsInTheTable() {
        return product.stream().map(each -> each.getPackageName()).distinct().filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1)).filter(name -> !name.startsWith("ui")).sorted()
                .map(name -> DynamicTest.dynamicTest(name,
                        () -> assertThat(RULES).as("packages with a rule").containsKey("uses of " + name)));
    }
}

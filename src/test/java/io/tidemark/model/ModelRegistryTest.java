package io.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.market.DataSource;
import io.tidemark.storage.Deaths;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    private static final Instant NOW = Instant.parse("2025-02-03T04:05:06Z");
    private static final ModelKind KIND = ModelKind.REGIME_CLASSIFIER;

    @TempDir
    private Path workspace;

    private Path models;
    private ModelRegistry registry;

    @BeforeEach
    void openRegistry() {
        models = workspace.resolve("models");
        registry = new ModelRegistry(models, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aRunIsKeptWithModelManifestAndEvaluation() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        assertThat(run.folder()).isEqualTo(models.resolve("runs/regime_classifier/0001"));
        assertThat(run.folder().resolve("regime_classifier.ubj")).hasContent("first");
        assertThat(run.evaluation()).content().contains("\"accuracy\" : 0.5");
        assertThat(run.folder().resolve("regime_classifier.json")).content().contains("\"createdAt\" : \"" + NOW + "\"")
                .contains("\"model\" : \"regime_classifier\"").contains("\"sha256\" : \"" + sha("first") + "\"");
    }

    @Test
    void aRunKeepsTheModelThatStandsForItInComparisons() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        assertThat(run.holdout().ubj()).asString(StandardCharsets.UTF_8).isEqualTo("before first");
        assertThat(run.holdout().from()).isEqualTo(LocalDate.of(2024, 1, 3));
        Files.writeString(run.folder().resolve("holdout.ubj"), "other");
        assertThatThrownBy(run::holdout).isInstanceOf(IOException.class).hasMessageContaining("The run is damaged");
    }

    @Test
    void aRunOfAVersionWithoutComparisonsIsReadAndSaysSo() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        Path manifest = run.folder().resolve("regime_classifier.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"holdout\" : \\{[^}]*},\\s*", ""));
        assertThat(registry.runs(KIND)).singleElement().satisfies(
                old -> assertThatThrownBy(old::holdout).hasMessageContaining("stored nothing to compare it by"));
    }

    @Test
    void aManifestReadBackEqualsTheOneWritten() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        assertThat(registry.runs(KIND)).singleElement().isEqualTo(run);
    }

    @Test
    void numbersAscendAndNeverComeTwice() throws IOException {
        registry.saveRun(trained("a"));
        RunRecord second = registry.saveRun(trained("b"));
        RunRecord third = registry.saveRun(trained("c"));
        delete(second.folder());
        assertThat(third.number()).isEqualTo(3);
        assertThat(registry.saveRun(trained("d")).number()).isEqualTo(4);
        assertThat(registry.runs(KIND)).extracting(RunRecord::number).containsExactly(1, 3, 4);
        assertThat(registry.runs(ModelKind.PROBABILITY_OF_TOUCH)).isEmpty();
    }

    @Test
    void keepingARunDoesNotChangeTheChampion() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        registry.saveRun(trained("second"));
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("first");
        assertThat(registry.champion(KIND)).hasValueSatisfying(
                champion -> assertThat(champion.manifest().run()).isEqualTo(1));
    }

    @Test
    void promotingSwitchesModelAndManifest() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        RunRecord second = registry.saveRun(trained("second"));
        registry.promote(second);
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("second");
        assertThat(registry.champion(KIND)).hasValueSatisfying(champion -> {
            assertThat(champion.manifest()).isEqualTo(second.manifest());
            assertThat(champion.ubj()).isEqualTo(models.resolve("regime_classifier.ubj"));
        });
    }

    @Test
    void rollingBackRestoresEveryFileByteByByte() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        var before = files();
        assertThat(before).containsOnlyKeys("regime_classifier.ubj", "regime_classifier.json",
                "regime_classifier.joblib");
        registry.promote(registry.saveRun(trained("second")));
        assertThat(files()).isNotEqualTo(before);
        assertThat(registry.rollBack(KIND)).map(RunRecord::number).hasValue(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void rollingBackGoesOnePromotionFurtherEachTime() throws IOException {
        for (String content : List.of("a", "b", "c")) {
            registry.promote(registry.saveRun(trained(content)));
        }
        assertThat(registry.rollBack(KIND)).map(RunRecord::number).hasValue(2);
        assertThat(registry.rollBack(KIND)).map(RunRecord::number).hasValue(1);
        assertThat(registry.rollBack(KIND)).isEmpty();
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("a");
        registry.promote(registry.run(KIND, 3));
        assertThat(registry.before(KIND)).map(RunRecord::number).hasValue(1);
    }

    @Test
    void everyChangeOfTheModelInUseIsALineThatStays() throws IOException {
        registry.promote(registry.saveRun(trained("a")));
        String first = Files.readString(models.resolve("promotions.csv"));
        registry.promote(registry.saveRun(trained("b")));
        registry.rollBack(KIND);
        assertThat(models.resolve("promotions.csv")).content().startsWith(first);
        assertThat(registry.promotions()).extracting(PromotionStep::run).containsExactly(1, 2, 1);
        assertThat(registry.promotions()).extracting(PromotionStep::way).containsExactly(PromotionStep.Way.PROMOTED,
                PromotionStep.Way.PROMOTED, PromotionStep.Way.ROLLED_BACK);
    }

    @Test
    void aModelPromotedBeforeThereWasALogCanBeGoneBackTo() throws IOException {
        registry.promote(registry.saveRun(trained("a")));
        Files.delete(models.resolve("promotions.csv"));
        registry.promote(registry.saveRun(trained("b")));
        assertThat(registry.rollBack(KIND)).map(RunRecord::number).hasValue(1);
    }

    @Test
    void aDamagedLogIsNamedWithItsLineAndNothingChanges() throws IOException {
        registry.promote(registry.saveRun(trained("a")));
        Files.writeString(models.resolve("promotions.csv"), "at,model,run,way\n2025-01-01T00:00:00Z,tea,1,promoted\n");
        RunRecord second = registry.saveRun(trained("b"));
        assertThatThrownBy(() -> registry.promote(second)).isInstanceOf(IOException.class)
                .hasMessageContaining("promotions.csv, line 2").hasMessageContaining("'tea' is no model");
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("a");
    }

    @Test
    void deathAtAnyMomentOfAPromotionLeavesOneWholeChampion() throws Exception {
        RunRecord first = registry.saveRun(trained("first"));
        RunRecord second = registry.saveRun(trained("second"));
        registry.promote(second);
        var newFiles = files();
        registry.promote(first);
        var oldFiles = files();
        int changes = Deaths.changesOf(() -> registry.promote(first)).size();
        assertThat(changes).isGreaterThan(8);
        for (int death = 1; death <= changes; death++) {
            registry.promote(first);
            int change = death;
            assertThat(Deaths.before(change, () -> registry.promote(second))).isTrue();
            int seen = registry.champion(KIND).orElseThrow().manifest().run();
            var next = new ModelRegistry(models, Clock.fixed(NOW, ZoneOffset.UTC));
            next.journal().recover();
            assertThat(next.champion(KIND).orElseThrow().manifest().run()).as("death %d", death)
                    .isGreaterThanOrEqualTo(seen);
            assertThat(files()).as("death %d", death).isIn(oldFiles, newFiles);
            assertThat(next.promotions()).last().extracting(PromotionStep::run)
                    .isEqualTo(next.champion(KIND).orElseThrow().manifest().run());
        }
    }

    private Map<String, String> files() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(models)) {
            for (Path file : files.filter(each -> each.toString().contains("regime_classifier")).toList()) {
                contents.put(file.getFileName().toString(), Sha256.of(file));
            }
        }
        return contents;
    }

    @Test
    void withoutAnyPromotionThereIsNoChampion() throws IOException {
        assertThat(registry.champion(KIND)).isEmpty();
        assertThat(registry.runs(KIND)).isEmpty();
    }

    @Test
    void aPromotionCutShortAfterTheManifestIsCompleted() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        RunRecord second = registry.saveRun(trained("second"));
        Files.copy(second.folder().resolve("regime_classifier.json"), models.resolve("regime_classifier.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> RegimeClassifier.load(models.resolve("regime_classifier.ubj")))
                .isInstanceOf(IOException.class).hasMessageContaining("is not the file that its manifest");
        assertThat(registry.champion(KIND)).hasValueSatisfying(
                champion -> assertThat(champion.manifest().run()).isEqualTo(2));
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("second");
    }

    @Test
    void theVeryFirstPromotionCutShortIsCompleted() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        Files.copy(run.folder().resolve("regime_classifier.json"), models.resolve("regime_classifier.json"));
        assertThat(registry.champion(KIND)).isPresent();
        assertThat(models.resolve("regime_classifier.ubj")).hasContent("first");
    }

    @Test
    void aMixedPairWithoutItsRunIsRefused() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        registry.promote(run);
        Files.writeString(models.resolve("regime_classifier.ubj"), "tampered");
        delete(run.folder());
        assertThatThrownBy(() -> registry.champion(KIND)).isInstanceOf(IOException.class)
                .hasMessageContaining("is not the file that regime_classifier.json was written for")
                .hasMessageContaining("0001 does not have it either").hasMessageContaining("train again");
    }

    @Test
    void aModelWithoutManifestIsRefused() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        Files.delete(models.resolve("regime_classifier.json"));
        assertThatThrownBy(() -> registry.champion(KIND)).isInstanceOf(IOException.class)
                .hasMessageContaining("regime_classifier.json is missing");
    }

    @Test
    void aManifestOfTheOtherModelIsRefused() throws IOException {
        RunRecord run = registry.saveRun(trained("first"));
        registry.promote(run);
        Files.copy(models.resolve("regime_classifier.json"), models.resolve("probability_of_touch.json"));
        Files.copy(models.resolve("regime_classifier.ubj"), models.resolve("probability_of_touch.ubj"));
        assertThatThrownBy(() -> registry.champion(ModelKind.PROBABILITY_OF_TOUCH)).isInstanceOf(IOException.class)
                .hasMessageEndingWith("is a regime_classifier, not a probability_of_touch.");
    }

    @Test
    void aDamagedRunIsNotPromotedAndTheChampionStays() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        RunRecord second = registry.saveRun(trained("second"));
        Files.writeString(second.ubj(), "damaged");
        assertThatThrownBy(() -> registry.promote(second)).isInstanceOf(IOException.class)
                .hasMessageContaining("The run is damaged");
        assertThat(registry.champion(KIND)).hasValueSatisfying(
                champion -> assertThat(champion.manifest().run()).isEqualTo(1));
    }

    @Test
    void anEvaluationThatCannotBeWrittenAddsNoRun() throws IOException {
        registry.saveRun(trained("first"));
        var broken = new TrainedModel(KIND, new byte[]{1}, holdout("x"), facts(), new Object());
        assertThatThrownBy(() -> registry.saveRun(broken)).isInstanceOf(IllegalArgumentException.class);
        try (Stream<Path> entries = Files.list(models.resolve("runs/regime_classifier"))) {
            assertThat(entries).extracting(entry -> entry.getFileName().toString()).containsExactly("0001");
        }
    }

    @Test
    void whatAKilledProcessLeftAsideIsReplaced() throws IOException {
        Path aside = Files.createDirectories(models.resolve("runs/regime_classifier/.new"));
        Files.writeString(aside.resolve("regime_classifier.ubj.part"), "half");
        RunRecord run = registry.saveRun(trained("first"));
        assertThat(run.number()).isEqualTo(1);
        assertThat(aside).doesNotExist();
        assertThat(run.folder()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anUnreadableRunIsLeftOutOfTheList() throws IOException {
        registry.saveRun(trained("first"));
        RunRecord second = registry.saveRun(trained("second"));
        Files.writeString(second.folder().resolve("regime_classifier.json"), "{ \"format\": ");
        assertThat(registry.runs(KIND)).extracting(RunRecord::number).containsExactly(1);
        assertThat(registry.saveRun(trained("third")).number()).isEqualTo(3);
    }

    @Test
    void aManifestOfANewerFormIsRefused() throws IOException {
        registry.promote(registry.saveRun(trained("first")));
        Path manifest = models.resolve("regime_classifier.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1,\n  \"holdout\"",
                "\"format\" : 2,\n  \"holdout\""));
        assertThatThrownBy(() -> registry.champion(KIND)).isInstanceOf(IOException.class)
                .hasMessageContaining("is of form 2, this version understands form 1");
    }

    static TrainedModel trained(String content) {
        return new TrainedModel(KIND, content.getBytes(StandardCharsets.UTF_8), holdout(content), facts(),
                Map.of("accuracy", 0.5));
    }

    private static HoldoutModel holdout(String content) {
        return new HoldoutModel(("before " + content).getBytes(StandardCharsets.UTF_8), LocalDate.of(2024, 1, 3));
    }

    private static ModelFacts facts() {
        var origin = DatasetManifest.Origin.of(new DataSource(DataSource.Kind.DEMO, "7"), Map.of("horizon", 0),
                Map.of("SPY_daily_10y.csv", "0".repeat(64)));
        var data = new DatasetManifest(DatasetManifest.FORMAT, origin, 2, LocalDate.of(2024, 1, 2),
                LocalDate.of(2024, 1, 3), new TreeMap<>(Map.of(3, 2)), List.of("vix"),
                new TreeMap<>(Map.of("regime_training_data.npz", "f".repeat(64))), new TreeMap<>());
        return new ModelFacts(List.of("vix"), List.of("BULL_TRENDING", "LOW_VOL_NEUTRAL"), data, Map.of("seed", 42),
                new TreeMap<>(Map.of("accuracy", 0.5)), new TreeMap<>(Map.of("xgboost", "3.0.4")));
    }

    private static String sha(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

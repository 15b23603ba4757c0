package io.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWatchTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @TempDir
    private Path models;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private ModelRegistry registry;
    private Path ubj;

    @BeforeEach
    void promoteTheFirst() throws IOException {
        registry = new ModelRegistry(models, Clock.systemUTC());
        ubj = models.resolve("regime_classifier.ubj");
        promote("first");
    }

    private void promote(String content) throws IOException {
        registry.promote(registry.saveRun(ModelRegistryTest.trained(content)));
    }

    /// A pair as text, read with the same checks as a model.
    private static String load(Path ubj) throws IOException {
        ModelManifest manifest = ModelFiles.of(ubj).readManifest(ModelKind.REGIME_CLASSIFIER);
        byte[] bytes = Files.readAllBytes(ubj);
        if (!Sha256.of(bytes).equals(manifest.sha256())) {
            throw new IOException("half a pair");
        }
        return new String(bytes, StandardCharsets.UTF_8) + " of run " + manifest.run();
    }

    private ModelWatch<String> watch() throws IOException {
        return ModelWatch.of(ubj, ModelWatchTest::load, PAUSE, nanos::get);
    }

    private void wait(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aNewlyPromotedModelIsPickedUpAtTheNextLook() throws IOException {
        ModelWatch<String> watch = watch();
        promote("second");
        assertThat(watch.current()).isEqualTo("first of run 1");
        wait(PAUSE);
        assertThat(watch.current()).isEqualTo("second of run 2");
    }

    @Test
    void anUnchangedModelIsNotReadAgain() throws IOException {
        ModelWatch<Object> watch = ModelWatch.of(ubj, path -> new Object(), PAUSE, nanos::get);
        Object first = watch.current();
        wait(PAUSE.multipliedBy(5));
        assertThat(watch.current()).isSameAs(first);
    }

    @Test
    void halfAPromotionLeavesTheModelBeforeInUseUntilItIsComplete() throws IOException {
        ModelWatch<String> watch = watch();
        RunRecord second = registry.saveRun(ModelRegistryTest.trained("second"));
        Files.write(models.resolve("regime_classifier.json"),
                Files.readAllBytes(second.folder().resolve("regime_classifier.json")));
        wait(PAUSE);
        assertThat(watch.current()).isEqualTo("first of run 1");
        Files.write(ubj, Files.readAllBytes(second.ubj()));
        wait(PAUSE);
        assertThat(watch.current()).isEqualTo("second of run 2");
    }

    @Test
    void aModelThatWentAwayLeavesTheOneBeforeInUse() throws IOException {
        ModelWatch<String> watch = watch();
        Files.delete(ubj);
        Files.delete(models.resolve("regime_classifier.json"));
        wait(PAUSE);
        assertThat(watch.current()).isEqualTo("first of run 1");
    }

    @Test
    void aModelThatIsNotThereYetIsNamed() {
        Path absent = models.resolve("probability_of_touch.ubj");
        assertThatThrownBy(() -> ModelWatch.of(absent, ProbabilityOfTouch::load)).isInstanceOf(IOException.class)
                .hasMessageContaining("probability_of_touch.json is missing");
    }
}

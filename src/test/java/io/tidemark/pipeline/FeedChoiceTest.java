package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DataSource;
import io.tidemark.market.DataSource.Kind;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedChoiceTest {
    private static final DataSource DEMO_42 = new DataSource(Kind.DEMO, "42");
    private static final DataSource TWS = new DataSource(Kind.TWS, "127.0.0.1:7496");
    private static final FeedChoice GATEWAY = new FeedChoice.Gateway("127.0.0.1", 7497, 71);

    @TempDir
    Path folder;

    private FeedTrial tryOut(Path csv) {
        try (var feed = new CsvFeed(csv, Clock.systemUTC())) {
            return feed.tryOut(Progress.none());
        }
    }

    @Test
    void realBarsMayFollowRealOnesOnly() {
        assertThat(GATEWAY.mayMeet(TWS)).isTrue();
        assertThat(GATEWAY.mayMeet(DEMO_42)).isFalse();
        assertThat(new FeedChoice.CsvFolder(folder).mayMeet(TWS)).isTrue();
        assertThat(new FeedChoice.CsvFolder(folder).mayMeet(DEMO_42)).isFalse();
    }

    @Test
    void demoBarsMayFollowThoseOfTheSameMarket() {
        assertThat(FeedChoice.Demo.standard().mayMeet(TWS)).isFalse();
        assertThat(FeedChoice.Demo.standard().mayMeet(DEMO_42)).isTrue();
        assertThat(new FeedChoice.Demo(Optional.of(42L), Optional.empty()).mayMeet(DEMO_42)).isTrue();
        assertThat(new FeedChoice.Demo(Optional.of(7L), Optional.empty()).mayMeet(DEMO_42)).isFalse();
    }

    @Test
    void aFolderPassesWithTheBarsOfSpy() throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), """
                date,open,high,low,close,volume
                2024-12-30,100,101,99,100.5,60000000
                2024-12-31,100.5,102,100,101,61000000
                """);
        assertThat(tryOut(folder)).isInstanceOfSatisfying(FeedTrial.Passed.class, passed -> {
            assertThat(passed.bars()).hasSize(2);
            assertThat(passed.source()).isEqualTo(new DataSource(Kind.CSV, folder.toString()));
        });
    }

    @Test
    void aFolderFailsAtTheStepThatIsAmiss() {
        assertThat(tryOut(folder.resolve("nowhere"))).isInstanceOfSatisfying(FeedTrial.Failed.class,
                failed -> assertThat(failed.step()).isEqualTo(TrialStep.FOLDER));
        assertThat(tryOut(folder)).isInstanceOfSatisfying(FeedTrial.Failed.class, failed -> {
            assertThat(failed.step()).isEqualTo(TrialStep.BARS);
            assertThat(failed.reason()).contains("SPY.csv");
        });
    }
}

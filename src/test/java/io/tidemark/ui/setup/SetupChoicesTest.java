package io.tidemark.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.ui.screen.Memory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupChoicesTest {
    private static final FeedChoice GATEWAY = new FeedChoice.Gateway("10.0.0.5", 4002, 5);

    private final SetupState state = new SetupState();
    private final SetupChoices choices = new SetupChoices(state, new Forgetful(), Path.of("workspace"));

    @BeforeEach
    void beginWithTheDemoMarket() {
        choices.recall(FeedChoice.Demo.standard(), PipelineSettings.defaults());
    }

    @Test
    void aSourceChosenElsewhereIsTakenOverWithItsClientId() {
        choices.follow(GATEWAY);
        assertThat(choices.feed()).isEqualTo(GATEWAY);
    }

    @Test
    void whatIsTypedStaysWhileTheChoiceIsTheSame() {
        choices.follow(GATEWAY);
        state.portProperty().set("4003");
        choices.follow(GATEWAY);
        assertThat(choices.feed()).isEqualTo(new FeedChoice.Gateway("10.0.0.5", 4003, 5));
    }

    private static final class Forgetful implements Memory {
        @Override
        public Optional<String> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, String text) {
            // nothing is kept between windows here
        }
    }
}

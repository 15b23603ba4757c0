package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.gateway.ClientKind;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.wiring.Feeds;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class FeedOptionsTest {

    @Command
    private static final class Holder {
        @Mixin
        private final FeedOptions feed = new FeedOptions();
    }

    private static FeedOptions parse(String... args) {
        var holder = new Holder();
        new CommandLine(holder).parseArgs(args);
        return holder.feed;
    }

    @Test
    void withoutOptionsTheDemoMarketIsChosen() {
        assertThat(parse().choice()).isEqualTo(FeedChoice.Demo.standard());
    }

    @Test
    void gatewayIsSpokenToByTidemarkUnlessAsked() {
        assertThat(parse("--gateway", "127.0.0.1:7497", "--client-id", "5").choice())
                .isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 5, ClientKind.BUILTIN));
        assertThat(parse("--gateway", "127.0.0.1:7497", "--client", "builtin").choice())
                .isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71, ClientKind.BUILTIN));
    }

    @Test
    void withoutOptionsBarsComeFromWhereTheStoredOnesCame() {
        var stored = Optional.of(new DataSource(DataSource.Kind.TWS, "10.0.0.5:4001"));
        assertThat(parse("--client-id", "9").choice(stored)).isEqualTo(new FeedChoice.Gateway("10.0.0.5", 4001, 9));
        assertThat(parse("--gateway", "127.0.0.1:7497").choice(stored))
                .isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71));
        assertThat(parse().choice(Optional.of(new DataSource(DataSource.Kind.CSV, "/bars"))))
                .isEqualTo(new FeedChoice.CsvFolder(Path.of("/bars")));
        assertThat(parse().choice(Optional.of(new DataSource(DataSource.Kind.DEMO, "7"))))
                .isEqualTo(new FeedChoice.Demo(Optional.of(7L), Optional.empty()));
    }

    @Test
    void clientThatIsNotHereIsRefusedBeforeAnyWork() {
        assumeThat(Feeds.clients()).doesNotContain(ClientKind.OFFICIAL);
        assertThatThrownBy(parse("--gateway", "127.0.0.1:7497", "--client", "official")::check)
                .isInstanceOf(ParameterException.class).hasMessageContaining("built without IBKR's own client")
                .hasMessageContaining("README");
    }

    @Test
    void officialClientIsChosenWhereItIsPresent() {
        assumeThat(Feeds.clients()).contains(ClientKind.OFFICIAL);
        assertThat(parse("--gateway", "127.0.0.1:7497", "--client", "official").choice())
                .isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71, ClientKind.OFFICIAL));
        assertThatThrownBy(parse("--client", "official")::choice).isInstanceOf(ParameterException.class)
                .hasMessageContaining("needs --gateway HOST:PORT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --client other                    | neither builtin nor official
            --gateway nowhere                 | takes 'demo' or HOST:PORT
            --gateway 127.0.0.1:70000         | takes 'demo' or HOST:PORT
            --gateway 127.0.0.1:7497 --csv .  | exclude each other
            """)
    void whatCannotBeMeantIsRefused(String args, String words) {
        assertThatThrownBy(() -> parse(args.split(" ", -1)).check()).isInstanceOf(ParameterException.class)
                .hasMessageContaining(words);
    }
}

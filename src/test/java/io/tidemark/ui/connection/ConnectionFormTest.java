package io.tidemark.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.ClientKind;
import io.tidemark.pipeline.FeedChoice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFormTest {
    private final ConnectionForm form = new ConnectionForm();

    @Test
    void whatIsShownIsWhatIsEntered() {
        var custom = new FeedChoice.Gateway("10.0.0.5", 5000, 3);
        form.show(custom);
        assertThat(form.originProperty().get()).isEqualTo(Origin.CUSTOM);
        assertThat(form.choice()).isEqualTo(custom);
        var official = custom.as(4, ClientKind.OFFICIAL);
        form.show(official);
        assertThat(form.choice()).isEqualTo(official);
        form.show(new FeedChoice.CsvFolder(Path.of("/bars")));
        assertThat(form.choice()).isEqualTo(new FeedChoice.CsvFolder(Path.of("/bars")));
        form.show(FeedChoice.Demo.standard());
        assertThat(form.choice()).isEqualTo(FeedChoice.Demo.standard());
    }

    @ParameterizedTest
    @CsvSource({"7497, TWS_PAPER", "7496, TWS_LIVE", "4002, GATEWAY_PAPER", "4001, GATEWAY_LIVE", "4003, CUSTOM"})
    void aPortChoosesItsPlace(String port, Origin origin) {
        form.originProperty().set(Origin.CUSTOM);
        form.portProperty().set("5000");
        form.portProperty().set(port);
        assertThat(form.originProperty().get()).isEqualTo(origin);
        assertThat(form.portProperty().get()).isEqualTo(port);
    }

    @Test
    void aPortTypedWhileFilesAreChosenChangesNothing() {
        form.originProperty().set(Origin.CSV);
        form.portProperty().set("4001");
        assertThat(form.originProperty().get()).isEqualTo(Origin.CSV);
    }

    @ParameterizedTest
    @CsvSource({"'', 7497, 71", "127.0.0.1, 0, 71", "127.0.0.1, 65536, 71", "127.0.0.1, x, 71", "127.0.0.1, 7497, 0",
            "127.0.0.1, 7497, ''"})
    void whatCannotBeAnAddressIsAProblem(String host, String port, String client) {
        form.originProperty().set(Origin.CUSTOM);
        form.hostProperty().set(host);
        form.portProperty().set(port);
        form.clientProperty().set(client);
        assertThat(form.problem().get()).isNotEmpty();
        form.originProperty().set(Origin.DEMO);
        assertThat(form.problem().get()).isEmpty();
    }
}

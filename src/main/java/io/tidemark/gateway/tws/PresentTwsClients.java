package io.tidemark.gateway.tws;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The clients on the class path, which does not change while the program runs.
final class PresentTwsClients {
    static final List<TwsClient> ALL = Stream.concat(Stream.of(TwsClient.builtIn()),
            ServiceLoader.load(TwsClient.class).stream().map(ServiceLoader.Provider::get)).toList();

    private PresentTwsClients() {
    }
}

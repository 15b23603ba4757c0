package io.tidemark.gateway.tws;

import io.tidemark.gateway.ClientKind;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// A program that speaks to TWS: Tidemark's own, or one that a [ServiceLoader] finds beside it.
///
/// A provider needs a public constructor without parameters and an entry in
/// `META-INF/services/io.tidemark.gateway.tws.TwsClient`.
public interface TwsClient {

    /// Whose program it is.
    ClientKind kind();

    /// What it is called, to stand before "needs" and "speaks".
    String words();

    /// The oldest server version that it may be used with.
    int oldestVersion();

    /// The newest server version that it knows.
    int newestVersion();

    /// A connection that does nothing yet.
    Link link(TwsEndpoint endpoint, Link.Receiver receiver);

    /// Tidemark's own.
    static TwsClient builtIn() {
        return new BuiltInClient();
    }

    /// All that are present, Tidemark's own first; looked for at the first call alone.
    static List<TwsClient> present() {
        return PresentTwsClients.ALL;
    }

    /// The one of a kind; empty when this Tidemark was built without it.
    static Optional<TwsClient> of(ClientKind kind) {
        return kind == ClientKind.BUILTIN
                ? Optional.of(builtIn())
                : present().stream().filter(each -> each.kind() == kind).findFirst();
    }
}

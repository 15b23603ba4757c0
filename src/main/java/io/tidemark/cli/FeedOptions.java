package io.tidemark.cli;

import io.tidemark.gateway.ClientKind;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.wiring.Feeds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that say where bars come from.
final class FeedOptions {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--gateway", paramLabel = "demo|HOST:PORT",
            description = "demo for the built-in synthetic market (default), or where TWS listens: TWS live 7496, "
                    + "TWS paper 7497, Gateway live 4001, Gateway paper 4002.")
    private @Nullable String gateway;

    @Option(names = "--client-id", paramLabel = "N", defaultValue = "71",
            description = "API client id at the gateway (default: ${DEFAULT-VALUE}).")
    private int clientId;

    @Option(names = "--client", paramLabel = "builtin|official", converter = ClientOption.class,
            description = "Whose program speaks to the gateway: Tidemark's own (default), or IBKR's where Tidemark was "
                    + "built with it.")
    private ClientKind client = ClientKind.BUILTIN;

    @Option(names = "--csv", paramLabel = "DIR",
            description = "Import SYMBOL.csv files (columns date, open, high, low, close, volume) from this folder, "
                    + "without any gateway.")
    private @Nullable Path csv;

    @Option(names = "--demo-seed", paramLabel = "N", hidden = true,
            description = "Seed of the built-in synthetic market.")
    private @Nullable Long demoSeed;

    @Option(names = "--today", paramLabel = "DATE", hidden = true,
            description = "Date on which the built-in synthetic market ends.")
    private @Nullable LocalDate today;

    /// Whether anything was chosen.
    boolean isGiven() {
        return gateway != null || csv != null || demoSeed != null;
    }

    /// What was chosen.
    ///
    /// @throws ParameterException when the options contradict each other or name no port
    FeedChoice choice() {
        checkClient();
        if (csv != null) {
            if (gateway != null) {
                throw wrong("--csv and --gateway exclude each other: take bars from files or from a gateway");
            }
            return withoutClient(new FeedChoice.CsvFolder(csv.toAbsolutePath().normalize()));
        }
        if (gateway == null || gateway.equals("demo")) {
            return withoutClient(demo());
        }
        Matcher parts = HOST_AND_PORT.matcher(gateway);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw wrong("--gateway takes 'demo' or HOST:PORT such as 127.0.0.1:7497, not '" + gateway + "'");
        }
        return new FeedChoice.Gateway(parts.group(1), Integer.parseInt(parts.group(2)), clientId, client);
    }

    /// What was chosen; when nothing was, where the stored bars came from.
    ///
    /// @throws ParameterException as [FeedOptions#choice()]
    FeedChoice choice(Optional<DataSource> stored) {
        if (isGiven() || stored.isEmpty()) {
            return isGiven() ? choice() : demo();
        }
        DataSource source = stored.get();
        FeedChoice like = source.isDemo() ? demo() : new FeedChoice.Gateway("", 0, clientId, client);
        return FeedChoice.of(source, like);
    }

    /// Checks what can be checked before any work.
    ///
    /// @throws ParameterException when the options contradict each other or the client asked for is not here
    void check() {
        if (isGiven()) {
            choice();
        } else {
            checkClient();
        }
    }

    private void checkClient() {
        if (!Feeds.clients().contains(client)) {
            throw wrong("this Tidemark was built without IBKR's own client. Leave out --client, or build Tidemark with "
                    + "a copy of IBKR's as the README tells");
        }
    }

    private FeedChoice.Demo demo() {
        return new FeedChoice.Demo(Optional.ofNullable(demoSeed), Optional.ofNullable(today));
    }

    private FeedChoice withoutClient(FeedChoice choice) {
        if (client != ClientKind.BUILTIN) {
            throw wrong("--client " + client.id() + " needs --gateway HOST:PORT: " + choice.words()
                    + " has no use for it");
        }
        return choice;
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in before options are read");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}

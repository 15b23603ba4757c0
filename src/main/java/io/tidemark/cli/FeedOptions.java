package io.tidemark.cli;

import io.tidemark.pipeline.FeedChoice;
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

    @Option(names = "--csv", paramLabel = "DIR",
            description = "Import SYMBOL.csv (date,open,high,low,close,volume) from this folder, without any gateway.")
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
        if (csv != null) {
            if (gateway != null) {
                throw wrong("--csv and --gateway exclude each other: take bars from files or from a gateway");
            }
            return new FeedChoice.CsvFolder(csv.toAbsolutePath().normalize());
        }
        if (gateway == null || gateway.equals("demo")) {
            return new FeedChoice.Demo(Optional.ofNullable(demoSeed), Optional.ofNullable(today));
        }
        Matcher parts = HOST_AND_PORT.matcher(gateway);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw wrong("--gateway takes 'demo' or HOST:PORT such as 127.0.0.1:7497, not '" + gateway + "'");
        }
        return new FeedChoice.Gateway(parts.group(1), Integer.parseInt(parts.group(2)), clientId);
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in before options are read");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}

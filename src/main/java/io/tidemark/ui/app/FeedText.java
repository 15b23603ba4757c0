package io.tidemark.ui.app;

import io.tidemark.gateway.ClientKind;
import io.tidemark.pipeline.FeedChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A choice of bars as one line of the settings: `demo`, `gateway:127.0.0.1:7497:71`, the same with
/// `:official` for IBKR's client, `csv:/home/me/bars`.
///
/// Seed and day of a demo market are not kept: they are for tests and tutorials.
final class FeedText {
    private static final String CSV = "csv:";
    private static final Pattern GATEWAY = Pattern.compile("gateway:(.+):(\\d{1,5}):(\\d{1,9})(?::([a-z]+))?");

    private FeedText() {
    }

    static String of(FeedChoice choice) {
        return switch (choice) {
            case FeedChoice.Demo _ -> "demo";
            case FeedChoice.Gateway at -> "gateway:" + at.host() + ":" + at.port() + ":" + at.clientId()
                    + (at.client() == ClientKind.BUILTIN ? "" : ":" + at.client().id());
            case FeedChoice.CsvFolder csv -> CSV + csv.folder();
        };
    }

    /// The choice a line stands for; the demo market for anything else.
    static FeedChoice choice(Optional<String> line) {
        String text = line.orElse("");
        Matcher gateway = GATEWAY.matcher(text);
        if (gateway.matches()) {
            return new FeedChoice.Gateway(gateway.group(1), Integer.parseInt(gateway.group(2)),
                    Integer.parseInt(gateway.group(3)),
                    Optional.ofNullable(gateway.group(4)).flatMap(ClientKind::of).orElse(ClientKind.BUILTIN));
        }
        return text.startsWith(CSV)
                ? new FeedChoice.CsvFolder(Path.of(text.substring(CSV.length())))
                : FeedChoice.Demo.standard();
    }
}

package io.tidemark.ui.connection;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayPreset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The places where bars can come from, as the pane offers them.
enum Origin {
    /// The built-in demo gateway.
    DEMO("Demo market, built in", null, Badge.DEMO, "Synthetic bars of a market that never was. Nothing to install."),
    /// TWS with play money.
    TWS_PAPER(GatewayPreset.TWS_PAPER, Badge.PAPER),
    /// TWS with real money.
    TWS_LIVE(GatewayPreset.TWS_LIVE, Badge.LIVE),
    /// IB Gateway with play money.
    GATEWAY_PAPER(GatewayPreset.GATEWAY_PAPER, Badge.PAPER),
    /// IB Gateway with real money.
    GATEWAY_LIVE(GatewayPreset.GATEWAY_LIVE, Badge.LIVE),
    /// Any other address.
    CUSTOM(GatewayPreset.CUSTOM, Badge.UNKNOWN),
    /// Files.
    CSV("Folder of CSV files", null, Badge.FILES,
            "One SYMBOL.csv for each symbol, with date, open, high, low, close and volume.");

    private final String title;
    private final @Nullable GatewayPreset preset;
    private final Badge badge;
    private final String note;

    Origin(String title, @Nullable GatewayPreset preset, Badge badge, String note) {
        this.title = title;
        this.preset = preset;
        this.badge = badge;
        this.note = note;
    }

    Origin(GatewayPreset preset, Badge badge) {
        this(preset.title(), preset, badge, note(badge));
    }

    private static String note(Badge badge) {
        return badge == Badge.LIVE
                ? "A live account. Tidemark only reads; leave Read-Only API ticked in the API settings."
                : "Leave Read-Only API ticked in the API settings: it does not keep bars from being read.";
    }

    /// The place of a choice.
    static Origin of(FeedChoice choice) {
        return switch (choice) {
            case FeedChoice.Demo _ -> DEMO;
            case FeedChoice.Gateway at -> of(GatewayPreset.of(at.port()));
            case FeedChoice.CsvFolder _ -> CSV;
        };
    }

    /// The place of a port.
    static Origin of(GatewayPreset preset) {
        return Arrays.stream(values()).filter(each -> each.preset == preset).findFirst().orElse(CUSTOM);
    }

    /// Its name as the id of a node.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    Badge badge() {
        return badge;
    }

    /// What to know about it, one or two sentences.
    String note() {
        return note;
    }

    boolean isGateway() {
        return preset != null;
    }

    /// The port to begin with; none where a person has to tell it.
    Optional<Integer> port() {
        return Optional.ofNullable(preset).map(GatewayPreset::port).filter(port -> port > 0);
    }
}

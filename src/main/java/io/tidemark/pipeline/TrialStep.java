package io.tidemark.pipeline;

import io.tidemark.gateway.ConnectResult;
import java.util.List;

/// What has to go well before bars come from a feed, in order.
public enum TrialStep {
    /// A TCP connection to the port.
    PORT("Port"),
    /// An answer to our greeting.
    HANDSHAKE("Handshake"),
    /// A protocol version that we speak.
    VERSION("Server version"),
    /// Managed accounts.
    ACCOUNTS("Accounts"),
    /// A usable history data farm.
    FARMS("Data farm"),
    /// A folder that is there.
    FOLDER("Folder"),
    /// A few bars of SPY.
    BARS("A few bars of SPY");

    private static final List<TrialStep> OF_GATEWAY = List.of(PORT, HANDSHAKE, VERSION, ACCOUNTS, FARMS, BARS);
    private static final List<TrialStep> OF_FILES = List.of(FOLDER, BARS);

    private final String title;

    TrialStep(String title) {
        this.title = title;
    }

    /// The steps that a choice has to take.
    public static List<TrialStep> of(FeedChoice choice) {
        return switch (choice) {
            case FeedChoice.Demo _,FeedChoice.Gateway _ -> OF_GATEWAY;
            case FeedChoice.CsvFolder _ -> OF_FILES;
        };
    }

    /// The step that stands for a step of connecting.
    public static TrialStep of(ConnectResult.Step step) {
        return switch (step) {
            case TCP -> PORT;
            case HANDSHAKE -> HANDSHAKE;
            case VERSION -> VERSION;
            case ACCOUNTS -> ACCOUNTS;
            case FARMS -> FARMS;
        };
    }

    /// The name a person reads.
    public String title() {
        return title;
    }
}

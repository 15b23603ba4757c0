package io.tidemark.ui.connection;

import io.tidemark.pipeline.TrialStep;
import java.util.List;

/// Where to click when a step fails.
final class StepHelp {
    private static final String SETTINGS = "File, Global Configuration, API, Settings";

    private StepHelp() {
    }

    /// What to look at, a line each, the likeliest cause first.
    static List<String> of(TrialStep step, boolean gateway) {
        return switch (step) {
            case PORT -> List.of(
                    "In TWS: " + SETTINGS + ": tick Enable ActiveX and Socket Clients, compare Socket port.",
                    "In IB Gateway: Configure, Settings, API, Settings: compare Socket port.",
                    "TWS on another computer: untick Allow connections from localhost only, add this computer to "
                            + "Trusted IPs.");
            case HANDSHAKE -> List.of(
                    "In TWS: a dialog may ask to accept the incoming connection; press Yes.",
                    "To be asked no more: " + SETTINGS + ", Trusted IPs: Create, 127.0.0.1, Apply.");
            case VERSION -> List.of("In TWS: Help, About Trader Workstation shows the build.",
                    "Current builds of TWS and IB Gateway are on IBKR's download page.");
            case ACCOUNTS -> List.of("In TWS: look for a login, a disclaimer or a message that waits for an answer.",
                    "A client id in use: enter another one here, or close the other program.");
            case FARMS ->
                List.of("In TWS: click the data light at the lower right; it lists the farms and their state.",
                        "In TWS: Ctrl+Alt+F connects to the farms anew.");
            case FOLDER -> List.of("Browse for the folder here.");
            case BARS -> gateway
                    ? List.of("In IBKR's Client Portal: Settings, Market Data Subscriptions: SPY needs NYSE American, "
                            + "BATS, ARCA, IEX (Network B).")
                    : List.of("The first line of SPY.csv names its columns: date,open,high,low,close,volume.");
        };
    }
}

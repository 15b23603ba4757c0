package io.tidemark.pipeline;

import java.util.Arrays;

/// Where TWS and IB Gateway listen unless somebody changed it.
public enum GatewayPreset {
    /// TWS logged in to a paper account.
    TWS_PAPER("TWS, paper account", 7497),
    /// TWS logged in to a live account.
    TWS_LIVE("TWS, live account", 7496),
    /// IB Gateway logged in to a paper account.
    GATEWAY_PAPER("IB Gateway, paper account", 4002),
    /// IB Gateway logged in to a live account.
    GATEWAY_LIVE("IB Gateway, live account", 4001),
    /// Any other port.
    CUSTOM("Another port", 0);

    /// The client id to begin with.
    public static final int CLIENT_ID = 71;
    /// This machine; `localhost` may mean an address that TWS does not listen at.
    public static final String THIS_MACHINE = "127.0.0.1";

    private final String title;
    private final int port;

    GatewayPreset(String title, int port) {
        this.title = title;
        this.port = port;
    }

    /// The preset of a port.
    public static GatewayPreset of(int port) {
        return Arrays.stream(values()).filter(each -> each.port == port).findFirst().orElse(CUSTOM);
    }

    /// The name a person reads.
    public String title() {
        return this == CUSTOM ? title : title + " (" + port + ")";
    }

    /// The TCP port, 0 when a person has to tell it.
    public int port() {
        return port;
    }
}

package io.tidemark.gateway.tws;

import io.tidemark.gateway.RetrySchedule;
import java.time.Duration;

/// How long the client waits for what. Nothing waits for ever.
///
/// @param deadlines when an answer counts as missing
/// @param pauses how long the client rests before it goes on
/// @param retries how often a failed request is tried again
public record TwsTimings(Deadlines deadlines, Pauses pauses, RetrySchedule retries) {

    /// When an answer counts as missing.
    ///
    /// @param tcp making the TCP connection
    /// @param handshake the answer to our greeting
    /// @param start managed accounts and next id
    /// @param farm word of the history farm; without it requests are sent all the same
    /// @param contract a contract, the options on it, or quotes: a snapshot takes 11 s at IBKR
    /// @param history bars
    /// @param clock the server's time
    /// @param impaired TWS being cut off from IBKR or its history farm
    public record Deadlines(Duration tcp, Duration handshake, Duration start, Duration farm, Duration contract,
            Duration history, Duration clock, Duration impaired) {}

    /// How long the client rests before it goes on.
    ///
    /// @param hint without an answer to our greeting, until a person is told to look at TWS
    /// @param clientId before another client id is tried
    /// @param pacing after the first complaint about pacing
    /// @param oddTrouble before a request is repeated that failed for a reason we do not know
    /// @param tooFast after a complaint about the rate of messages
    public record Pauses(Duration hint, Duration clientId, Duration pacing, Duration oddTrouble, Duration tooFast) {}

    /// For TWS and IB Gateway.
    public static TwsTimings standard() {
        return new TwsTimings(
                new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10),
                        Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofSeconds(2),
                        Duration.ofMinutes(5)),
                new Pauses(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMinutes(1),
                        Duration.ofSeconds(30), Duration.ofSeconds(2)),
                RetrySchedule.tws());
    }

    /// For a server in this process, which answers within moments or never, and takes no offence at haste: the same
    /// order of events, with hardly a pause.
    public static TwsTimings quick() {
        return new TwsTimings(
                new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10),
                        Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(2),
                        Duration.ofSeconds(10)),
                new Pauses(Duration.ofSeconds(3), Duration.ofMillis(100), Duration.ofMillis(200),
                        Duration.ofMillis(100), Duration.ofMillis(100)),
                RetrySchedule.immediate());
    }
}

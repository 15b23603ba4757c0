package io.tidemark.gateway;

import io.tidemark.market.DailyBar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a request for bars ended. Only [Bars] is ever stored.
public sealed interface FetchResult {

    /// Bars arrived.
    ///
    /// @param bars at least one, ascending by date without duplicates; the last may be today's unfinished one
    /// @param asOf the gateway's own clock when they arrived, by which "finished" is judged
    record Bars(List<DailyBar> bars, Instant asOf) implements FetchResult {
        /// Keeps a copy.
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// The gateway answered that it has no bars for the question.
    ///
    /// @param text the gateway's own words
    record NoData(String text) implements FetchResult {}

    /// Too many requests; asking again after a pause is allowed.
    ///
    /// @param retryAfter how long to wait at least
    /// @param text the gateway's own words
    /// @param advice what the person can do, one sentence
    record Paced(Duration retryAfter, String text, String advice) implements FetchResult {}

    /// The gateway refused, and asking again the same way will not help.
    ///
    /// @param code TWS error code; 508, "bad message" in TWS's own list, when the answer contradicts itself
    /// @param text the gateway's own words
    /// @param advice what the person can do, one sentence
    record Refused(int code, String text, String advice) implements FetchResult {}

    /// No answer within the deadline.
    ///
    /// @param what which answer was missing
    /// @param waited the deadline that passed
    /// @param advice what the person can do, one sentence
    record TimedOut(String what, Duration waited, String advice) implements FetchResult {}

    /// The connection was lost, or could not be made.
    ///
    /// @param reason what happened
    /// @param advice what the person can do, one sentence
    record Disconnected(String reason, String advice) implements FetchResult {}
}

package io.tidemark.pipeline;

import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import java.util.List;

/// How trying a feed ended. Nothing was stored.
public sealed interface FeedTrial {

    /// Bars can come.
    ///
    /// @param source what they will be marked with
    /// @param accounts managed accounts; none for files
    /// @param bars the few that came, ascending by date
    record Passed(DataSource source, List<String> accounts, List<DailyBar> bars) implements FeedTrial {
        /// Keeps copies.
        public Passed {
            accounts = List.copyOf(accounts);
            bars = List.copyOf(bars);
        }

        /// Whether no account holds real money: IBKR's paper accounts begin with D.
        public boolean paper() {
            return accounts.stream().allMatch(each -> each.startsWith("D"));
        }
    }

    /// Bars cannot come.
    ///
    /// @param step the step that failed; all before it passed
    /// @param reason what happened
    /// @param advice what the person can do, one sentence
    record Failed(TrialStep step, String reason, String advice) implements FeedTrial {}
}

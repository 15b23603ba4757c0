package io.tidemark.chain;

import io.tidemark.market.DataSource;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Options written down by hand.
final class Chains {
    static final OptionContract CALL = option("610", true);
    static final OptionContract PUT = option("590.5", false);
    static final OptionQuote QUOTE = new OptionQuote(4.9, 5.1, 5,
            new OptionQuote.Greeks(0.21, 0.4, 0.02, 0.5, -0.3), 600.25, false);
    /// As for an option that nobody trades, seen without a live subscription.
    static final OptionQuote ASK_ALONE = new OptionQuote(Double.NaN, 0.05, Double.NaN, OptionQuote.Greeks.NONE,
            Double.NaN, true);

    private Chains() {
    }

    static OptionContract option(String strike, boolean call) {
        return new OptionContract(Universe.SPY, LocalDate.of(2026, 12, 18), new BigDecimal(strike), call);
    }

    static ChainTerms terms(String takenAt) {
        return new ChainTerms(Universe.SPY, new DataSource(DataSource.Kind.TWS, "127.0.0.1:7497"),
                Instant.parse(takenAt), 600.25, "SMART", "SPY", "100");
    }

    /// Two options asked about and both quoted.
    static BegunSnapshot finished(String takenAt) {
        return BegunSnapshot.of(terms(takenAt), List.of(CALL, PUT)).after(2,
                List.of(new ChainRow(CALL, QUOTE), new ChainRow(PUT, ASK_ALONE)), 0);
    }
}

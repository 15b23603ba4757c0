package io.tidemark.gateway;

import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.work.Progress;
import java.time.Instant;
import java.util.List;

/// Tells which options are listed and what they are quoted at. It can read and nothing else.
///
/// Thread-safe. Calls block the calling thread and end in bounded time; they leave early with
/// `CancellationException` when their [Progress] is cancelled or the thread is interrupted. Nothing is tried again:
/// quotes are worth having now or not at all.
public interface OptionGateway extends AutoCloseable {
    /// Most options asked about at once: TWS has 100 lines of quotes for all its clients together.
    int QUOTES_AT_ONCE = 40;

    /// Connects, unless connected already.
    ConnectResult connect(Progress progress);

    /// What time it is by the gateway's clock; by ours where it does not say.
    Instant now(Progress progress);

    /// Asks which options are listed on an underlying.
    ///
    /// @return at least one listing
    OptionAnswer<List<OptionListing>> listings(Instrument underlying, Progress progress);

    /// Asks for the price of an underlying: the last trade's or, before the first one, the last close.
    ///
    /// @return USD, above 0
    OptionAnswer<Double> price(Instrument underlying, Progress progress);

    /// Asks for the quotes of options of one listing, once each.
    ///
    /// @param options at most [#QUOTES_AT_ONCE]
    /// @return one answer each, in the same order; what was not told in time is NaN in a quote
    List<OptionAnswer<OptionQuote>> quotes(OptionListing listing, List<OptionContract> options, Progress progress);

    /// Closes the connection for good.
    @Override
    void close();
}

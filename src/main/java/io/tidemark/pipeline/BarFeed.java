package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;
import java.io.IOException;

/// Where a download takes its bars from: a gateway, or a folder of CSV files.
public interface BarFeed extends AutoCloseable {

    /// Makes ready to serve bars.
    ///
    /// @return what the bars have to be marked with
    /// @throws StageFailure when the feed cannot serve; the sentence says what to do
    DataSource open(Progress progress) throws StageFailure;

    /// Asks for the daily bars of the newest span of time.
    ///
    /// @throws IOException when a file that holds them is missing or wrong; the message says which and what to do
    FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) throws IOException;

    /// Tries whether bars can come, down to a few real ones; stores nothing.
    FeedTrial tryOut(Progress progress);

    /// Asks for the daily option-implied volatility of the last `years` years, annualised fractions.
    ///
    /// @throws IOException when a file that holds it is wrong; the message says which and what to do
    FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) throws IOException;

    /// Adds somebody to be told of retries.
    void addListener(GatewayListener listener);

    /// Ends the feed.
    @Override
    void close();
}

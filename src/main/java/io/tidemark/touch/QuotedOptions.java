package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import java.util.List;

/// Adds real options to those sampled of the same symbol, once their bars tell what became of them.
final class QuotedOptions {
    /// No session moves a price so far from a quote within it; a split does.
    private static final double FARTHEST_MOVE = 0.3;

    private final Underlying underlying;

    QuotedOptions(Underlying underlying) {
        this.underlying = underlying;
    }

    /// Adds those that have expired and that could have been sampled: quoted on a session with enough past, out of the
    /// money at its close, at a price that the bars know.
    void addTo(SampledOptions options, List<QuotedOption> quoted) {
        for (QuotedOption each : quoted) {
            int bar = underlying.sessions().at(Math.toIntExact(each.start().toEpochDay()));
            int expiration = Math.toIntExact(each.expiration().toEpochDay());
            if (bar >= 0 && underlying.isStart(bar) && expiration <= underlying.lastDay()
                    && fits(each, bar, expiration)) {
                options.add(bar, expiration, each.right(), each.strike(), each.impliedVolatility(), 0);
            }
        }
    }

    private boolean fits(QuotedOption option, int bar, int expiration) {
        BarSeries bars = underlying.bars();
        double close = bars.close(bar);
        return expiration > bars.epochDay(bar) && option.right().direction() * (option.strike() - close) > 0
                && ImpliedVolatility.isBelievable(option.impliedVolatility())
                && Math.abs(Math.log(option.spot() / close)) < FARTHEST_MOVE;
    }
}

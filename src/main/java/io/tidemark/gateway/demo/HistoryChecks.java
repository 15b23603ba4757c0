package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.market.SecurityType;
import java.util.Optional;
import java.util.Set;

/// The checks that a gateway makes before it asks anybody for bars.
final class HistoryChecks {
    private static final Set<String> SERIES = Set.of("TRADES", "MIDPOINT", "BID", "ASK", "BID_ASK", "ADJUSTED_LAST",
            "HISTORICAL_VOLATILITY", "OPTION_IMPLIED_VOLATILITY", "FEE_RATE", "YIELD_BID", "YIELD_ASK",
            "YIELD_BID_ASK", "YIELD_LAST", "SCHEDULE", "AGGTRADES");
    private static final Set<String> NO_INDEX_HAS = Set.of("MIDPOINT", "BID", "ASK", "BID_ASK", "ADJUSTED_LAST",
            "FEE_RATE", "AGGTRADES");
    private static final Set<String> BAR_SIZES = Set.of("1 secs", "5 secs", "10 secs", "15 secs", "30 secs", "1 min",
            "2 mins", "3 mins", "5 mins", "10 mins", "15 mins", "20 mins", "30 mins", "1 hour", "2 hours", "3 hours",
            "4 hours", "8 hours", "1 day", "1 week", "1 month");

    private HistoryChecks() {
    }

    /// Why a request is refused; empty when it is fine.
    static Optional<Refusal> check(HistoricalDataRequest request, Listing listing) {
        var range = request.range();
        if (!SERIES.contains(range.whatToShow())) {
            return invalid("Incorrect or unknown what-to-show '" + range.whatToShow() + "'");
        }
        if (!BAR_SIZES.contains(range.barSize())) {
            return invalid("Historical data bar size setting '" + range.barSize() + "' is invalid. Legal ones are: "
                    + "1 secs, 5 secs, ... 1 min, 2 mins, ... 1 hour, 2 hours, ... 1 day, 1 week, 1 month");
        }
        return HistorySpan.check(range.duration()).or(() -> checkEnd(request)).or(() -> checkKind(request, listing));
    }

    private static Optional<Refusal> checkEnd(HistoricalDataRequest request) {
        var range = request.range();
        if (range.end().isEmpty()) {
            return Optional.empty();
        }
        if (range.whatToShow().equals("ADJUSTED_LAST")) {
            return invalid("End date not supported with adjusted last");
        }
        if (request.keepUpToDate()) {
            return invalid("End date not supported with keep up to date");
        }
        if (EndMoment.parse(range.end()).isEmpty()) {
            return Optional.of(new Refusal(10314, "End Date/Time: The date, time, or time-zone entered is invalid. "
                    + "The correct format is yyyymmdd hh:mm:ss xx/xxxx where yyyymmdd and xx/xxxx are optional. "
                    + "E.g.: 20031126 15:59:00 US/Eastern. Note that there is a space between the date and time, "
                    + "and between the time and time-zone. You can also provide yyyymmdd-hh:mm:ss time is in UTC."));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> checkKind(HistoricalDataRequest request, Listing listing) {
        var range = request.range();
        if (range.whatToShow().equals("SCHEDULE") && !range.barSize().equals("1 day")) {
            return invalid("Only '1 day' bar size is supported for SCHEDULE");
        }
        if (listing.type() == SecurityType.INDEX && NO_INDEX_HAS.contains(range.whatToShow())) {
            return Optional.of(Refusal.history("No data of type EODChart is available for the exchange '"
                    + listing.exchange() + "' and the security type 'Index' and '" + range.duration() + "' and '"
                    + range.barSize() + "'"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String cause) {
        return Optional.of(Refusal.invalid(cause));
    }
}

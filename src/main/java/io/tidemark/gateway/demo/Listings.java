package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.Contract;
import io.tidemark.market.SecurityType;
import io.tidemark.market.TradingCalendar;
import io.tidemark.gateway.wire.ContractDetails;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All securities that a demo gateway knows: those that its source has bars of.
final class Listings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DAYS_AHEAD = 6;

    private final List<Listing> all;
    private final TradingCalendar calendar;

    Listings(BarSource source, TradingCalendar calendar) {
        this.all = source.symbols().stream().map(symbol -> Listing.of(symbol, source.kind())).toList();
        this.calendar = calendar;
    }

    /// The security that a request means, if it is known.
    Optional<Listing> find(Contract asked) {
        return all.stream().filter(listing -> listing.fits(asked)).findFirst();
    }

    /// The stock that an option's contract names as its underlying, if it is known.
    Optional<Listing> underlying(Contract option) {
        return all.stream().filter(each -> each.type() == SecurityType.STOCK)
                .filter(each -> each.symbol().value().equals(option.symbol())).findFirst();
    }

    /// The security with a contract id, if it is known.
    Optional<Listing> withConId(int conId) {
        return all.stream().filter(listing -> listing.conId() == conId).findFirst();
    }

    /// When a security trades in the days from `today` on.
    ContractDetails.Hours hours(Listing listing, LocalDate today) {
        return listing.type() == SecurityType.INDEX
                ? new ContractDetails.Hours("US/Central", days(today, "0830", "1500"), days(today, "0830", "1500"))
                : new ContractDetails.Hours("US/Eastern", days(today, "0400", "2000"), days(today, "0930", "1600"));
    }

    private String days(LocalDate today, String from, String to) {
        return IntStream.range(0, DAYS_AHEAD).mapToObj(today::plusDays).map(date -> {
            var day = DAY.format(date);
            return calendar.isSession(date) ? day + ":" + from + "-" + day + ":" + to : day + ":CLOSED";
        }).collect(Collectors.joining(";"));
    }
}

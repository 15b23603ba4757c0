package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage.HeadTimestampRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.HeadTimestamp;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.HistoricalSchedule;
import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Answers requests for bars, for sessions and for the earliest date. Thread-safe.
final class HistoryDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss")
            .withZone(ZoneOffset.UTC);
    private static final BigDecimal NONE = BigDecimal.ONE.negate();
    private static final BigDecimal SHARES_A_TRADE = BigDecimal.valueOf(124);
    private static final int EPOCH_SECONDS = 2;

    private final BarSource source;
    private final DemoTime time;
    private final TradingCalendar calendar;
    private final FaultPlan plan;

    HistoryDesk(BarSource source, DemoTime time, TradingCalendar calendar, FaultPlan plan) {
        this.source = source;
        this.time = time;
        this.calendar = calendar;
        this.plan = plan;
    }

    /// The answer to a request that passed [HistoryChecks].
    ServerMessage answer(HistoricalDataRequest request, Listing listing) {
        var range = request.range();
        var end = range.end().isEmpty()
                ? time.now()
                : EndMoment.parse(range.end()).map(EndMoment::moment).orElseGet(time::now);
        var earliest = end.isBefore(time.now()) ? end : time.now();
        var last = time.lastFinished(earliest);
        var first = HistorySpan.parse(range.duration()).firstDate(last, calendar);
        if (range.whatToShow().equals("SCHEDULE")) {
            return schedule(request, first, last);
        }
        var bars = range.barSize().equals("1 day") ? bars(range, listing.symbol(), first, last) : List.<DailyBar>of();
        if (bars.isEmpty()) {
            return Refusal.history("HMDS query returned no data: " + listing.symbol() + "@" + listing.exchange() + " "
                    + capitalised(range.whatToShow())).about(request.requestId());
        }
        var distorted = Distortion.apply(plan, listing.symbol(), bars, time.today());
        var start = first.atTime(LocalTime.MIDNIGHT).atZone(SessionClock.NEW_YORK).toInstant();
        return new HistoricalData(request.requestId(), DemoTime.text(start), DemoTime.text(end),
                distorted.stream().map(bar -> onWire(bar, range, listing)).toList());
    }

    private List<DailyBar> bars(HistoricalRange range, Symbol symbol, LocalDate first, LocalDate last) {
        return switch (range.whatToShow()) {
            case "OPTION_IMPLIED_VOLATILITY" -> source.impliedVolatility(symbol, first, last);
            case "TRADES", "ADJUSTED_LAST", "MIDPOINT", "BID", "ASK", "BID_ASK" -> {
                var bars = new ArrayList<>(source.bars(symbol, first, last));
                if (range.end().isEmpty()) {
                    time.running().filter(today -> plan.strike(FaultKind.PARTIAL_BAR, symbol).isPresent())
                            .ifPresent(today -> source.bars(symbol, today, today).stream()
                                    .map(Distortion::unfinished).forEach(bars::add));
                }
                yield bars;
            }
            default -> List.of();
        };
    }

    private static HistoricalBar onWire(DailyBar bar, HistoricalRange range, Listing listing) {
        var date = DAY.format(bar.date());
        if (!range.whatToShow().equals("TRADES") && !range.whatToShow().equals("ADJUSTED_LAST")) {
            return new HistoricalBar(date, bar.open(), bar.high(), bar.low(), bar.close(), NONE, NONE, -1);
        }
        if (listing.type() == SecurityType.INDEX) {
            return new HistoricalBar(date, bar.open(), bar.high(), bar.low(), bar.close(), BigDecimal.ZERO,
                    BigDecimal.ZERO, 0);
        }
        var average = bar.high().add(bar.low()).add(bar.close()).divide(BigDecimal.valueOf(3), 3,
                RoundingMode.HALF_EVEN);
        int trades = bar.volume().divide(SHARES_A_TRADE, 0, RoundingMode.UP).intValue();
        return new HistoricalBar(date, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), average, trades);
    }

    private ServerMessage schedule(HistoricalDataRequest request, LocalDate asked, LocalDate last) {
        var first = asked.isBefore(calendar.firstDate()) ? calendar.firstDate() : asked;
        boolean regular = request.range().regularHours();
        var opening = regular ? "-09:30:00" : "-04:00:00";
        var closing = regular ? "-16:00:00" : "-20:00:00";
        var sessions = calendar.sessions(first, last).stream().map(DAY::format)
                .map(day -> new ServerMessage.Session(day + opening, day + closing, day)).toList();
        return new HistoricalSchedule(request.requestId(), DAY.format(first) + opening, DAY.format(last) + closing,
                "US/Eastern", sessions);
    }

    /// The moment of the first bar: the opening of its session.
    ServerMessage earliest(HeadTimestampRequest request, Listing listing) {
        Instant opening = source.firstDate(listing.symbol()).atTime(DemoTime.OPEN).atZone(SessionClock.NEW_YORK)
                .toInstant();
        return new HeadTimestamp(request.requestId(), request.dateFormat() == EPOCH_SECONDS
                ? String.valueOf(opening.getEpochSecond())
                : UTC.format(opening));
    }

    private static String capitalised(String series) {
        return series.charAt(0) + series.substring(1).toLowerCase(Locale.ROOT);
    }
}

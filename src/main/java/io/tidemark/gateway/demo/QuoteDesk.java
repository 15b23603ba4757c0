package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ClientMessage.OptionParametersRequest;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Answers requests for quotes and for option parameters: the last session's prices.
final class QuoteDesk {
    private static final int LAST = 4;
    private static final int HIGH = 6;
    private static final int LOW = 7;
    private static final int VOLUME = 8;
    private static final int CLOSE = 9;
    private static final int OPEN = 14;
    private static final int DELAYED = 3;
    /// Tick types of delayed quotes, in the order of the live ones above.
    private static final int[][] DELAYED_TYPES = {{LAST, 68}, {HIGH, 72}, {LOW, 73}, {VOLUME, 74}, {CLOSE, 75},
            {OPEN, 76}};
    private static final BigDecimal TICK = new BigDecimal("0.01");
    private static final String MULTIPLIER = "100";

    private final BarSource source;
    private final DemoTime time;
    private final TradingCalendar calendar;

    QuoteDesk(BarSource source, DemoTime time, TradingCalendar calendar) {
        this.source = source;
        this.time = time;
        this.calendar = calendar;
    }

    /// The quotes of a security.
    ///
    /// @param dataType live (1), frozen (2), delayed (3) or delayed and frozen (4)
    List<ServerMessage> quotes(MarketDataRequest request, Listing listing, int dataType) {
        int id = request.requestId();
        var messages = new ArrayList<ServerMessage>();
        messages.add(new ServerMessage.TickParameters(id, TICK, "", 3));
        messages.add(new ServerMessage.MarketDataType(id, dataType));
        var bars = lastTwo(listing);
        if (!bars.isEmpty()) {
            var last = bars.getLast();
            messages.add(price(id, LAST, last.close(), dataType));
            messages.add(price(id, OPEN, last.open(), dataType));
            messages.add(price(id, HIGH, last.high(), dataType));
            messages.add(price(id, LOW, last.low(), dataType));
            messages.add(price(id, CLOSE, bars.getFirst().close(), dataType));
            if (listing.type() != SecurityType.INDEX) {
                messages.add(new ServerMessage.TickSize(id, tickType(VOLUME, dataType), last.volume()));
            }
        }
        if (request.snapshot()) {
            messages.add(new ServerMessage.TickSnapshotEnd(id));
        }
        return messages;
    }

    private List<DailyBar> lastTwo(Listing listing) {
        var last = time.lastFinished(time.now());
        return source.bars(listing.symbol(), calendar.previousSession(last), last);
    }

    private static ServerMessage price(int id, int type, BigDecimal price, int dataType) {
        return new ServerMessage.TickPrice(id, tickType(type, dataType), price, BigDecimal.ZERO, 0);
    }

    private static int tickType(int live, int dataType) {
        if (dataType < DELAYED) {
            return live;
        }
        for (int[] pair : DELAYED_TYPES) {
            if (pair[0] == live) {
                return pair[1];
            }
        }
        return live;
    }

    /// The option parameters of a stock; none for a security without options here.
    List<ServerMessage> options(OptionParametersRequest request, Listing listing) {
        var messages = new ArrayList<ServerMessage>();
        var bars = lastTwo(listing);
        if (!bars.isEmpty() && listing.type() == SecurityType.STOCK) {
            LocalDate today = time.lastFinished(time.now());
            messages.add(new ServerMessage.OptionParameters(request.requestId(), "SMART", listing.conId(),
                    listing.symbol().value(), MULTIPLIER, OptionGrid.expirations(today, calendar),
                    OptionGrid.strikes(bars.getLast().close())));
        }
        messages.add(new ServerMessage.OptionParametersEnd(request.requestId()));
        return messages;
    }
}

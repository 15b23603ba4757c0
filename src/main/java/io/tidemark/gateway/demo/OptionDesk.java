package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.market.DailyBar;
import io.tidemark.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers requests for quotes of options: what each is worth at the last close, by [OptionPrice].
///
/// Where the source knows no implied volatility there are no quotes, as for an account without a subscription.
final class OptionDesk {
    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int MODEL = 13;
    private static final int DELAYED = 3;
    private static final int DELAYED_BID = 66;
    private static final int DELAYED_ASK = 67;
    private static final int DELAYED_MODEL = 83;
    private static final double HALF_SPREAD = 0.01;

    private final BarSource source;
    private final DemoTime time;
    private final TradingCalendar calendar;

    OptionDesk(BarSource source, DemoTime time, TradingCalendar calendar) {
        this.source = source;
        this.time = time;
        this.calendar = calendar;
    }

    /// The quotes of an option on the given underlying; empty when no such option is listed.
    ///
    /// @param dataType as in [QuoteDesk#quotes]
    Optional<List<ServerMessage>> quotes(MarketDataRequest request, Listing underlying, int dataType) {
        LocalDate last = time.lastFinished(time.now());
        List<DailyBar> bars = source.bars(underlying.symbol(), last, last);
        Contract asked = request.contract();
        if (bars.isEmpty() || !OptionGrid.lists(asked.expiry(), asked.strike(), last, bars.getFirst().close(), calendar)
                || !(asked.right().equals("C") || asked.right().equals("P"))) {
            return Optional.empty();
        }
        var messages = new ArrayList<ServerMessage>();
        messages.add(new ServerMessage.MarketDataType(request.requestId(), dataType));
        List<DailyBar> volatility = source.impliedVolatility(underlying.symbol(), last, last);
        if (!volatility.isEmpty()) {
            addQuotes(messages, request, dataType,
                    new Market(last, bars.getFirst().close().doubleValue(), volatility.getFirst().close()));
        }
        if (request.snapshot()) {
            messages.add(new ServerMessage.TickSnapshotEnd(request.requestId()));
        }
        return Optional.of(messages);
    }

    private record Market(LocalDate day, double spot, BigDecimal volatility) {}

    private static void addQuotes(List<ServerMessage> messages, MarketDataRequest request, int dataType,
            Market market) {
        Contract asked = request.contract();
        var expiration = LocalDate.parse(asked.expiry(), DateTimeFormatter.BASIC_ISO_DATE);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(market.day(), expiration));
        var price = OptionPrice.of(market.spot(), asked.strike().doubleValue(), asked.right().equals("C"), days,
                market.volatility().doubleValue());
        boolean delayed = dataType >= DELAYED;
        int id = request.requestId();
        messages.add(quote(id, delayed ? DELAYED_BID : BID, price.price() * (1 - HALF_SPREAD)));
        messages.add(quote(id, delayed ? DELAYED_ASK : ASK, price.price() * (1 + HALF_SPREAD)));
        messages.add(new ServerMessage.TickOption(id, delayed ? DELAYED_MODEL : MODEL, 1,
                price.computation(market.spot())));
    }

    private static ServerMessage quote(int id, int type, double price) {
        return new ServerMessage.TickPrice(id, type, BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP),
                BigDecimal.TEN, 0);
    }
}

package io.tidemark.gateway.tws;

import io.tidemark.gateway.wire.OptionComputation;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import io.tidemark.gateway.wire.ServerMessage.TickPrice;
import io.tidemark.market.OptionQuote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Quotes out of the ticks of a snapshot, live or delayed.
final class QuoteReading {
    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int LAST = 4;
    private static final int CLOSE = 9;
    private static final int BID_MODEL = 10;
    private static final int MODEL = 13;
    private static final int DELAYED_BID = 66;
    private static final int DELAYED_ASK = 67;
    private static final int DELAYED_LAST = 68;
    private static final int DELAYED_CLOSE = 75;
    private static final int DELAYED_BID_MODEL = 80;
    private static final int DELAYED_MODEL = 83;

    private final List<ServerMessage> ticks;

    private QuoteReading(List<ServerMessage> ticks) {
        this.ticks = ticks;
    }

    /// What an option's ticks say.
    static OptionQuote option(List<ServerMessage> ticks) {
        var reading = new QuoteReading(ticks);
        OptionComputation model = reading.model();
        var greeks = new OptionQuote.Greeks(model.impliedVolatility(), model.delta(), model.gamma(), model.vega(),
                model.theta());
        return new OptionQuote(reading.price(BID, DELAYED_BID), reading.price(ASK, DELAYED_ASK),
                reading.price(LAST, DELAYED_LAST), greeks, model.underlyingPrice(), reading.isDelayed());
    }

    /// The price that an underlying's ticks tell: the last trade's, else the last close.
    static OptionalDouble underlying(List<ServerMessage> ticks) {
        var reading = new QuoteReading(ticks);
        double last = reading.price(LAST, DELAYED_LAST);
        double price = Double.isNaN(last) ? reading.price(CLOSE, DELAYED_CLOSE) : last;
        return Double.isNaN(price) ? OptionalDouble.empty() : OptionalDouble.of(price);
    }

    /// A price above 0; TWS says -1 or 0 where there is none.
    private double price(int live, int delayed) {
        return ticks.stream().filter(TickPrice.class::isInstance).map(TickPrice.class::cast)
                .filter(tick -> tick.tickType() == live || tick.tickType() == delayed)
                .mapToDouble(tick -> tick.price().doubleValue()).filter(price -> price > 0).findFirst()
                .orElse(Double.NaN);
    }

    /// What TWS's own model says; where that is not told, the first of those from bid, ask and last that is.
    private OptionComputation model() {
        return computations(MODEL, MODEL, DELAYED_MODEL)
                .or(() -> computations(BID_MODEL, MODEL - 1, DELAYED_BID_MODEL)).orElseGet(OptionComputation::none);
    }

    private Optional<OptionComputation> computations(int from, int to, int delayed) {
        return ticks.stream().filter(TickOption.class::isInstance).map(TickOption.class::cast)
                .filter(tick -> isWithin(tick.tickType(), from, to, delayed)).map(TickOption::values)
                .filter(values -> values.impliedVolatility() > 0).findFirst();
    }

    private static boolean isWithin(int type, int from, int to, int delayed) {
        return (type >= from && type <= to) || (type >= delayed && type <= delayed + to - from);
    }

    private boolean isDelayed() {
        return ticks.stream().anyMatch(tick -> switch (tick) {
            case TickPrice price -> price.tickType() >= DELAYED_BID;
            case TickOption option -> option.tickType() >= DELAYED_BID_MODEL;
            default -> false;
        });
    }
}

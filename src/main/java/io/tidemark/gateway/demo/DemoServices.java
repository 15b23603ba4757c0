package io.tidemark.gateway.demo;

import io.tidemark.market.TradingCalendar;
import java.io.IOException;
import io.tidemark.gateway.synthetic.SyntheticMarket;

/// What all clients of one demo gateway share.
///
/// @param source where bars come from
/// @param time what time it is
/// @param listings which securities there are
/// @param history answers about bars
/// @param quotes answers about quotes of underlyings
/// @param options answers about quotes of options
/// @param plan what is still to go wrong
/// @param clientIds ids of the clients that are connected
record DemoServices(BarSource source, DemoTime time, Listings listings, HistoryDesk history, QuoteDesk quotes,
        OptionDesk options, FaultPlan plan, ClientIds clientIds) {

    /// The services that the options ask for.
    ///
    /// @throws IOException when files of bars cannot be read; the message names file and line
    static DemoServices of(DemoOptions options) throws IOException {
        var calendar = TradingCalendar.nyse();
        var plan = new FaultPlan(options.faults());
        var source = source(options);
        var time = DemoTime.of(options, calendar, plan.has(FaultKind.PARTIAL_BAR));
        return new DemoServices(source, time, new Listings(source, calendar),
                new HistoryDesk(source, time, calendar, plan), new QuoteDesk(source, time, calendar),
                new OptionDesk(source, time, calendar), plan,
                new ClientIds());
    }

    private static BarSource source(DemoOptions options) throws IOException {
        return options.csv().isPresent()
                ? CsvSource.read(options.csv().get())
                : new SyntheticSource(SyntheticMarket.of(options.seed()));
    }
}

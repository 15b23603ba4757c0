package io.tidemark.gateway.demo;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Bars of the synthetic market. The account is `DEMO` and the seed.
record SyntheticSource(SyntheticMarket market) implements BarSource {

    @Override
    public String account() {
        return "DEMO" + market.seed();
    }

    @Override
    public String kind() {
        return "synthetic";
    }

    @Override
    public Set<Symbol> symbols() {
        return market.symbols();
    }

    @Override
    public LocalDate firstDate(Symbol symbol) {
        return SyntheticMarket.ORIGIN;
    }

    @Override
    public List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return market.bars(symbol, from, to);
    }

    @Override
    public List<DailyBar> impliedVolatility(Symbol symbol, LocalDate from, LocalDate to) {
        return market.impliedVolatility(symbol, from, to);
    }
}

package io.tidemark.gateway.demo;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Where a demo gateway takes its bars from. Thread-safe.
interface BarSource {

    /// The account that tells a client what kind of bars these are.
    String account();

    /// One word for what these bars are, shown in contract names.
    String kind();

    /// The symbols that have bars.
    Set<Symbol> symbols();

    /// Date of the first bar of a symbol that has bars.
    LocalDate firstDate(Symbol symbol);

    /// The bars dated `from` to `to`, both included, ascending.
    List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to);

    /// Implied volatility of the symbol's options likewise; empty when it is not known.
    List<DailyBar> impliedVolatility(Symbol symbol, LocalDate from, LocalDate to);
}

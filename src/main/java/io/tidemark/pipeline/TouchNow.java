package io.tidemark.pipeline;

import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.touch.TouchGrid;
import java.time.LocalDate;
import java.util.List;

/// What the touch model in use says of options on a symbol at the close of its last stored session.
///
/// @param spot the symbol as it stood then
/// @param run number of the run that made the model
/// @param grid strikes and expirations
/// @param rows for each rung of the grid its cells, one an expiration
public record TouchNow(Spot spot, int run, TouchGrid grid, List<List<Cell>> rows) {

    /// Keeps copies.
    public TouchNow {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A symbol at a close.
    ///
    /// @param symbol whose options
    /// @param session the session
    /// @param source whose bars were read
    /// @param close USD
    /// @param impliedVolatility in use, an annualised fraction
    public record Spot(Symbol symbol, LocalDate session, DataSource source, double close, double impliedVolatility) {}

    /// The answer for one option.
    ///
    /// @param probability the model's
    /// @param closedForm of a price without drift, for comparison
    /// @param learned whether the model has seen options so far from the price; if not, its answer is a guess
    public record Cell(double probability, double closedForm, boolean learned) {}
}

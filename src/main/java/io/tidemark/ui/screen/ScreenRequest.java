package io.tidemark.ui.screen;

import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.List;

/// What one screen may ask another to show, without knowing it.
public sealed interface ScreenRequest {

    /// One day on the chart, with its card open.
    ///
    /// @param day a New York session date
    record Day(LocalDate day) implements ScreenRequest {}

    /// Some days, to step through on the chart.
    ///
    /// @param title what they have in common: `Labelled BU, predicted LV`
    /// @param days ascending
    record Days(String title, List<LocalDate> days) implements ScreenRequest {
        /// Copies the list.
        public Days {
            days = List.copyOf(days);
        }
    }

    /// One symbol's rows.
    ///
    /// @param symbol which
    record OfSymbol(Symbol symbol) implements ScreenRequest {}

    /// One kept run.
    ///
    /// @param id as the registry names it
    record Run(String id) implements ScreenRequest {}
}

package io.tidemark.pipeline;

import io.tidemark.market.BarSeries;
import io.tidemark.regime.RegimeSpell;
import java.time.LocalDate;

/// A spell of a regime with its dates and what the price did meanwhile.
///
/// @param spell which sessions
/// @param first date of the first
/// @param last date of the last
/// @param change from the close before the first session to the close of the last, a fraction; from the first
///        session's open when there is no session before
public record SpellRow(RegimeSpell spell, LocalDate first, LocalDate last, double change) {

    static SpellRow of(RegimeSpell spell, BarSeries spy) {
        double before = spell.first() == 0 ? spy.open(0) : spy.close(spell.first() - 1);
        return new SpellRow(spell, spy.date(spell.first()), spy.date(spell.last()),
                spy.close(spell.last()) / before - 1);
    }
}

package io.tidemark.ui.regimes;

import io.tidemark.market.BarSeries;
import io.tidemark.pipeline.DayCard;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RuleHit;

/// One day in three lines: its numbers, why it has its regime, and what would change that.
final class ReadOut {
    private ReadOut() {
    }

    static String numbers(BarSeries spy, int day, DayCard card) {
        return "%s   O %s  H %s  L %s  C %s   VIX %s   return20 %s   SMA50 %s".formatted(Numbers.day(card.date()),
                Numbers.price(spy.open(day)), Numbers.price(spy.high(day)), Numbers.price(spy.low(day)),
                Numbers.price(spy.close(day)), Numbers.price(card.inputs().vix()),
                Numbers.signedPercent(card.inputs().return20(), 2), Numbers.price(card.inputs().sma50()));
    }

    static String verdict(DayCard card) {
        Regime label = card.label();
        RuleHit hit = card.hit();
        if (label == null || hit == null) {
            return "No label: a number the rules look at is missing on this day.";
        }
        String why = card.override().map(mark -> "set by a person: " + mark.note()).orElse(hit.text());
        return label.code() + "  " + label.title() + ", " + why + ".";
    }

    static String outlook(DayCard card) {
        Regime label = card.label();
        String flip = card.flips().isEmpty() ? "" : "Nearest flip: " + card.flips().getFirst().text() + ".   ";
        String model = card.modelSays().filter(says -> says != label).map(says -> "Model: " + says.code()).orElse("");
        return (flip + model).strip();
    }
}

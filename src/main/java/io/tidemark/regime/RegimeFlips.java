package io.tidemark.regime;

import io.tidemark.regime.Condition.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Finds how near a session is to another regime.
///
/// Each number is moved alone, up and down, over the bounds of the rules, until the regime changes. To compare points
/// of VIX with percents of return, distances are measured in usual moves: the median size of the number's change from
/// one session to the next. What holds on a bound alone and not beyond it (a return of exactly -5 %) is passed over.
public final class RegimeFlips {
    private static final List<Quantity> MOVED = List.of(Quantity.VIX, Quantity.RETURN_20, Quantity.CLOSE_LESS_SMA_50);

    private final double[] usual;

    private RegimeFlips(double[] usual) {
        this.usual = usual;
    }

    /// Learns the usual moves of some sessions.
    public static RegimeFlips of(RegimeSessions sessions) {
        return new RegimeFlips(MOVED.stream().mapToDouble(quantity -> usualMove(sessions, quantity)).toArray());
    }

    private static double usualMove(RegimeSessions sessions, Quantity quantity) {
        var moves = DoubleStream.builder();
        double before = Double.NaN;
        for (int i = 0; i < sessions.size(); i++) {
            double now = quantity.of(sessions.inputs(i));
            if (!Double.isNaN(now - before)) {
                moves.add(Math.abs(now - before));
            }
            before = now;
        }
        double[] sizes = moves.build().sorted().toArray();
        return sizes.length == 0 ? Double.NaN : sizes[sizes.length / 2];
    }

    /// The flips of a session, at most one a number and direction, the nearest first; none for a session without all
    /// its numbers.
    public List<RegimeFlip> of(RegimeInputs inputs, RegimeRules rules) {
        var flips = new ArrayList<RegimeFlip>();
        if (inputs.areComplete()) {
            Regime now = rules.firstFit(inputs).regime();
            for (int i = 0; i < MOVED.size(); i++) {
                var from = new From(inputs, rules, now, MOVED.get(i), usual[i]);
                from.upwards().ifPresent(flips::add);
                from.downwards().ifPresent(flips::add);
            }
        }
        flips.sort(Comparator.comparingDouble(RegimeFlip::usualDays));
        return List.copyOf(flips);
    }

    /// The search for one number.
    private record From(RegimeInputs inputs, RegimeRules rules, Regime now, Quantity quantity, double usual) {

        Optional<RegimeFlip> upwards() {
            double value = quantity.of(inputs);
            for (double bound : bounds()) {
                Regime beyond = regime(bound, 1);
                if (bound >= value && beyond != now) {
                    boolean at = bound > value && regime(bound, 0) == beyond;
                    return flip(at ? Comparison.AT_LEAST : Comparison.ABOVE, bound, beyond);
                }
            }
            return Optional.empty();
        }

        Optional<RegimeFlip> downwards() {
            double value = quantity.of(inputs);
            double[] bounds = bounds();
            for (int i = bounds.length - 1; i >= 0; i--) {
                double bound = bounds[i];
                Regime beyond = regime(bound, -1);
                if (bound <= value && beyond != now) {
                    boolean at = bound < value && regime(bound, 0) == beyond;
                    return flip(at ? Comparison.AT_MOST : Comparison.BELOW, bound, beyond);
                }
            }
            return Optional.empty();
        }

        private Optional<RegimeFlip> flip(Comparison comparison, double bound, Regime regime) {
            double value = quantity.of(inputs);
            return Optional.of(new RegimeFlip(new Condition(quantity, comparison, bound), value, regime,
                    Math.abs(bound - value) / usual));
        }

        /// Where the rules change their mind about the number, ascending.
        private double[] bounds() {
            return rules.inOrder().stream().flatMap(rule -> rule.conditions().stream()).flatMapToDouble(condition -> {
                if (condition.quantity() == quantity) {
                    return DoubleStream.of(condition.bound());
                }
                boolean sized = condition.quantity() == Quantity.SIZE_OF_RETURN_20 && quantity == Quantity.RETURN_20;
                return sized ? DoubleStream.of(-condition.bound(), condition.bound()) : DoubleStream.empty();
            }).sorted().distinct().toArray();
        }

        /// The regime with the number at a bound, or just above or below it.
        private Regime regime(double bound, int side) {
            RegimeInputs moved = switch (quantity) {
                case VIX -> new RegimeInputs(beside(bound, side), inputs.return20(), inputs.close(), inputs.sma50());
                case RETURN_20, SIZE_OF_RETURN_20 ->
                    new RegimeInputs(inputs.vix(), beside(bound, side), inputs.close(), inputs.sma50());
                case CLOSE_LESS_SMA_50 -> new RegimeInputs(inputs.vix(), inputs.return20(),
                        beside(inputs.sma50() + bound, side), inputs.sma50());
            };
            return rules.firstFit(moved).regime();
        }

        private static double beside(double number, int side) {
            return side == 0 ? number : side > 0 ? Math.nextUp(number) : Math.nextDown(number);
        }
    }

    @Override
    public String toString() {
        return "usual moves of " + MOVED + ": " + Arrays.toString(usual);
    }
}

package io.tidemark.touch;

import io.tidemark.touch.PotSampling.Density;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// Draws the options of one symbol so that a longer history adds options and changes none.
///
/// Months are drawn in rounds ([SamplingMonth]). Each draw has a level: its round plus its place in it, between 0 and
/// 1. A first set takes the lowest levels until the number asked for is reached; the highest level taken is the
/// [Density]. A grown set takes every draw up to that density, or up to another one since a given day. An option enters
/// once its expiration is not after the last bar, touched or not: keeping the early touches of unfinished windows would
/// raise the base rate.
final class OptionSampler {
    /// Options that start on one weekday, at most; a history that needs more is too short for the number asked for.
    private static final int MAX_ROUNDS = 1000;
    private static final double DAYS_PER_YEAR = 365;
    /// Farthest strike as `|ln(strike / price)|`: a hundredth or a hundred times the price is listed nowhere.
    private static final double FARTHEST = StrictMath.log(100);

    private final Underlying underlying;
    private final PotSampling sampling;
    private final List<SamplingMonth> months;
    private final SampledOptions drawn;
    private int rounds;

    /// The options of a symbol and the density they lie at.
    ///
    /// @param options in order of drawing
    /// @param density to draw the next options at, when the history has grown
    record Sample(SampledOptions options, Density density) {}

    private OptionSampler(Underlying underlying, PotSampling sampling) {
        this.underlying = underlying;
        this.sampling = sampling;
        this.months = months(underlying).map(
                month -> new SamplingMonth(sampling.seed(), underlying.bars().symbol(), month)).toList();
        this.drawn = new SampledOptions(underlying.bars().size());
    }

    /// Draws the options of a symbol.
    ///
    /// @throws NotEnoughHistory when the symbol's sessions cannot carry as many options as asked for
    static Sample sample(Underlying underlying, PotSampling sampling) {
        if (!underlying.canCarry(sampling.minDays())) {
            throw NotEnoughHistory.noStart(underlying, sampling);
        }
        return new OptionSampler(underlying, sampling).draw();
    }

    private static Stream<YearMonth> months(Underlying underlying) {
        var first = YearMonth.from(underlying.bars().date(0));
        var last = YearMonth.from(underlying.bars().date(underlying.bars().size() - 1));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    private Sample draw() {
        var first = underlying.bars().date(0);
        Density density = sampling.density(underlying.bars().symbol()).filter(fixed -> !first.isBefore(fixed.from()))
                .orElseGet(() -> new Density(firstSet(), first));
        while (rounds <= density.rowsPerWeekday() * sampling.mostGrowth()) {
            drawRound();
        }
        drawn.cutAbove(bar -> density.rowsPerWeekday() * sampling.growthOn(underlying.bars().date(bar)));
        return new Sample(drawn, density);
    }

    private double firstSet() {
        while (drawn.size() < sampling.samplesPerSymbol()) {
            if (rounds == MAX_ROUNDS) {
                throw NotEnoughHistory.tooDense(underlying, sampling);
            }
            drawRound();
        }
        return drawn.levelOf(sampling.samplesPerSymbol());
    }

    private void drawRound() {
        int round = rounds++;
        for (SamplingMonth month : months) {
            double phase = month.nextRound();
            for (int i = 0; i < month.size(); i++) {
                drawOption(month.day(i), month.random(), round + (i + phase) / month.size());
            }
        }
    }

    /// Always takes the same number of draws from the stream, whether an option comes of it or not.
    private void drawOption(int day, KeyedRandom random, double level) {
        var right = random.nextLong() < 0 ? OptionRight.PUT : OptionRight.CALL;
        int days = sampling.minDays() + random.nextInt(sampling.maxDays() - sampling.minDays() + 1);
        double z = sampling.minZ() + random.nextDouble() * (sampling.maxZ() - sampling.minZ());
        double premium = random.nextDouble();
        double noise = random.nextDouble();
        int bar = underlying.sessions().at(day);
        if (bar < 0 || !underlying.isStart(bar) || day + days > underlying.lastDay()) {
            return;
        }
        double volatility = underlying.impliedVolatility().at(bar, premium, noise);
        double distance = z * volatility * Math.sqrt(days / DAYS_PER_YEAR);
        if (distance > FARTHEST) {
            return;
        }
        double price = underlying.bars().close(bar);
        double target = price * StrictMath.exp(right.direction() * distance);
        drawn.add(bar, day + days, right, StrikeLadder.near(price, target, right), volatility, level);
    }
}

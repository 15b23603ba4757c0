package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the touch model sees of any option on a symbol at the close of one session: the training's own arithmetic.
///
/// The implied volatility is the one given; else that of the bars of it; else the training's stand-in without its
/// chance: VIX for SPY, past volatility with the middle of its premium for any other symbol. Immutable.
public final class TouchFeatures {
    /// The middle of what the training draws from.
    private static final double MIDDLE = 0.5;

    private final Underlying underlying;
    private final int bar;
    private final OptionalDouble given;

    private TouchFeatures(Underlying underlying, int bar, OptionalDouble given) {
        if (bar < Underlying.WARM_UP) {
            throw new IllegalArgumentException("options on " + underlying.bars().symbol() + " need "
                    + (Underlying.WARM_UP + 1) + " sessions of bars up to their start, not " + (bar + 1));
        }
        this.underlying = underlying;
        this.bar = bar;
        this.given = given;
    }

    /// At the close of the last bar.
    ///
    /// @param bars the underlying, the last bar complete; at least 61
    /// @param vix bars of VIX
    /// @throws IllegalArgumentException when there are too few bars
    public static TouchFeatures of(BarSeries bars, BarSeries vix) {
        return of(bars, vix, null);
    }

    /// The same with bars of the symbol's option-implied volatility, as the training takes them where they are known.
    ///
    /// @param volatilities closes are annualised fractions
    /// @throws IllegalArgumentException when there are too few bars
    public static TouchFeatures of(BarSeries bars, BarSeries vix, @Nullable BarSeries volatilities) {
        return new TouchFeatures(Underlying.of(bars, vix, volatilities), bars.size() - 1, OptionalDouble.empty());
    }

    /// At the close of another session of the same bars.
    ///
    /// @throws IllegalArgumentException when it is no session, or too early in the bars
    public TouchFeatures on(LocalDate session) {
        int at = underlying.bars().indexOf(session);
        if (at < 0) {
            throw new IllegalArgumentException(session + " is no session of " + symbol());
        }
        return new TouchFeatures(underlying, at, given);
    }

    /// With an implied volatility that the bot knows, an annualised fraction.
    ///
    /// @throws IllegalArgumentException when it is not above 0 and finite
    public TouchFeatures withImpliedVolatility(double volatility) {
        if (!(volatility > 0 && volatility < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an implied volatility is a fraction above 0, not " + volatility);
        }
        return new TouchFeatures(underlying, bar, OptionalDouble.of(volatility));
    }

    /// Whose options.
    public Symbol symbol() {
        return underlying.bars().symbol();
    }

    /// The session at whose close the options are looked at.
    public LocalDate date() {
        return underlying.bars().date(bar);
    }

    /// The close of that session, USD.
    public double close() {
        return underlying.bars().close(bar);
    }

    /// The implied volatility in use, an annualised fraction.
    ///
    /// @throws IllegalArgumentException when none is given and VIX is missing on that day
    public double impliedVolatility() {
        if (given.isPresent()) {
            return given.getAsDouble();
        }
        if (!underlying.impliedVolatility().isKnown(bar)) {
            throw new IllegalArgumentException("the implied volatility of " + symbol() + " on " + date()
                    + " is unknown: VIX has no bar of that day. Download again, or give the volatility.");
        }
        return underlying.impliedVolatility().at(bar, MIDDLE, MIDDLE);
    }

    /// Whether the close lies at or beyond a strike, so that there is nothing left to tell.
    public boolean isReached(OptionRight right, double strike) {
        return right.direction() * (strike - close()) <= 0;
    }

    /// The features of an option by name.
    ///
    /// @param names columns of [PotFeature], in the order wanted
    /// @param strike USD, `> 0`
    /// @param expiration last day on which a touch counts
    /// @throws IllegalArgumentException when a name is unknown, or the expiration is not after the session
    public Map<String, Double> of(List<String> names, OptionRight right, double strike, LocalDate expiration) {
        var option = option(right, strike, expiration);
        var features = new LinkedHashMap<String, Double>();
        for (String name : names) {
            features.put(name, option.value(PotFeature.ofColumn(name)));
        }
        return features;
    }

    /// The closed-form probability of a touch, [BarrierProbability#neutral], to six decimals: what the model has to
    /// beat.
    public double baseline(OptionRight right, double strike, LocalDate expiration) {
        return isReached(right, strike) ? 1 : option(right, strike, expiration).baseline();
    }

    private OptionOnBar option(OptionRight right, double strike, LocalDate expiration) {
        if (!expiration.isAfter(date())) {
            throw new IllegalArgumentException("an option that expires on " + expiration
                    + " is over at the close of " + date());
        }
        return new OptionOnBar(underlying, bar, right, strike, Math.toIntExact(expiration.toEpochDay()),
                impliedVolatility());
    }
}

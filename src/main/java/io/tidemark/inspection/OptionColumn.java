package io.tidemark.inspection;

import java.util.List;
import java.util.Locale;

/// What is known of a sampled option, a column each.
public enum OptionColumn {
    /// Whose option it is.
    SYMBOL(Kind.CHOICE),
    /// The session at whose close it is looked at.
    START(Kind.DATE),
    /// Last day on which a touch counts.
    EXPIRATION(Kind.DATE),
    /// Calendar days from start to expiration.
    DAYS(Kind.WHOLE),
    /// `call` or `put`.
    RIGHT(Kind.CHOICE),
    /// USD.
    STRIKE(Kind.DECIMAL),
    /// Close of the start, USD.
    SPOT(Kind.DECIMAL),
    /// From spot to strike in percent of the spot, positive on either side.
    DISTANCE(Kind.DECIMAL),
    /// Distance in units of risk, `|ln(strike / spot)| / (iv sqrt(days / 365))`.
    Z(Kind.DECIMAL),
    /// Annualised fraction.
    IMPLIED_VOLATILITY(Kind.DECIMAL),
    /// `real` or `proxy`: where the implied volatility comes from.
    IV_SOURCE(Kind.CHOICE),
    /// `sampled` or `real`: where the option comes from.
    ORIGIN(Kind.CHOICE),
    /// Of the 20 sessions before, annualised fraction.
    HISTORICAL_VOLATILITY(Kind.DECIMAL),
    /// Return over the 20 sessions before, fraction.
    MOMENTUM(Kind.DECIMAL),
    /// `yes` or `no`.
    TOUCHED(Kind.CHOICE),
    /// First session that touched the strike; missing where none did.
    TOUCH_DATE(Kind.DATE),
    /// Calendar days from the start to the first touch; missing where there was none.
    TOUCH_DAY(Kind.WHOLE),
    /// Closed-form probability of a touch.
    CLOSED_FORM(Kind.DECIMAL),
    /// Probability of a touch by the model in use; missing when there is none.
    MODEL(Kind.DECIMAL);

    private static final List<OptionColumn> FEATURES = List.of(DISTANCE, RIGHT, DAYS, IMPLIED_VOLATILITY,
            HISTORICAL_VOLATILITY, MOMENTUM);

    private final Kind kind;

    OptionColumn(Kind kind) {
        this.kind = kind;
    }

    /// What the values of a column are.
    public enum Kind {
        /// One of a few names.
        CHOICE,
        /// Days since 1970-01-01.
        DATE,
        /// Whole numbers.
        WHOLE,
        /// Any numbers.
        DECIMAL
    }

    /// What the values are.
    public Kind kind() {
        return kind;
    }

    /// Whether values are whole numbers, days included.
    boolean isWhole() {
        return kind == Kind.WHOLE || kind == Kind.DATE;
    }

    /// The name in files, such as `implied_volatility`.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OptionColumn ofFileName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// The six that the model sees; the right stands for the direction.
    public static List<OptionColumn> features() {
        return FEATURES;
    }
}

package io.tidemark.gateway.official;

import com.ib.client.Decimal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// IBKR's numbers, in which the largest double stands for "not told".
final class Numbers {

    private Numbers() {
    }

    /// The shortest decimal that reads as the same double: what the server wrote, trailing zeros aside.
    static BigDecimal decimal(double value) {
        return Double.isFinite(value) && value != Double.MAX_VALUE
                ? shortest(BigDecimal.valueOf(value))
                : BigDecimal.ZERO;
    }

    /// A size; zero when there is none.
    static BigDecimal decimal(@Nullable Decimal value) {
        return value != null && value.isValid() ? shortest(value.value()) : BigDecimal.ZERO;
    }

    /// IBKR's client pads sizes to sixteen places.
    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// What a model computed, NaN when it did not.
    static double computed(double value) {
        return value == Double.MAX_VALUE ? Double.NaN : value;
    }
}

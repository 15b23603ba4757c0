package io.tidemark.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One listed option.
///
/// @param underlying whose option
/// @param expiration last trading day
/// @param strike USD, as listed: not adjusted for later splits
/// @param call whether it is a call; a put otherwise
public record OptionContract(Symbol underlying, LocalDate expiration, BigDecimal strike, boolean call) {

    /// Two of them are equal when the strikes are the same number, however many zeros they are written with.
    public OptionContract {
        strike = strike.signum() == 0 ? BigDecimal.ZERO : strike.stripTrailingZeros();
    }

    @Override
    public String toString() {
        return underlying + " " + expiration + " " + strike.toPlainString() + (call ? " call" : " put");
    }
}

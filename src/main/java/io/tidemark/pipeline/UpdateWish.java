package io.tidemark.pipeline;

import io.tidemark.market.Symbol;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What an update is asked for beyond bringing everything up to today.
///
/// @param growth options that enter for each new month, as a multiple of as many as the first set has a month
/// @param trueJumps symbols whose jumps, which look like splits, are moves of the market
/// @param policy when a new model takes the champion's place
/// @param rules makes the rules that it is held to from those of the workspace
public record UpdateWish(double growth, Set<Symbol> trueJumps, PromotionPolicy policy,
        UnaryOperator<PromotionRules> rules) {
    /// Most that can be asked for.
    public static final double MOST_GROWTH = 10;

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the growth is out of range; the message says what is allowed
    public UpdateWish {
        if (!(growth >= 0 && growth <= MOST_GROWTH)) {
            throw new IllegalArgumentException("growth: takes 0 to 10 times the initial density, not " + growth);
        }
        trueJumps = Set.copyOf(trueJumps);
    }

    /// As densely sampled as before, and models in use when they are not worse.
    public static UpdateWish usual() {
        return new UpdateWish(1, Set.of(), PromotionPolicy.IF_NOT_WORSE, UnaryOperator.identity());
    }
}

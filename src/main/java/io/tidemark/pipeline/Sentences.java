package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.market.Symbol;
import java.util.Locale;

/// Words for a person, made from the outcomes of the stages.
public final class Sentences {
    private Sentences() {
    }

    /// Two texts as sentences, each with its full stop.
    static String of(String first, String second) {
        return second.isBlank() ? ended(first) : ended(first) + " " + ended(second);
    }

    /// A reason as a sentence, with a capital and a full stop.
    public static String of(String reason) {
        String whole = ended(reason);
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }

    /// Why no bars of `symbol` came, and what to do.
    public static String failed(Symbol symbol, FetchResult result) {
        String because = switch (result) {
            case FetchResult.Bars bars ->
                throw new IllegalArgumentException("bars are no failure: " + bars.bars().size());
            case FetchResult.NoData none -> of("no bars there: " + none.text(),
                    "Check the symbol, and that your account may see its history");
            case FetchResult.Paced paced -> of("asked too often: " + paced.text(),
                    "Try again in " + Math.max(1, paced.retryAfter().toSeconds()) + " s");
            case FetchResult.Refused refused -> of("refused with error " + refused.code() + ": " + refused.text(),
                    refused.advice());
            case FetchResult.TimedOut late -> of("no " + late.what() + " within " + late.waited().toSeconds() + " s",
                    "Check in TWS that the history farm is connected, and try again");
            case FetchResult.Disconnected lost -> of("the connection was lost: " + lost.reason(), lost.advice());
        };
        return symbol + ": " + because;
    }

    private static String ended(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
    }
}

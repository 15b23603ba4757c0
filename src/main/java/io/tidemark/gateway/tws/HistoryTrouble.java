package io.tidemark.gateway.tws;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What code 162 can mean: one number for everything that goes wrong with history, told apart by its text.
enum HistoryTrouble {
    /// Too many requests.
    PACING("pacing violation"),
    /// A valid question without an answer.
    NO_DATA("returned no data"),
    /// The query was given up; we ignore the echo of our own cancelling before it comes here.
    CANCELLED("query cancelled"),
    /// The login lacks a subscription.
    NO_PERMISSION("no market data permissions|requires additional subscription"),
    /// Another login holds the session.
    OTHER_ADDRESS("different ip address"),
    /// The question itself is wrong.
    BAD_QUESTION("invalid step|time length exceed"),
    /// None of the known texts, or a translated one.
    OTHER("");

    private static final Pattern VENUE = Pattern.compile("permissions for (\\S+) (STK|IND)", Pattern.CASE_INSENSITIVE);

    private final Pattern mark;

    HistoryTrouble(String mark) {
        this.mark = Pattern.compile(mark, Pattern.CASE_INSENSITIVE);
    }

    /// Reads the text of a 162.
    static HistoryTrouble of(String text) {
        return Arrays.stream(values()).filter(each -> each.mark.matcher(text).find()).findFirst().orElse(OTHER);
    }

    /// What a person can do about it, one sentence.
    String advice(String text) {
        return switch (this) {
            case PACING -> "Wait; the next request follows by itself once IBKR allows it.";
            case NO_DATA -> "Check that the symbol traded in the time asked for.";
            case CANCELLED -> "Try again; if TWS gives up again, restart it.";
            case NO_PERMISSION -> "Subscribe to " + subscription(text)
                    + " in IBKR's Client Portal: history over the API needs the live subscription of the venue, even "
                    + "where TWS draws a delayed chart.";
            case OTHER_ADDRESS -> "Log out of IBKR in the other place, such as a phone or a web page, then try again.";
            case BAD_QUESTION -> "Please report it: TWS does not accept the length or the step that was asked for.";
            case OTHER -> "Read TWS's own words; if they do not help, restart TWS and try again.";
        };
    }

    /// The subscription that covers a venue, by IBKR's names.
    private static String subscription(String text) {
        Matcher matcher = VENUE.matcher(text);
        String venue = matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
        return switch (venue) {
            case "ISLAND", "NASDAQ" -> "'NASDAQ (Network C/UTP)'";
            case "ARCA", "AMEX", "BATS", "IEX" -> "'NYSE American, BATS, ARCA, IEX (Network B)'";
            case "NYSE" -> "'NYSE (Network A/CTA)'";
            case "CBOE" -> "'Cboe Streaming Market Indexes'";
            default -> "the market data of its exchange";
        };
    }
}

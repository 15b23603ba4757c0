package io.tidemark.gateway.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that a demo gateway can do wrong, each a thing that real gateways do.
public enum FaultKind {
    /// The greeting is never answered: a wedged gateway.
    NO_HANDSHAKE("no-handshake", FaultArgument.none(),
            "takes the connection and never answers the greeting, like a wedged gateway"),
    /// Another server version is announced.
    VERSION("version", FaultArgument.number("N", "173"), "announces server version 173 (or as given, such as 200)"),
    /// The client id is refused.
    CLIENT_ID_IN_USE("error-326", FaultArgument.none(), "says that the client id is in use, and hangs up"),
    /// The paper trading disclaimer is open.
    DISCLAIMER("error-10141", FaultArgument.none(),
            "says that the paper trading disclaimer is not accepted, and hangs up"),
    /// The history farm is broken at first.
    FARM_BROKEN("farm-broken", FaultArgument.seconds("1"),
            "sends 2105 (history farm broken) on connecting and 2106 (farm OK) 1 s later (or as given); "
                    + "requests for bars in between stay unanswered"),
    /// The link from the gateway to its servers is lost on a request.
    LINK_LOST("link-lost", FaultArgument.oneOf("1102", "1101"),
            "sends 1100 (link lost) instead of bars, 1 s later 1102 (restored) or 1101 (restored, data lost)"),
    /// A request is never answered.
    NO_ANSWER("no-answer", FaultArgument.oneOf("bars", "contract"),
            "never answers a request for bars (or for the contract)"),
    /// A request is answered late.
    DELAY("delay", FaultArgument.seconds("5"), "answers a request for bars after 5 s (or the seconds given)"),
    /// One of the many meanings of code 162.
    HISTORY_ERROR("error-162",
            FaultArgument.oneOf("pacing", "no-data", "cancelled", "permissions", "other-session", "step", "length"),
            "answers a request for bars with error 162 in one of its meanings"),
    /// The contract is not known, or not clear.
    NO_CONTRACT("error-200", FaultArgument.oneOf("unknown", "ambiguous"),
            "answers a request about a contract, or for its bars, with error 200"),
    /// The request is refused.
    INVALID("error-321", FaultArgument.none(), "answers a request for bars with error 321 (validation failed)"),
    /// The answer breaks off.
    CLOSE_MID_FRAME("close-mid-frame", FaultArgument.none(), "hangs up in the middle of the bars"),
    /// The answer comes in single bytes.
    SPLIT_FRAME("split-frame", FaultArgument.none(), "sends the bars byte by byte"),
    /// Volumes count lots.
    LOTS("lots", FaultArgument.none(), "gives volumes in lots of 100 shares"),
    /// Today's running bar is there.
    PARTIAL_BAR("partial-bar", FaultArgument.none(),
            "sets the clock to noon of today's session and adds its unfinished bar"),
    /// A split has restated the past.
    SPLIT("split", FaultArgument.split("4"),
            "restates the whole past for a split of 4:1 (or as given, such as 10 or 1/8), from the day given on"),
    /// One session is absent.
    MISSING_DAY("missing-day", FaultArgument.date(), "leaves out the bar in the middle (or of the date given)"),
    /// One session is there twice.
    DUPLICATE_BAR("duplicate-bar", FaultArgument.date(), "sends the bar in the middle (or of the date given) twice"),
    /// The last bar has been corrected.
    CHANGED_BAR("changed-bar", FaultArgument.none(), "raises the close of the last bar by a hundredth"),
    /// A bar contradicts itself.
    BAD_BAR("bad-bar", FaultArgument.date(), "swaps high and low of the bar in the middle (or of the date given)");

    private final String text;
    private final String usage;
    private final String standard;
    private final Pattern form;
    private final String description;

    FaultKind(String text, FaultArgument argument, String description) {
        this.text = text;
        this.usage = argument.usage();
        this.standard = argument.standard();
        this.form = argument.form();
        this.description = description;
    }

    /// The name in a command line.
    public String text() {
        return text;
    }

    /// How it is written, its argument included: `delay[:SECONDS]`.
    public String usage() {
        return usage.isEmpty() ? text : text + "[:" + usage + "]";
    }

    /// What it does, one line.
    public String description() {
        return description;
    }

    /// The argument that is meant when none is given; empty when there is none.
    String standard() {
        return standard;
    }

    /// Whether an argument has the form that this kind takes.
    boolean takes(String argument) {
        return form.matcher(argument).matches()
                && FaultArgument.dateIn(argument).map(FaultKind::isDate).orElse(true);
    }

    private static boolean isDate(String argument) {
        try {
            return LocalDate.parse(argument).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static Optional<FaultKind> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FaultKind::text).toList();
    }
}

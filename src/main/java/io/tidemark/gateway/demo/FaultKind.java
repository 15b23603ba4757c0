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
    NO_HANDSHAKE("no-handshake", "", "", "takes the connection and never answers the greeting, like a wedged gateway"),
    /// Another server version is announced.
    VERSION("version", "173", "\\d{1,4}", "announces server version 173 (or 200, or any other number)"),
    /// The client id is refused.
    CLIENT_ID_IN_USE("error-326", "", "", "says that the client id is in use, and hangs up"),
    /// The paper trading disclaimer is open.
    DISCLAIMER("error-10141", "", "", "says that the paper trading disclaimer is not accepted, and hangs up"),
    /// The history farm is broken at first.
    FARM_BROKEN("farm-broken", "1", Form.SECONDS,
            "sends 2105 (history farm broken) on connecting, 2106 (farm OK) after 1 s (or the seconds given); "
                    + "requests for bars in between stay unanswered"),
    /// The link from the gateway to its servers is lost on a request.
    LINK_LOST("link-lost", "1102", "1101|1102",
            "answers a request for bars with 1100 (link lost), then 1102 (restored) or, as link-lost:1101, "
                    + "1101 (restored, data lost); the request itself is lost"),
    /// A request is never answered.
    NO_ANSWER("no-answer", "bars", "bars|contract", "never answers a request for bars (or for the contract)"),
    /// A request is answered late.
    DELAY("delay", "5", Form.SECONDS, "answers a request for bars after 5 s (or the seconds given)"),
    /// One of the many meanings of code 162.
    HISTORY_ERROR("error-162", "pacing", "pacing|no-data|cancelled|permissions|other-session|step|length",
            "answers a request for bars with error 162: pacing, no-data, cancelled, permissions, other-session, step "
                    + "or length"),
    /// The contract is not known, or not clear.
    NO_CONTRACT("error-200", "unknown", "unknown|ambiguous",
            "answers the next request about a contract with error 200: unknown or ambiguous"),
    /// The request is refused.
    INVALID("error-321", "", "", "answers a request for bars with error 321 (validation failed)"),
    /// The answer breaks off.
    CLOSE_MID_FRAME("close-mid-frame", "", "", "hangs up in the middle of the bars"),
    /// The answer comes in single bytes.
    SPLIT_FRAME("split-frame", "", "", "sends the bars byte by byte"),
    /// Volumes count lots.
    LOTS("lots", "", "", "gives volumes in lots of 100 shares"),
    /// Today's running bar is there.
    PARTIAL_BAR("partial-bar", "", "", "sets the clock to noon of today's session and adds its unfinished bar"),
    /// A split has restated the past.
    SPLIT("split", "4", "[1-9]\\d{0,2}", "restates the whole past for a split of 4:1 (or the ratio given)"),
    /// One session is absent.
    MISSING_DAY("missing-day", "", Form.DATE_OR_NONE, "leaves out the bar in the middle (or of the date given)"),
    /// One session is there twice.
    DUPLICATE_BAR("duplicate-bar", "", Form.DATE_OR_NONE, "sends the bar in the middle (or of the date given) twice"),
    /// The last bar has been corrected.
    CHANGED_BAR("changed-bar", "", "", "changes the close of the last bar by a hundredth"),
    /// A bar contradicts itself.
    BAD_BAR("bad-bar", "", Form.DATE_OR_NONE,
            "swaps high and low of the bar in the middle (or of the date given)");

    /// Forms that several arguments share.
    private static final class Form {
        static final String SECONDS = "\\d{1,5}(\\.\\d{1,3})?";
        static final String DATE_OR_NONE = "|\\d{4}-\\d{2}-\\d{2}";
    }

    private final String text;
    private final String standard;
    private final Pattern form;
    private final String description;

    FaultKind(String text, String standard, String form, String description) {
        this.text = text;
        this.standard = standard;
        this.form = Pattern.compile(form);
        this.description = description;
    }

    /// The name in a command line.
    public String text() {
        return text;
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
        return form.matcher(argument).matches() && (!form.pattern().equals(Form.DATE_OR_NONE) || isDate(argument));
    }

    private static boolean isDate(String argument) {
        try {
            return argument.isEmpty() || LocalDate.parse(argument) != null;
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

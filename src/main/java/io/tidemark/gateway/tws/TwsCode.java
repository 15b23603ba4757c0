package io.tidemark.gateway.tws;

import io.tidemark.gateway.Severity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The codes of TWS that concern a reader of bars: what each means, and what follows from it.
///
/// TWS sends errors, warnings and good news in one message. What to do follows from the code **and** from whether the
/// message names one of our requests, never from a range of codes.
enum TwsCode {
    MESSAGE_RATE(100, Scope.REQUEST, Severity.WARNING, Action.SLOW_DOWN, "More messages a second than TWS takes",
            "Wait a moment; if it happens again, close other programs that use the same TWS."),
    TOO_MANY_TICKERS(101, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "More quotes at once than the login allows",
            "Close quotes in other programs that use the same login."),
    DUPLICATE_TICKER(102, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "A request id was used twice",
            "Try again; if it happens again, please report it."),
    HISTORY_TROUBLE(162, Scope.REQUEST, Severity.ERROR, Action.READ_TEXT, "The history service says something",
            "Read TWS's own words; they name the cause."),
    HISTORY_INFORMATION(165, Scope.REQUEST, Severity.INFO, Action.TELL, "News about a history request", ""),
    EXPIRED_CONTRACT(166, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "The contract has expired",
            "Choose a contract that still trades."),
    NO_SUCH_CONTRACT(200, Scope.REQUEST, Severity.ERROR, Action.REFUSE_OUTSIDE_RESET, "No contract, or several, fit",
            "Check the symbol, its exchange and its currency."),
    UNKNOWN_TICKER(300, Scope.REQUEST, Severity.INFO, Action.ASK_AGAIN, "Nothing to cancel under that id", ""),
    UNREADABLE_REQUEST(320, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "TWS could not read a message of ours",
            "Please report it with the log file; updating TWS may help meanwhile."),
    INVALID_REQUEST(321, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "TWS found a request invalid",
            "Read TWS's own words; they name the part that it does not accept."),
    NOT_PROCESSED(322, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "TWS could not process a request",
            "Try again; if it happens again, restart TWS."),
    CLIENT_ID_TAKEN(326, Scope.SESSION, Severity.WARNING, Action.NEXT_CLIENT_ID, "Another client has this client id",
            "Close the other program that uses this TWS, or choose another client id; a killed program holds its "
                    + "id for some seconds."),
    NOT_SUBSCRIBED(354, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "The login has no such market data",
            "Subscribe to the market data in IBKR's Client Portal."),
    NO_SUCH_QUERY(366, Scope.REQUEST, Severity.INFO, Action.ASK_AGAIN, "TWS knows no history request of that id", ""),
    INVALID_REAL_TIME(420, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "No real-time data, often for lack of rights",
            "Subscribe to the market data in IBKR's Client Portal."),
    CANNOT_CONNECT(502, Scope.CLIENT, Severity.ERROR, Action.TELL, "No TCP connection",
            "Check that TWS or IB Gateway runs and is logged in, that 'Enable ActiveX and Socket Clients' is on under "
                    + "Global Configuration, API, Settings, and that the port is right: 7496 TWS live, 7497 TWS "
                    + "paper, 4001 Gateway live, 4002 Gateway paper."),
    VERSION_MISMATCH(503, Scope.CLIENT, Severity.ERROR, Action.TELL, "The server speaks another version",
            "Install a current TWS or IB Gateway and connect again."),
    NOT_CONNECTED(504, Scope.CLIENT, Severity.ERROR, Action.TELL, "Not connected", "Connect first."),
    CONNECTION_ENDED(507, Scope.CLIENT, Severity.ERROR, Action.TELL, "The other side closed the connection",
            "Check that TWS or IB Gateway still runs and is logged in; it closes connections when it restarts, which "
                    + "it does once a day."),
    BAD_ANSWER(508, Scope.CLIENT, Severity.ERROR, Action.TELL, "An answer that makes no sense",
            "Try again later; if it happens again, please report it with the log file."),
    CONNECTION_BROKE(509, Scope.CLIENT, Severity.ERROR, Action.TELL, "The connection broke",
            "Check the network between this computer and TWS."),
    SERVERS_LOST(1100, Scope.SESSION, Severity.WARNING, Action.LINK_LOST, "TWS has lost IBKR's servers",
            "Wait until TWS is connected again; check this computer's internet connection."),
    SERVERS_BACK_EMPTY(1101, Scope.SESSION, Severity.INFO, Action.LINK_BACK, "TWS is back; requests are forgotten", ""),
    SERVERS_BACK(1102, Scope.SESSION, Severity.INFO, Action.LINK_BACK, "TWS is back", ""),
    PORT_CHANGED(1300, Scope.SESSION, Severity.WARNING, Action.MOVE_PORT, "TWS moves to another port",
            "Set the new port in Tidemark's connection settings too."),
    QUOTE_FARM_BROKEN(2103, Scope.SESSION, Severity.WARNING, Action.TELL, "The quote service is away", ""),
    QUOTE_FARM_OK(2104, Scope.SESSION, Severity.INFO, Action.TELL, "The quote service is there", ""),
    HISTORY_FARM_BROKEN(2105, Scope.SESSION, Severity.WARNING, Action.FARM_BROKEN, "The history service is away",
            "Wait some minutes and try again; outages are listed on IBKR's system status page."),
    HISTORY_FARM_OK(2106, Scope.SESSION, Severity.INFO, Action.FARM_USABLE, "The history service is there", ""),
    HISTORY_FARM_IDLE(2107, Scope.SESSION, Severity.INFO, Action.FARM_USABLE, "The history service can be woken", ""),
    QUOTE_FARM_IDLE(2108, Scope.SESSION, Severity.INFO, Action.TELL, "The quote service wakes on demand", ""),
    HOURS_IGNORED(2109, Scope.SESSION, Severity.INFO, Action.IGNORE, "A remark about orders, which we never send", ""),
    SERVER_LINK_BROKEN(2110, Scope.SESSION, Severity.WARNING, Action.LINK_LOST, "TWS's link to IBKR is down",
            "Wait until TWS is connected again; check this computer's internet connection."),
    QUOTE_FARM_CONNECTING(2119, Scope.SESSION, Severity.INFO, Action.TELL, "The quote service is coming", ""),
    HISTORY_FARM_CONNECTING(2120, Scope.SESSION, Severity.INFO, Action.TELL, "The history service is coming", ""),
    DEFINITIONS_FARM_BROKEN(2157, Scope.SESSION, Severity.WARNING, Action.TELL, "The contract service is away", ""),
    DEFINITIONS_FARM_OK(2158, Scope.SESSION, Severity.INFO, Action.TELL, "The contract service is there", ""),
    TIME_WITHOUT_ZONE(2174, Scope.REQUEST, Severity.WARNING, Action.TELL, "A time was sent without its zone", ""),
    DELAYED_INSTEAD(2186, Scope.REQUEST, Severity.INFO, Action.TELL, "Delayed data instead of live", ""),
    SUBSCRIPTION_NEEDED(10089, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "The API needs a further subscription",
            "Subscribe to the market data in IBKR's Client Portal, and accept the Market Data API acknowledgement."),
    PARTLY_SUBSCRIBED(10090, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "A part is not subscribed",
            "Subscribe to the market data in IBKR's Client Portal."),
    PART_NEEDS_SUBSCRIPTION(10091, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "A part needs a subscription",
            "Subscribe to the market data in IBKR's Client Portal, and accept the Market Data API acknowledgement."),
    DISCLAIMER(10141, Scope.SESSION, Severity.ERROR, Action.NEEDS_PERSON, "The paper disclaimer was not accepted",
            "Accept the paper-trading disclaimer in TWS or IB Gateway, then connect again; it comes back after every "
                    + "restart."),
    DELAYED_SHOWN(10167, Scope.REQUEST, Severity.INFO, Action.TELL, "Delayed data instead of live", ""),
    DELAYED_NOT_ENABLED(10168, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "Not subscribed, and no delayed data",
            "Subscribe to the market data in IBKR's Client Portal."),
    UPDATES_FAILED(10182, Scope.REQUEST, Severity.WARNING, Action.ASK_AGAIN, "Updates ended with the connection", ""),
    DELAYED_NOT_AVAILABLE(10186, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "Not subscribed, and no delayed data",
            "Subscribe to the market data in IBKR's Client Portal."),
    OTHER_SESSION(10197, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "The same user is logged in elsewhere",
            "Log out of IBKR in the other place, such as a phone or a web page, then try again."),
    UPDATES_ENDED(10225, Scope.REQUEST, Severity.INFO, Action.ASK_AGAIN, "Updates ended after a correction", ""),
    CLIENT_TOO_OLD(10285, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "TWS finds the client's version too old",
            "Please report it; an update of Tidemark is needed."),
    BAD_END_DATE(10314, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "TWS could not read the end date",
            "Please report it with the log file."),
    END_DATE_NOT_ALLOWED(10339, Scope.REQUEST, Severity.ERROR, Action.REFUSE, "No end date allowed here",
            "Please report it with the log file.");

    private static final Map<Integer, TwsCode> BY_NUMBER = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(TwsCode::number, Function.identity()));

    private final int number;
    private final Scope scope;
    private final Severity severity;
    private final Action action;
    private final String meaning;
    private final String advice;

    TwsCode(int number, Scope scope, Severity severity, Action action, String meaning, String advice) {
        this.number = number;
        this.scope = scope;
        this.severity = severity;
        this.action = action;
        this.meaning = meaning;
        this.advice = advice;
    }

    /// What a code is about.
    enum Scope {
        /// One request, which the message names.
        REQUEST,
        /// The connection as a whole; the message names no request.
        SESSION,
        /// Our side of the connection; TWS never sends it.
        CLIENT
    }

    /// What follows.
    enum Action {
        /// Tell, and go on.
        TELL,
        /// Nothing.
        IGNORE,
        /// The request ends for good.
        REFUSE,
        /// The request ends for good, unless IBKR's nightly reset makes TWS say so wrongly.
        REFUSE_OUTSIDE_RESET,
        /// The words decide: see [HistoryTrouble].
        READ_TEXT,
        /// TWS has dropped the request without an answer.
        ASK_AGAIN,
        /// Requests have to come more slowly; this one has to be sent again.
        SLOW_DOWN,
        /// Connect again with another client id.
        NEXT_CLIENT_ID,
        /// Nothing goes on until a person has acted in TWS.
        NEEDS_PERSON,
        /// TWS is cut off from IBKR; what is under way will not be answered.
        LINK_LOST,
        /// TWS is connected to IBKR again.
        LINK_BACK,
        /// History has to wait.
        FARM_BROKEN,
        /// History may be asked for.
        FARM_USABLE,
        /// The next connection goes to another port, which ends the text.
        MOVE_PORT
    }

    /// The entry of a number, when TWS is known to send it.
    static Optional<TwsCode> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /// TWS's number.
    int number() {
        return number;
    }

    /// What it is about.
    Scope scope() {
        return scope;
    }

    /// How bad it is.
    Severity severity() {
        return severity;
    }

    /// What follows.
    Action action() {
        return action;
    }

    /// What it means, in our words.
    String meaning() {
        return meaning;
    }

    /// What a person can do, one sentence; empty where there is nothing to do.
    String advice() {
        return advice;
    }
}

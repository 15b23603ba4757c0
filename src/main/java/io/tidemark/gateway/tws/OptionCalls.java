package io.tidemark.gateway.tws;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.OptionListing;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.tws.Question.Answer;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ClientMessage.CancelMarketData;
import io.tidemark.gateway.wire.ClientMessage.MarketDataRequest;
import io.tidemark.gateway.wire.ClientMessage.MarketDataTypeRequest;
import io.tidemark.gateway.wire.ClientMessage.OptionParametersRequest;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.ServerMessage.OptionParameters;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.work.Progress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// Questions about options over a session that stands.
final class OptionCalls {
    /// Live quotes where the account has them, else delayed ones.
    private static final int DELAYED_IF_NOT_LIVE = 3;
    private static final String QUOTES_ADVICE = "Subscribe to OPRA and to the exchange of the underlying in IBKR's "
            + "Client Portal to see quotes of options.";

    private final HistoryCall.Tools tools;

    OptionCalls(HistoryCall.Tools tools) {
        this.tools = tools;
    }

    /// Which options are listed on an underlying.
    OptionAnswer<List<OptionListing>> listings(Instrument underlying, Session session, Judge judge,
            Progress progress) {
        return switch (tools.contracts().find(underlying, session, judge, progress)) {
            case ContractBook.Entry.Missing(Attempt attempt) -> new OptionAnswer.Untold<>(attempt.result());
            case ContractBook.Entry.Found(Contract contract) -> listings(contract, session, judge, progress);
        };
    }

    private OptionAnswer<List<OptionListing>> listings(Contract underlying, Session session, Judge judge,
            Progress progress) {
        int id = tools.ids().getAsInt();
        String what = "the options on " + underlying.symbol();
        var question = new Question(notice -> judge.judge(notice, what), Optional.empty());
        var request = new OptionParametersRequest(id, underlying.symbol(), "", underlying.secType(),
                underlying.conId());
        Answer answer = session.ask(id, question, request, tools.deadlines().contract(), progress);
        return told(answer, what, rows -> {
            List<OptionListing> found = rows.stream().flatMap(OptionCalls::listing).toList();
            return found.isEmpty()
                    ? new OptionAnswer.Untold<>(new NoData("IBKR lists no options on " + underlying.symbol()))
                    : new OptionAnswer.Told<>(found);
        });
    }

    private static Stream<OptionListing> listing(ServerMessage row) {
        if (!(row instanceof OptionParameters parameters)) {
            return Stream.empty();
        }
        try {
            List<LocalDate> expirations = parameters.expirations().stream()
                    .map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)).toList();
            return Stream.of(new OptionListing(parameters.exchange(), parameters.tradingClass(),
                    parameters.multiplier(), expirations, parameters.strikes()));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }

    /// The price of an underlying.
    OptionAnswer<Double> price(Instrument underlying, Session session, Judge judge, Progress progress) {
        return switch (tools.contracts().find(underlying, session, judge, progress)) {
            case ContractBook.Entry.Missing(Attempt attempt) -> new OptionAnswer.Untold<>(attempt.result());
            case ContractBook.Entry.Found(Contract contract) -> {
                session.trySend(new MarketDataTypeRequest(DELAYED_IF_NOT_LIVE));
                Answer answer = session
                        .askAll(List.of(snapshot(contract, judge)), pause(), tools.deadlines().contract(),
                                progress)
                        .getFirst();
                yield told(answer, "the price of " + underlying.symbol(), ticks -> {
                    OptionalDouble price = QuoteReading.underlying(ticks);
                    return price.isPresent()
                            ? new OptionAnswer.Told<>(price.getAsDouble())
                            : new OptionAnswer.Untold<>(new NoData("no price of " + underlying.symbol()));
                });
            }
        };
    }

    /// The quotes of options, one answer each.
    List<OptionAnswer<OptionQuote>> quotes(OptionListing listing, List<OptionContract> options, Session session,
            Judge judge, Progress progress) {
        session.trySend(new MarketDataTypeRequest(DELAYED_IF_NOT_LIVE));
        List<Session.Asked> asked = options.stream().map(each -> snapshot(contract(listing, each), judge)).toList();
        List<Answer> answers = session.askAll(asked, pause(), tools.deadlines().contract(), progress);
        var quotes = new ArrayList<OptionAnswer<OptionQuote>>();
        for (int i = 0; i < answers.size(); i++) {
            quotes.add(told(answers.get(i), "quotes of " + options.get(i),
                    ticks -> new OptionAnswer.Told<>(QuoteReading.option(ticks))));
        }
        return quotes;
    }

    /// A batch takes as long to send as the gap between two requests for bars: at TWS 40 messages a second, of 50 that
    /// it takes.
    private Duration pause() {
        return tools.pacer().gap().dividedBy(OptionGateway.QUOTES_AT_ONCE);
    }

    private Session.Asked snapshot(Contract contract, Judge judge) {
        int id = tools.ids().getAsInt();
        var question = new Question(notice -> isRemark(notice) ? Optional.empty() : judge.judge(notice, "quotes"),
                Optional.of(new CancelMarketData(id)));
        ClientMessage request = new MarketDataRequest(id, contract, "", true, "");
        return new Session.Asked(id, question, request);
    }

    /// Such as "delayed data instead of live", which would be told once for every option.
    private static boolean isRemark(Notice notice) {
        return TwsCode.of(notice.code()).filter(code -> code.action() == TwsCode.Action.TELL).isPresent();
    }

    private static Contract contract(OptionListing listing, OptionContract option) {
        return new Contract(0, option.underlying().value(), "OPT",
                DateTimeFormatter.BASIC_ISO_DATE.format(option.expiration()), option.strike(),
                option.call() ? "C" : "P", listing.multiplier(), listing.exchange(), "", "USD", "",
                listing.tradingClass());
    }

    private <T> OptionAnswer<T> told(Answer answer, String what,
            Function<List<ServerMessage>, OptionAnswer<T>> reading) {
        return switch (answer) {
            case Answer.Rows rows -> reading.apply(rows.messages());
            case Answer.Ended ended -> new OptionAnswer.Untold<>(ended.attempt().result());
            case Answer.Lost(Loss loss) ->
                new OptionAnswer.Untold<>(new Disconnected(loss.reason(), loss.advice()));
            case Answer.Late _ -> new OptionAnswer.Untold<>(late(what));
        };
    }

    private FetchResult late(String what) {
        return new TimedOut(what, tools.deadlines().contract(), QUOTES_ADVICE);
    }
}

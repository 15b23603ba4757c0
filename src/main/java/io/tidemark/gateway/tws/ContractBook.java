package io.tidemark.gateway.tws;

import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.tws.Question.Answer;
import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// IBKR's own name for each instrument, asked for once.
final class ContractBook {
    private final Map<Instrument, Contract> known = new ConcurrentHashMap<>();
    private final IntSupplier ids;
    private final Duration deadline;

    /// A book without entries.
    ///
    /// @param ids where request ids come from
    /// @param deadline for an answer
    ContractBook(IntSupplier ids, Duration deadline) {
        this.ids = ids;
        this.deadline = deadline;
    }

    /// What an instrument is at IBKR.
    sealed interface Entry {
        /// Exactly one contract.
        record Found(Contract contract) implements Entry {}

        /// None, several, or no answer.
        record Missing(Attempt attempt) implements Entry {}
    }

    /// Looks an instrument up, asking TWS when it is not known yet.
    Entry find(Instrument instrument, Session session, Judge judge, Progress progress) {
        Contract contract = known.get(instrument);
        return contract == null ? ask(instrument, session, judge, progress) : new Entry.Found(contract);
    }

    private Entry ask(Instrument instrument, Session session, Judge judge, Progress progress) {
        int id = ids.getAsInt();
        String what = "the contract of " + instrument.symbol();
        var question = new Question(notice -> judge.judge(notice, what), Optional.empty());
        var asked = Contract.plain(0, instrument.symbol().value(), instrument.type().code(), instrument.exchange(),
                instrument.primaryExchange(), instrument.currency());
        Answer answer = session.ask(id, question, ContractDetailsRequest.of(id, asked), deadline, progress);
        return switch (answer) {
            case Answer.Rows rows -> choose(instrument, rows.messages());
            case Answer.Ended ended -> new Entry.Missing(ended.attempt());
            case Answer.Lost(Loss loss) ->
                new Entry.Missing(Attempt.of(new Disconnected(loss.reason(), loss.advice())));
            case Answer.Late late -> new Entry.Missing(Attempt.of(new TimedOut(what, deadline,
                    "Try again; if TWS stays silent, restart it.")));
        };
    }

    private Entry choose(Instrument instrument, List<ServerMessage> rows) {
        var byId = new LinkedHashMap<Integer, Contract>();
        rows.forEach(row -> contract(row).ifPresent(each -> byId.putIfAbsent(each.conId(), each)));
        List<Contract> all = List.copyOf(byId.values());
        List<Contract> fitting = all.size() < 2 ? all : listedOn(instrument.primaryExchange(), all);
        if (fitting.size() == 1) {
            known.put(instrument, fitting.getFirst());
            return new Entry.Found(fitting.getFirst());
        }
        return new Entry.Missing(Attempt.of(all.isEmpty() ? none(instrument) : several(instrument, all)));
    }

    private static List<Contract> listedOn(String exchange, List<Contract> contracts) {
        return exchange.isEmpty()
                ? contracts
                : contracts.stream().filter(each -> venue(each.primaryExchange()).equals(venue(exchange))).toList();
    }

    private static Optional<Contract> contract(ServerMessage row) {
        return row instanceof ContractData data ? Optional.of(data.details().contract()) : Optional.empty();
    }

    private static Refused none(Instrument instrument) {
        return new Refused(TwsCode.NO_SUCH_CONTRACT.number(), "IBKR knows no contract for " + instrument.symbol(),
                TwsCode.NO_SUCH_CONTRACT.advice());
    }

    private static Refused several(Instrument instrument, List<Contract> contracts) {
        String list = contracts.stream().map(each -> "%s %s %s %s (contract %d)".formatted(each.symbol(),
                each.secType(), each.primaryExchange(), each.currency(), each.conId()))
                .collect(Collectors.joining(", "));
        return new Refused(TwsCode.NO_SUCH_CONTRACT.number(),
                contracts.size() + " contracts fit " + instrument.symbol() + ": " + list,
                "Name the listing exchange of " + instrument.symbol() + ", one of those in the list.");
    }

    /// Older servers call NASDAQ by the name of the network it bought, ISLAND.
    private static String venue(String exchange) {
        return "ISLAND".equals(exchange) ? "NASDAQ" : exchange;
    }
}

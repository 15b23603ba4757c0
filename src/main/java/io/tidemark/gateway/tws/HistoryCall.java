package io.tidemark.gateway.tws;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Bars;
import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.WhatToShow;
import io.tidemark.gateway.tws.Question.Answer;
import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/// All attempts at one request for bars.
final class HistoryCall {
    /// The only spelling of the bar size that TWS takes.
    private static final String DAILY = "1 day";
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String FROM_NOW = "";

    private final HistoryRequest request;
    private final Judge judge;
    private final Tools tools;
    private final Progress progress;
    private int missedDeadlines;

    /// What every call needs.
    ///
    /// @param ids where request ids come from
    record Tools(ContractBook contracts, Pacer pacer, TwsTimings.Deadlines deadlines, Clock clock, IntSupplier ids) {}

    HistoryCall(HistoryRequest request, Judge judge, Tools tools, Progress progress) {
        this.request = request;
        this.judge = judge;
        this.tools = tools;
        this.progress = progress;
    }

    /// One attempt over a session that stands.
    Attempt attempt(Session session) {
        Optional<Attempt> impaired = awaitUsable(session);
        if (impaired.isPresent()) {
            return impaired.get();
        }
        return switch (tools.contracts.find(request.instrument(), session, judge, progress)) {
            case ContractBook.Entry.Missing(Attempt attempt) -> attempt;
            case ContractBook.Entry.Found(Contract contract) -> ask(contract, session);
        };
    }

    private Attempt ask(Contract contract, Session session) {
        Attempt attempt = ask(contract, FROM_NOW, session);
        if (attempt.result() instanceof NoData && request.series() == WhatToShow.TRADES) {
            // Some servers answer a question up to now with nothing, and the same one with an end spelled out with
            // bars.
            return ask(contract, END.format(now(session)), session);
        }
        return attempt;
    }

    private Attempt ask(Contract contract, String end, Session session) {
        var range = new HistoricalRange(end, DAILY, request.duration().wireText(), request.regularHours(),
                request.series().name());
        while (true) {
            try (Pacer.Slot _ = tools.pacer.take(contract.conId(), range, progress)) {
                // The wait may have been long.
                if (session.conditions().impairment().isUsable() || session.whenLost().isDone()) {
                    return send(contract, range, session);
                }
            }
            Optional<Attempt> impaired = awaitUsable(session);
            if (impaired.isPresent()) {
                return impaired.get();
            }
        }
    }

    private Attempt send(Contract contract, HistoricalRange range, Session session) {
        int id = tools.ids.getAsInt();
        String what = "bars of " + request.instrument().symbol();
        var question = new Question(notice -> judge.judge(notice, what), Optional.of(new CancelHistoricalData(id)));
        Answer answer = session.ask(id, question, HistoricalDataRequest.once(id, contract, range),
                tools.deadlines.history(), progress);
        return switch (answer) {
            case Answer.Rows rows -> Attempt.of(read(rows.messages(), session));
            case Answer.Ended ended -> ended.attempt();
            case Answer.Lost(Loss loss) -> Attempt.of(new Disconnected(loss.reason(), loss.advice()));
            case Answer.Late late -> Attempt.of(new TimedOut(what, tools.deadlines.history(), lateAdvice()));
        };
    }

    private FetchResult read(List<ServerMessage> messages, Session session) {
        List<HistoricalBar> rows = messages.stream()
                .flatMap(each -> each instanceof HistoricalData data ? data.bars().stream() : null).toList();
        if (rows.isEmpty()) {
            return new NoData("TWS answered without a bar for " + request.instrument().symbol());
        }
        return switch (BarReading.of(rows)) {
            case BarReading.Good good -> new Bars(good.bars(), now(session));
            case BarReading.Bad bad ->
                new Refused(TwsCode.BAD_ANSWER.number(), bad.problem(), TwsCode.BAD_ANSWER.advice());
        };
    }

    /// By the server's clock, since ours may be wrong and decides what counts as a finished bar.
    private Instant now(Session session) {
        return session.time(tools.deadlines.clock(), progress).orElseGet(tools.clock::instant);
    }

    private Optional<Attempt> awaitUsable(Session session) {
        Impairment impairment = session.conditions().impairment();
        var change = CompletableFuture.anyOf(impairment.usable(), session.whenLost());
        Duration limit = tools.deadlines.impaired();
        if (Waits.until(change, limit, progress)) {
            return Optional.empty();
        }
        return Optional.of(Attempt.last(new TimedOut("IBKR's servers to come back (" + impairment.words() + ")",
                limit, TwsCode.HISTORY_FARM_BROKEN.advice())));
    }

    private String lateAdvice() {
        missedDeadlines++;
        return missedDeadlines < 2
                ? "Try again; history can be slow while IBKR is busy."
                : "Restart TWS or IB Gateway: its history service has stopped answering.";
    }
}

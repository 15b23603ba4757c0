package io.tidemark.gateway.tws;

import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// One request under way, and what has arrived for it.
///
/// Rows are added by the reading thread alone and handed over with the answer.
final class Question {
    private final Function<Notice, Optional<Attempt>> judge;
    private final Optional<ClientMessage> cancel;
    private final List<ServerMessage> rows = new ArrayList<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    /// A question that nothing has arrived for yet.
    ///
    /// @param judge how a notice about the question ends it; empty when it does not
    /// @param cancel what takes the question back; empty when it needs no taking back
    Question(Function<Notice, Optional<Attempt>> judge, Optional<ClientMessage> cancel) {
        this.judge = judge;
        this.cancel = cancel;
    }

    /// How a question ended.
    sealed interface Answer {
        /// With messages.
        record Rows(List<ServerMessage> messages) implements Answer {}

        /// With an outcome that TWS stated.
        record Ended(Attempt attempt) implements Answer {}

        /// With the connection, TWS's own or ours.
        record Lost(Loss loss) implements Answer {}

        /// Not before the deadline.
        record Late() implements Answer {}
    }

    void add(ServerMessage row) {
        rows.add(row);
    }

    void finish() {
        answer.complete(new Answer.Rows(List.copyOf(rows)));
    }

    void notice(Notice notice) {
        judge.apply(notice).ifPresent(attempt -> answer.complete(new Answer.Ended(attempt)));
    }

    void lose(Loss loss) {
        answer.complete(new Answer.Lost(loss));
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /// Whether TWS has answered, well or badly, so that nothing is left to take back.
    boolean wasAnswered() {
        return switch (answer.getNow(new Answer.Late())) {
            case Answer.Rows rows -> true;
            case Answer.Ended ended -> true;
            case Answer.Lost lost -> false;
            case Answer.Late late -> false;
        };
    }

    Optional<ClientMessage> cancel() {
        return cancel;
    }
}

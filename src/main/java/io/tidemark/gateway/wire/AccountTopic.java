package io.tidemark.gateway.wire;

import java.util.Arrays;
import java.util.Optional;

/// What other clients ask about an account when they connect.
///
/// A server without an account answers each with the message that ends an empty list; some clients wait for it.
public enum AccountTopic {
    /// Positions held.
    POSITIONS(61, 62),
    /// Orders of this client that are still open.
    OPEN_ORDERS(5, 53),
    /// Orders of all clients that are still open.
    ALL_OPEN_ORDERS(16, 53),
    /// Orders that were filled or cancelled.
    COMPLETED_ORDERS(99, 102),
    /// Values of one account.
    ACCOUNT_UPDATES(6, 54),
    /// Values of an account or a model.
    ACCOUNT_UPDATES_MULTI(76, 74),
    /// Trades of today.
    EXECUTIONS(7, 55);

    private final int questionId;
    private final int endId;

    AccountTopic(int questionId, int endId) {
        this.questionId = questionId;
        this.endId = endId;
    }

    /// Message id of the question, client to server.
    int questionId() {
        return questionId;
    }

    /// Message id of the answer's end, server to client.
    int endId() {
        return endId;
    }

    static Optional<AccountTopic> ofQuestion(int id) {
        return Arrays.stream(values()).filter(each -> each.questionId == id).findFirst();
    }

    /// The first topic that ends so: both kinds of open orders share one end.
    static Optional<AccountTopic> ofEnd(int id) {
        return Arrays.stream(values()).filter(each -> each.endId == id).findFirst();
    }
}

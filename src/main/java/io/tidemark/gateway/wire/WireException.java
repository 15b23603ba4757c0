package io.tidemark.gateway.wire;

import java.io.IOException;

/// The other side sent bytes that are no message of this protocol; nothing after them can be trusted.
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Says what was wrong, and where.
    public WireException(String message) {
        super(message);
    }
}

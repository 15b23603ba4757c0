package io.tidemark.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose program speaks to TWS on Tidemark's behalf.
public enum ClientKind {
    /// Tidemark's own, always there.
    BUILTIN,
    /// IBKR's, there when Tidemark was built with a copy of it: its licence forbids passing it on.
    OFFICIAL;

    /// What stands in commands and settings: `builtin`, `official`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that `id` stands for; empty when it is none.
    public static Optional<ClientKind> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}

package io.tidemark.gateway;

/// How bad a notice of a gateway is.
public enum Severity {
    /// A state, not a problem.
    INFO,
    /// Something works less well, or only later.
    WARNING,
    /// Something does not work.
    ERROR
}

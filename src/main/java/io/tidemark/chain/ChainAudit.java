package io.tidemark.chain;

import java.util.List;

/// What the stored snapshots of a symbol are worth.
///
/// @param snapshots how many are whole
/// @param quotes options in these
/// @param faults what is wrong with the others, a sentence or two each, with the file and what to do
public record ChainAudit(int snapshots, int quotes, List<String> faults) {

    /// Keeps a copy.
    public ChainAudit {
        faults = List.copyOf(faults);
    }
}

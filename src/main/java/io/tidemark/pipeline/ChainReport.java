package io.tidemark.pipeline;

import io.tidemark.chain.ChainManifest;
import java.util.List;

/// What taking snapshots came to.
///
/// @param taken snapshots stored, in the order asked for
/// @param notes sentences for a person about what was not taken, or only in part
public record ChainReport(List<ChainManifest> taken, List<String> notes) {

    /// Keeps copies.
    public ChainReport {
        taken = List.copyOf(taken);
        notes = List.copyOf(notes);
    }
}

package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds words, and a line where it can, for a file of bars that is not the one that was written.
final class BarDamage {
    private BarDamage() {
    }

    /// The error about a damaged file.
    ///
    /// @param bytes what is in it now
    /// @param advice what to do about it, as the end of a text
    /// @param manifest what was stored, if that is known
    static BarFileException of(Path csv, byte[] bytes, String advice, Optional<BarManifest> manifest) {
        if (manifest.isEmpty()) {
            return new BarFileException(csv, "has no manifest beside it, so nobody knows where its bars come from"
                    + advice);
        }
        try {
            List<DailyBar> bars = BarCsv.parse(csv, bytes);
            if (bytes[bytes.length - 1] != '\n') {
                return new BarFileException(csv, bars.size() + 1, "the file ends in the middle of this line" + advice,
                        null);
            }
            return new BarFileException(csv, difference(bars, manifest.get()) + advice);
        } catch (BarFileException e) {
            return new BarFileException(csv, e.line(), e.problem() + ". The file is not the one that was written"
                    + advice, e);
        }
    }

    private static String difference(List<DailyBar> bars, BarManifest manifest) {
        String changed = "was changed after it was written on " + manifest.fetchedAt() + ": ";
        if (bars.size() != manifest.rows()) {
            return changed + "it has " + bars.size() + " bars and had " + manifest.rows();
        }
        return changed + "it still has " + bars.size() + " bars, but not the same ones";
    }
}

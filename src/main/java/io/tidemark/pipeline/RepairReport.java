package io.tidemark.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a repair did.
///
/// @param mended what was restored or made anew, a sentence each
/// @param broken what stays broken and what to do about it, a sentence each
/// @param damaged folder with copies of the damaged files; empty when nothing was replaced
public record RepairReport(List<String> mended, List<String> broken, Optional<Path> damaged) {

    /// Keeps copies.
    public RepairReport {
        mended = List.copyOf(mended);
        broken = List.copyOf(broken);
    }

    /// @param after what a verification found afterwards
    /// @param obstacles what kept a thing from being mended, by its name in the verification
    static RepairReport of(List<String> mended, VerifyReport after, Map<String, String> obstacles,
            Optional<Path> damaged) {
        List<String> bad = after.checks().stream().filter(check -> !check.good())
                .map(check -> check.what() + ": " + obstacles.getOrDefault(check.what(), check.detail())).toList();
        return new RepairReport(mended, bad, damaged);
    }

    /// Whether everything is as it should be now.
    public boolean good() {
        return broken.isEmpty();
    }

    /// The outcome in one sentence for a person.
    public String sentence() {
        if (!good()) {
            return "Still broken: " + String.join(" ", broken);
        }
        return mended.isEmpty() ? "Nothing is damaged. No file was changed." : "Everything is whole again.";
    }
}

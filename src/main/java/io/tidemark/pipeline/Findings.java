package io.tidemark.pipeline;

import io.tidemark.model.BoosterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a verification has found so far, one check after the other; no fault keeps the others from being found.
final class Findings {
    private final List<VerifyReport.Check> checks = new ArrayList<>();

    /// A look at one thing.
    @FunctionalInterface
    interface Look {
        /// Looks.
        ///
        /// @return what was found
        /// @throws IOException when it is not as it should be; the message names the file and says what to do
        String at() throws IOException;
    }

    /// Looks, and notes what was found.
    ///
    /// @param what file or model, for a person
    void check(String what, Look look) {
        try {
            checks.add(new VerifyReport.Check(what, true, look.at()));
        } catch (IOException | BoosterException | IllegalArgumentException e) {
            checks.add(new VerifyReport.Check(what, false, String.valueOf(e.getMessage())));
        }
    }

    /// Notes what was found of many files at once.
    ///
    /// @param good what is said when there are no faults
    /// @param faults one sentence or more each
    void check(String what, String good, List<String> faults) {
        checks.add(new VerifyReport.Check(what, faults.isEmpty(), faults.isEmpty() ? good : String.join(" ", faults)));
    }

    List<VerifyReport.Check> checks() {
        return checks;
    }
}

package io.tidemark.history;

import io.tidemark.market.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/// How storing a symbol's bars ended.
public sealed interface SavedBars {

    /// The bars are in place, with their manifest.
    ///
    /// @param manifest what is stored now
    /// @param findings oddities that do not keep the bars from being stored
    record Stored(BarManifest manifest, List<BarProblem> findings) implements SavedBars {
        /// Keeps a copy.
        public Stored {
            findings = List.copyOf(findings);
        }
    }

    /// The bars are not stored, and what was stored before is untouched.
    ///
    /// @param symbol whose bars
    /// @param problems why, in order of date; at least one
    record Rejected(Symbol symbol, List<BarProblem> problems) implements SavedBars {
        private static final int SHOWN = 3;

        /// Keeps a copy.
        public Rejected {
            problems = List.copyOf(problems);
        }

        /// Which bars are bad and why, for a person.
        public String sentence() {
            String shown = problems.stream().limit(SHOWN).map(BarProblem::toString).collect(Collectors.joining("; "));
            int more = problems.size() - SHOWN;
            return symbol + ": not stored, because of " + (problems.size() == 1 ? "a bad bar: " : "bad bars: ") + shown
                    + (more > 0 ? "; and " + more + " more" : "") + ". What was stored before stays as it is.";
        }
    }
}

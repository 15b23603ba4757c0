package io.tidemark.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What became of a change that a process had left unfinished in a [Journal].
///
/// @param what what was being done, such as `replace the bars of SPY`
/// @param outcome how it was settled
/// @param files the targets that are now in place; of a damaged change, where it was put aside
/// @param problem what is damaged; empty otherwise
public record Recovered(String what, Outcome outcome, List<Path> files, String problem) {
    /// Keeps a copy.
    public Recovered {
        files = List.copyOf(files);
    }

    /// How an unfinished change was settled.
    public enum Outcome {
        /// Its files counted already and are now in place.
        COMPLETED,
        /// Its files did not count yet and are gone; those from before stand.
        DROPPED,
        /// It counted, but is not what was written: nothing of it was used.
        DAMAGED
    }

    /// What was done, for a person.
    @Override
    public String toString() {
        return switch (outcome) {
            case COMPLETED -> "Finished what was interrupted: " + what + " ("
                    + files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "))
                    + ").";
            case DROPPED -> "Took back what was interrupted: " + what + ". The files from before stand.";
            case DAMAGED -> "Could not finish what was interrupted: " + what + ". " + problem + " Nothing of it was"
                    + " used; it lies in " + files.getFirst() + ". Run 'tidemark verify' to see whether anything else"
                    + " is damaged.";
        };
    }
}

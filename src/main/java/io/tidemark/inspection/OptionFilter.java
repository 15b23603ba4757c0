package io.tidemark.inspection;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What the rows of one column have to be. A row whose value is missing never is.
public sealed interface OptionFilter {

    /// Which column.
    OptionColumn column();

    /// Numbers or days within two ends.
    ///
    /// @param column of any kind but choices
    /// @param low least value, may be negative infinity
    /// @param high greatest value, may be infinity
    record Range(OptionColumn column, double low, double high) implements OptionFilter {

        /// Checks the ends.
        ///
        /// @throws IllegalArgumentException when they are no range, or the column has none
        public Range {
            if (column.kind() == OptionColumn.Kind.CHOICE || !(low <= high)) {
                throw new IllegalArgumentException(column + " takes no range from " + low + " to " + high);
            }
        }

        /// From `low` up to, but without, `end`.
        static Range upTo(OptionColumn column, double low, double end) {
            boolean open = end == Double.POSITIVE_INFINITY;
            return new Range(column, low, open ? end : column.isWhole() ? end - 1 : Math.nextDown(end));
        }
    }

    /// Some of the names.
    ///
    /// @param column of choices
    /// @param names at least one
    record Choice(OptionColumn column, Set<String> names) implements OptionFilter {

        /// Copies, in order of name.
        ///
        /// @throws IllegalArgumentException when there is no name, or the column has none
        public Choice {
            if (column.kind() != OptionColumn.Kind.CHOICE || names.isEmpty()) {
                throw new IllegalArgumentException(column + " takes no choice of " + names);
            }
            names = Collections.unmodifiableSet(new TreeSet<>(names));
        }
    }
}

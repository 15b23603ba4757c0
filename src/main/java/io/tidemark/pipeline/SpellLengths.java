package io.tidemark.pipeline;

import io.tidemark.regime.RegimeSpell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How long some spells last: a histogram with wider classes for longer spells, and two figures.
///
/// @param counts spells in each of [SpellLengths#CLASSES]
/// @param median in sessions, the upper one of an even number; 0 without spells
/// @param longest in sessions; 0 without spells
public record SpellLengths(List<Integer> counts, int median, int longest) {
    /// The classes, ascending; the last has no end.
    public static final List<LengthClass> CLASSES = List.of(new LengthClass(1, 1), new LengthClass(2, 3),
            new LengthClass(4, 7), new LengthClass(8, 15), new LengthClass(16, 31),
            new LengthClass(32, Integer.MAX_VALUE));

    /// Keeps a copy.
    public SpellLengths {
        counts = List.copyOf(counts);
    }

    /// Lengths that are counted together.
    ///
    /// @param least in sessions
    /// @param most included
    public record LengthClass(int least, int most) {
        boolean has(int length) {
            return length >= least && length <= most;
        }

        /// In figures: `4-7`.
        public String text() {
            return least == most
                    ? Integer.toString(least)
                    : most == Integer.MAX_VALUE
                            ? least + "+"
                            : least + "-"
                                    + most;
        }
    }

    /// Counts spells.
    public static SpellLengths of(List<RegimeSpell> spells) {
        int[] lengths = spells.stream().mapToInt(RegimeSpell::length).sorted().toArray();
        List<Integer> counts = CLASSES.stream().map(each -> (int) Arrays.stream(lengths).filter(each::has).count())
                .toList();
        return lengths.length == 0
                ? new SpellLengths(counts, 0, 0)
                : new SpellLengths(counts, lengths[lengths.length / 2], lengths[lengths.length - 1]);
    }

    /// How many spells there are.
    public int all() {
        return IntStream.range(0, counts.size()).map(counts::get).sum();
    }

    /// The share of a class; 0 without spells.
    public double share(int index) {
        return all() == 0 ? 0 : (double) counts.get(index) / all();
    }
}

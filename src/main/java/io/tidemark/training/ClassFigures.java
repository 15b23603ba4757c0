package io.tidemark.training;

import org.jspecify.annotations.Nullable;

/// How well one class was told apart; a figure that cannot be computed is null.
///
/// @param id class id
/// @param support rows that are of the class
/// @param precision share of the rows named so that are so
/// @param recall share of the rows that are so that are named so
/// @param f1 harmonic mean of the two
/// @param tooFew whether the support is under [#FEW], so that recall says little
public record ClassFigures(int id, int support, @Nullable Double precision, @Nullable Double recall,
        @Nullable Double f1, boolean tooFew) {
    /// Fewer rows than this are marked "n too small".
    public static final int FEW = 20;

    /// The figures of class `id` in `matrix`.
    static ClassFigures of(ConfusionMatrix matrix, int id) {
        int support = matrix.support(id);
        return new ClassFigures(id, support, matrix.precision(id), matrix.recall(id), matrix.f1(id), support < FEW);
    }
}

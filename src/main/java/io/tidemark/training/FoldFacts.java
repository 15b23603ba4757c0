package io.tidemark.training;

import io.tidemark.dataset.Fold;
import java.time.LocalDate;

/// What a fold of a forward walk was made of.
///
/// @param number from 1, in order of time
/// @param testFrom first day of the test block
/// @param testTo last day of it
/// @param validationFrom first day of the validation part
/// @param trainRows rows learned from while the number of rounds was sought
/// @param validationRows rows that decided on it; learned from as well before the test
/// @param testRows rows judged
/// @param purgedRows rows left out because their outcome was not known in time
/// @param bestRound best round on the validation rows
/// @param rounds rounds that the judged booster had: the median of the best rounds up to this fold
public record FoldFacts(int number, LocalDate testFrom, LocalDate testTo, LocalDate validationFrom, int trainRows,
        int validationRows, int testRows, int purgedRows, int bestRound, int rounds) {

    /// The facts of fold number `index`, from 0, of a walk.
    static FoldFacts of(int index, Fold fold, WalkForward.Walk walk) {
        return new FoldFacts(index + 1, LocalDate.ofEpochDay(fold.bounds().testFrom()),
                LocalDate.ofEpochDay(fold.bounds().testTo()), LocalDate.ofEpochDay(fold.bounds().validationFrom()),
                fold.train().length, fold.validation().length, fold.test().length, fold.purged(),
                walk.searches().get(index).best(), walk.rounds()[index]);
    }
}

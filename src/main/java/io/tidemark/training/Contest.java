package io.tidemark.training;

import java.time.LocalDate;

/// How a challenger did beside the champion on rows that neither had learned from.
///
/// @param from first day of the rows
/// @param to last day of the rows
/// @param rows rows judged
/// @param champion mean Brier score of the champion, 0 to 1, less is better
/// @param challenger mean Brier score of the challenger
/// @param lowGain what the challenger gains at least, in 95 of 100 redraws of the days; negative is a loss
/// @param notWorse share of the redraws in which the challenger is not worse
public record Contest(LocalDate from, LocalDate to, int rows, double champion, double challenger,
        double lowGain, double notWorse) {

    /// How much better the challenger is; negative when it is worse.
    public double gain() {
        return champion - challenger;
    }

    /// How much worse the challenger is, as a share of the champion's score; negative when it is better.
    public double loss() {
        return challenger == champion ? 0 : challenger / champion - 1;
    }
}

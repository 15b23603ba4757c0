package io.tidemark.pipeline;

import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.util.List;
import java.util.Optional;

/// What an update did.
///
/// @param download bars, symbol by symbol
/// @param rowsBefore rows of the training sets before it
/// @param made what was made anew; empty when nothing was new
/// @param stages how long each stage took
public record UpdateReport(DownloadReport download, Grown rowsBefore, Optional<Parts> made, List<StageTime> stages) {

    /// Keeps a copy.
    public UpdateReport {
        stages = List.copyOf(stages);
    }

    /// Rows of the two sets.
    ///
    /// @param regime labelled days
    /// @param pot labelled options
    public record Grown(int regime, int pot) {}

    /// What an update makes of new bars.
    ///
    /// @param regimes the labelled days
    /// @param options the labelled options
    /// @param regime the regime classifier
    /// @param pot the probability-of-touch model
    public record Parts(PrepareRegime.Prepared regimes, PreparePot.Prepared options,
            TrainedRun<RegimeEvaluation> regime, TrainedRun<PotEvaluation> pot) {}

    static UpdateReport nothingNew(DownloadReport download, List<StageTime> stages) {
        return new UpdateReport(download, new Grown(0, 0), Optional.empty(), stages);
    }

    static UpdateReport of(Grown before, DownloadReport download, Parts made, List<StageTime> stages) {
        return new UpdateReport(download, before, Optional.of(made), stages);
    }

    /// Whether anything changed.
    public boolean changed() {
        return made.isPresent();
    }

    /// The outcome in one sentence for a person.
    public String sentence() {
        if (made.isEmpty()) {
            return "Nothing new: the bars reach their last finished session, and models and training sets are made of "
                    + "them. No file was changed.";
        }
        int days = made.get().regimes().manifest().rows() - rowsBefore.regime();
        int options = made.get().options().manifest().rows() - rowsBefore.pot();
        return "Updated: " + days + " more days and " + options + " more options to learn from.";
    }
}

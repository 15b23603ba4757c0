package io.tidemark.pipeline;

import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.util.List;

/// What a whole set-up made.
///
/// @param download bars, symbol by symbol
/// @param regimes the labelled days
/// @param options the labelled options
/// @param regime the regime classifier
/// @param pot the probability-of-touch model
/// @param stages how long each stage took
public record SetupReport(DownloadReport download, PrepareRegime.Prepared regimes, PreparePot.Prepared options,
        TrainedRun<RegimeEvaluation> regime, TrainedRun<PotEvaluation> pot, List<StageTime> stages) {

    /// Keeps a copy.
    public SetupReport {
        stages = List.copyOf(stages);
    }
}

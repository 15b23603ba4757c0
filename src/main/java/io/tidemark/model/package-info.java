/// Trained models as a bot uses them: files with a manifest, loading, predicting, the runs kept and the one promoted.
///
/// A bot on the JVM needs this package and the bars: [io.tidemark.model.RegimeClassifier],
/// [io.tidemark.model.ProbabilityOfTouch] and [io.tidemark.model.ModelWatch] answer from features or from bars.
///
/// The last station of the data's route; `training` hands its results in. Together with `training` the only home of
/// XGBoost. May use `market`, `dataset`, `regime`, `touch` and `storage`.
@NullMarked
package io.tidemark.model;

import org.jspecify.annotations.NullMarked;

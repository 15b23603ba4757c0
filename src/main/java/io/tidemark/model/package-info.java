/// Trained models as a bot uses them: files with a manifest, loading, predicting, the runs kept and the one promoted.
///
/// The last station of the data's route; `training` hands its results in. Together with `training` the only home of
/// XGBoost. May use `market`, `dataset`, `regime`, `touch` and `storage`.
@NullMarked
package io.tidemark.model;

import org.jspecify.annotations.NullMarked;

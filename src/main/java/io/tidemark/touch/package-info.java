/// Will an option's strike be touched before it expires? Options sampled from daily bars, their outcomes,
/// their features, and the closed-form probability that a trained model has to beat.
///
/// The route: [io.tidemark.touch.PotSampling] says what to draw, [io.tidemark.touch.OptionSampler] draws it,
/// [io.tidemark.touch.TouchLabeller] looks up what happened, [io.tidemark.touch.PotDataset] holds the result and its
/// files. May use `indicator`, `market`, `dataset`, `work` and `storage`.
@NullMarked
package io.tidemark.touch;

import org.jspecify.annotations.NullMarked;

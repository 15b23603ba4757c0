/// The bars at rest: checked, stored as exact decimals beside a manifest, loaded again with their hash verified.
///
/// The second station of the data's route: bars come in from a gateway or from CSV files and leave as series for
/// labels and options. May use `market`, `work` and `storage`.
@NullMarked
package io.tidemark.history;

import org.jspecify.annotations.NullMarked;

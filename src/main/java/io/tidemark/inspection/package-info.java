/// Looks into what was prepared, row by row: the sampled options as a table that is filtered, sorted and counted, and
/// any one of them replayed on its bars.
///
/// After `touch` and `model`, before the faces that show it. Nothing is written but what a person exports. May use
/// `market`, `work`, `storage`, `history`, `dataset`, `touch`, `model`, `training` and `workspace`; only this package
/// uses tablesaw, whose columns are mutable and do not leave it.
@NullMarked
package io.tidemark.inspection;

import org.jspecify.annotations.NullMarked;

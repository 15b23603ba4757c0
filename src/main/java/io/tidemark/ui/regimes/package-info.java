/// The regimes pane: labelled days on a chart, one day's audit, thresholds to try, marks to set, figures.
///
/// Everything is computed by `pipeline.RegimeAudit`. May use `pipeline`, values of `regime` and `market`, `workspace`,
/// and the shared parts of `ui`.
@NullMarked
package io.tidemark.ui.regimes;

import org.jspecify.annotations.NullMarked;

/// Charts that screens share: days on chart-fx, small charts on a canvas, tables and pictures of both.
///
/// Colours come from `ui.theme`; data comes as arrays. May use `regime` (codes and names), `ui.theme`, `ui.control`,
/// `ui.task`, `ui.screen`.
@NullMarked
package io.tidemark.ui.chart;

import org.jspecify.annotations.NullMarked;

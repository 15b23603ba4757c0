/// Technical indicators as pure functions of one price series: the value at a day is made from days up to it.
/// The declared warm-up is NaN.
///
/// Between bars and features: `regime` and `touch` make their features of these. Uses nothing of ours.
@NullMarked
package io.tidemark.indicator;

import org.jspecify.annotations.NullMarked;

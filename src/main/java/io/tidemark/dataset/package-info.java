/// Training sets as matrices and files: features, labels, npz, splits that go forward in time.
///
/// Between `regime` and `touch`, which fill them, and `training`, which learns from them. May use `market`, `storage`
/// and `work`.
@NullMarked
package io.tidemark.dataset;

import org.jspecify.annotations.NullMarked;

/// The folder a person works in: where everything lies, which source its bars are of, who is using it now.
///
/// May use `market` and `storage`.
@NullMarked
package io.tidemark.workspace;

import org.jspecify.annotations.NullMarked;

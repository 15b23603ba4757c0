/// The port through which bars come in, whoever serves them.
///
/// The first hop of the data's route: a bar enters here and rests in `history`. May use `market` and `work`.
@NullMarked
package io.tidemark.gateway;

import org.jspecify.annotations.NullMarked;

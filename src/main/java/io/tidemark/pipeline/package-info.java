/// The stages that turn bars into trained models, one class a hop, and the set-up that runs them all.
///
/// The terminal, the window and a scheduled job run the same stages. May use every package of the route but the
/// gateways' own: bars come in through the port.
@NullMarked
package io.tidemark.pipeline;

import org.jspecify.annotations.NullMarked;

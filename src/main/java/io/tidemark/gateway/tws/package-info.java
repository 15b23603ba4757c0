/// The client for TWS and IB Gateway, and for every server that speaks their protocol.
///
/// May use `gateway`, `gateway.wire`, `market` and `work`. Only the composition root names this package.
@NullMarked
package io.tidemark.gateway.tws;

import org.jspecify.annotations.NullMarked;

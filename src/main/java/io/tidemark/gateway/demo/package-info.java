/// A server that speaks the protocol of TWS on loopback: the synthetic market, or CSV files replayed, with faults on
/// request.
///
/// Stands where TWS stands, before the first hop of the data's route. May use `gateway.wire`, `gateway.synthetic` and
/// `market`.
@NullMarked
package io.tidemark.gateway.demo;

import org.jspecify.annotations.NullMarked;

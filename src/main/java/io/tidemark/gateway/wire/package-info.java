/// The protocol of TWS and IB Gateway as bytes: frames, fields and messages, in both directions.
///
/// A client encodes [ClientMessage] and decodes [ServerMessage]; a server does the opposite with the same records.
/// The records are plain data; a [MessageCodec] knows how a server version lays them out. There is no message that
/// could place, change or cancel an order. Uses nothing of ours.
@NullMarked
package io.tidemark.gateway.wire;

import org.jspecify.annotations.NullMarked;

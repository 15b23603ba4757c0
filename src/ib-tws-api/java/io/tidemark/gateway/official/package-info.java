/// IBKR's own client as a link to TWS: messages become calls of its `EClientSocket`, its callbacks become messages.
///
/// Compiled only with the Maven profile `ib-tws-api`, against a copy of IBKR's `com.interactivebrokers:tws-api` that
/// the user has installed. May use `gateway`, `gateway.tws` and `gateway.wire`. Nobody names this package: a
/// service loader finds it.
@NullMarked
package io.tidemark.gateway.official;

import org.jspecify.annotations.NullMarked;

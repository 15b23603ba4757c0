/// The one composition root: which gateway stands behind the port, and who gets what.
///
/// The only place that names the gateways' own packages.
@NullMarked
package io.tidemark.wiring;

import org.jspecify.annotations.NullMarked;

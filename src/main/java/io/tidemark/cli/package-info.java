/// The terminal: commands, options, progress lines, exit codes.
///
/// One of two faces of the same pipeline. May use `wiring`, `pipeline`, `schedule` and value types.
@NullMarked
package io.tidemark.cli;

import org.jspecify.annotations.NullMarked;

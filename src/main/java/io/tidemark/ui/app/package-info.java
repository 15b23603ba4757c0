/// The window: its start, its shell, its settings, and the one place that makes the screens.
///
/// May use the screens, `ui.task`, `ui.screen`, `ui.theme`, `ui.control`, and `wiring`.
@NullMarked
package io.tidemark.ui.app;

import org.jspecify.annotations.NullMarked;

/// When the monthly update runs by itself: what is written for systemd, cron, launchd or the Task Scheduler.
///
/// Knows nothing of what an update does. May use `workspace` and `storage`.
@NullMarked
package io.tidemark.schedule;

import org.jspecify.annotations.NullMarked;

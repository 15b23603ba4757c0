package io.tidemark.schedule;

import java.io.IOException;
import java.util.List;

/// What a machine runs things with at a given time.
interface Scheduler {
    /// Its name, for a person.
    String title();

    /// All that sets the update up, anew or again.
    ///
    /// @throws IOException when the machine cannot be asked
    List<ScheduleStep> install(UpdateJob job) throws IOException;

    /// All that takes the update away.
    ///
    /// @throws IOException when the machine cannot be asked
    List<ScheduleStep> remove(UpdateJob job) throws IOException;

    /// Whether the update is set up.
    ///
    /// @throws IOException when the machine cannot be asked
    boolean isInstalled(UpdateJob job) throws IOException;

    /// What a person has to know besides; empty when nothing.
    String note();
}

package io.tidemark.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A launch agent of macOS. It asks every day, for what comes due while the machine is off is forgotten.
///
/// @param agents `~/Library/LaunchAgents`
/// @param templates of the property list
/// @param runner of `id`
record LaunchAgent(Path agents, Templates templates, CommandRunner runner) implements Scheduler {
    private static final String LAUNCHCTL = "launchctl";

    @Override
    public String title() {
        return "launchd agent";
    }

    @Override
    public List<ScheduleStep> install(UpdateJob job) throws IOException {
        String arguments = job.command().stream().map(word -> "    <string>" + Quoting.xml(word) + "</string>")
                .collect(Collectors.joining("\n"));
        var values = Map.of("LABEL", label(job), "ARGUMENTS", arguments, "JAVA_HOME",
                Quoting.xml(job.javaHome().toString()), "HOUR", Integer.toString(job.plan().time().getHour()), "MINUTE",
                Integer.toString(job.plan().time().getMinute()));
        return List.of(end(job), new ScheduleStep.Write(file(job),
                templates.filled("mac/tidemark-update.plist", values)),
                ScheduleStep.Run.of(LAUNCHCTL, "bootstrap", domain(), file(job).toString()));
    }

    @Override
    public List<ScheduleStep> remove(UpdateJob job) throws IOException {
        return List.of(end(job), new ScheduleStep.Delete(file(job)));
    }

    @Override
    public boolean isInstalled(UpdateJob job) {
        return Files.exists(file(job));
    }

    @Override
    public String note() {
        return "launchd asks every day; the update runs when its month has come, a missed one as well.";
    }

    private ScheduleStep end(UpdateJob job) throws IOException {
        return new ScheduleStep.Run(List.of(LAUNCHCTL, "bootout", domain() + "/" + label(job)), "", true);
    }

    private String domain() throws IOException {
        return "gui/" + runner.run(List.of("id", "-u"), "").output().strip();
    }

    private static String label(UpdateJob job) {
        return "io.tidemark." + job.name();
    }

    private Path file(UpdateJob job) {
        return agents.resolve(label(job) + ".plist");
    }
}

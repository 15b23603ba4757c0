package io.tidemark.schedule;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A line of the user's own cron table.
///
/// Cron forgets what it missed, so it asks every day, and the update itself knows whether its month has come.
///
/// @param runner of `crontab`
record CronTable(CommandRunner runner) implements Scheduler {
    private static final String CRONTAB = "crontab";

    /// Whether there is a cron on this machine.
    static boolean answers(CommandRunner runner) {
        try {
            CommandRunner.Result result = runner.run(List.of(CRONTAB, "-l"), "");
            return result.good() || result.output().toLowerCase(Locale.ROOT).contains("no crontab");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String title() {
        return "cron";
    }

    @Override
    public List<ScheduleStep> install(UpdateJob job) throws IOException {
        var time = job.plan().time();
        String line = time.getMinute() + " " + time.getHour() + " * * * JAVA_HOME="
                + Quoting.cron(List.of(job.javaHome().toString())) + " " + Quoting.cron(job.command()) + " "
                + mark(job);
        return List.of(replace(others(job) + line + "\n"));
    }

    @Override
    public List<ScheduleStep> remove(UpdateJob job) throws IOException {
        return List.of(replace(others(job)));
    }

    @Override
    public boolean isInstalled(UpdateJob job) throws IOException {
        return table().lines().anyMatch(line -> line.endsWith(mark(job)));
    }

    @Override
    public String note() {
        return "Cron asks every day; the update runs when its month has come, a missed one as well.";
    }

    private static ScheduleStep replace(String table) {
        return new ScheduleStep.Run(List.of(CRONTAB, "-"), table, false);
    }

    /// A shell takes what follows for a comment.
    private static String mark(UpdateJob job) {
        return "# " + job.name();
    }

    private String others(UpdateJob job) throws IOException {
        return table().lines().filter(line -> !line.endsWith(mark(job))).map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /// The table as it is; a user who never had one has an empty one.
    private String table() throws IOException {
        CommandRunner.Result result = runner.run(List.of(CRONTAB, "-l"), "");
        if (!result.good() && !result.output().toLowerCase(Locale.ROOT).contains("no crontab")) {
            throw new IOException("The cron table cannot be read: " + result.output().strip());
        }
        return result.good() ? result.output() : "";
    }
}

package io.tidemark.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A timer of the user's own systemd.
///
/// @param units `~/.config/systemd/user`
/// @param templates of service and timer
record SystemdTimer(Path units, Templates templates) implements Scheduler {
    private static final String SYSTEMCTL = "systemctl";

    /// Whether a user's systemd answers on this machine.
    static boolean answers(CommandRunner runner) {
        try {
            return runner.run(List.of(SYSTEMCTL, "--user", "show-environment"), "").good();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String title() {
        return "systemd user timer";
    }

    @Override
    public List<ScheduleStep> install(UpdateJob job) throws IOException {
        var values = Map.of("NAME", job.folderName().replace("%", "%%"), "JAVA_HOME",
                Quoting.systemd("JAVA_HOME=" + job.javaHome()), "COMMAND", Quoting.systemd(job.command()), "DAY",
                String.format(Locale.ROOT, "%02d", job.plan().day()), "TIME", job.plan().time().toString());
        return List.of(
                new ScheduleStep.Write(service(job), templates.filled("linux/tidemark-update.service", values)),
                new ScheduleStep.Write(timer(job), templates.filled("linux/tidemark-update.timer", values)),
                ScheduleStep.Run.of(SYSTEMCTL, "--user", "daemon-reload"),
                ScheduleStep.Run.of(SYSTEMCTL, "--user", "enable", "--now", job.name() + ".timer"));
    }

    @Override
    public List<ScheduleStep> remove(UpdateJob job) {
        return List.of(
                new ScheduleStep.Run(List.of(SYSTEMCTL, "--user", "disable", "--now", job.name() + ".timer"), "", true),
                new ScheduleStep.Delete(timer(job)), new ScheduleStep.Delete(service(job)),
                ScheduleStep.Run.of(SYSTEMCTL, "--user", "daemon-reload"));
    }

    @Override
    public boolean isInstalled(UpdateJob job) {
        return Files.exists(timer(job));
    }

    @Override
    public String note() {
        return "It runs while you are logged in; 'loginctl enable-linger' makes it run without.";
    }

    private Path service(UpdateJob job) {
        return units.resolve(job.name() + ".service");
    }

    private Path timer(UpdateJob job) {
        return units.resolve(job.name() + ".timer");
    }
}

package io.tidemark.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A task of Windows' Task Scheduler.
///
/// @param folder where the task's description is kept
/// @param templates of the task
/// @param runner of `schtasks`
record TaskScheduler(Path folder, Templates templates, CommandRunner runner) implements Scheduler {
    private static final String SCHTASKS = "schtasks";
    /// How Windows tells UTF-16 from anything else.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public String title() {
        return "Task Scheduler";
    }

    @Override
    public List<ScheduleStep> install(UpdateJob job) throws IOException {
        var values = Map.of("NAME", Quoting.xml(job.folderName()), "DAY",
                String.format(Locale.ROOT, "%02d", job.plan().day()), "DAY_OF_MONTH",
                Integer.toString(job.plan().day()), "TIME", job.plan().time() + ":00", "PROGRAM",
                Quoting.xml(job.command().getFirst()), "ARGUMENTS",
                Quoting.xml(Quoting.windows(job.command().subList(1, job.command().size()))));
        String task = templates.filled("windows/tidemark-update.xml", values);
        return List.of(
                new ScheduleStep.Write(file(job), BYTE_ORDER_MARK + task, StandardCharsets.UTF_16LE),
                ScheduleStep.Run.of(SCHTASKS, "/Create", "/F", "/TN", task(job), "/XML", file(job).toString()));
    }

    @Override
    public List<ScheduleStep> remove(UpdateJob job) {
        return List.of(new ScheduleStep.Run(List.of(SCHTASKS, "/Delete", "/F", "/TN", task(job)), "", true),
                new ScheduleStep.Delete(file(job)));
    }

    @Override
    public boolean isInstalled(UpdateJob job) throws IOException {
        return runner.run(List.of(SCHTASKS, "/Query", "/TN", task(job)), "").good();
    }

    @Override
    public String note() {
        return "It runs while you are logged in, and later when the machine was off.";
    }

    private static String task(UpdateJob job) {
        return "Tidemark\\" + job.name();
    }

    private Path file(UpdateJob job) {
        return folder.resolve(job.name() + ".xml");
    }
}

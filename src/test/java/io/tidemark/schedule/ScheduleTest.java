package io.tidemark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Templates TEMPLATES = Templates
            .in(Path.of(System.getProperty("basedir", "."), "packaging"));
    private static final TidemarkProgram PROGRAM = new TidemarkProgram(List.of("/opt/tide mark/bin/tidemark"),
            Path.of("/usr/lib/jvm/25"));
    private static final MonthlyPlan PLAN = new MonthlyPlan(3, LocalTime.of(19, 5));

    @TempDir
    private Path folder;

    private final FakeCommands commands = new FakeCommands();
    private Path home;
    private Workspace workspace;

    /// A machine whose programs only write down what they were asked for.
    private static final class FakeCommands implements CommandRunner {
        final List<String> ran = new ArrayList<>();
        final Map<String, Result> answers = new TreeMap<>();
        String cronTable = "";

        @Override
        public Result run(List<String> command, String input) throws IOException {
            String line = String.join(" ", command);
            ran.add(line);
            if (line.equals("crontab -") && answers.containsKey("crontab")) {
                cronTable = input;
            }
            if (line.equals("crontab -l") && answers.containsKey("crontab")) {
                return cronTable.isEmpty() ? new Result(1, "no crontab for ann") : new Result(0, cronTable);
            }
            Result answer = answers.get(command.getFirst());
            if (answer == null) {
                throw new IOException("Cannot run program \"" + command.getFirst() + "\": no such file");
            }
            return answer;
        }
    }

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        workspace = Workspace.at(folder.resolve("my 100% data"));
        Files.createDirectories(workspace.historical());
    }

    private Schedule on(String system, String... programs) {
        for (String program : programs) {
            commands.answers.put(program, new CommandRunner.Result(0, "501"));
        }
        Clock clock = Clock.fixed(Instant.parse("2025-01-15T12:00:00Z"), ZONE);
        return new Schedule(workspace, new Machine(system, home, commands, TEMPLATES), PROGRAM, clock);
    }

    private Map<String, String> filesOfHome() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(home.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private String name() {
        return UpdateJob.of(workspace.root(), PROGRAM, PLAN).name();
    }

    @Test
    void systemdGetsAServiceAndATimerThatCatchesUp() throws IOException {
        Schedule schedule = on("Linux", "systemctl");
        Schedule.Change change = schedule.installing(PLAN);
        assertThat(filesOfHome()).isEmpty();
        schedule.install(PLAN, change);
        String units = ".config/systemd/user/" + name();
        assertThat(filesOfHome()).containsOnlyKeys(units + ".service", units + ".timer");
        assertThat(filesOfHome().get(units + ".timer")).contains("OnCalendar=*-*-03 19:05\n", "Persistent=true\n")
                .doesNotContain("@");
        assertThat(filesOfHome().get(units + ".service")).doesNotContain("@").contains(
                "ExecStart=\"/opt/tide mark/bin/tidemark\" \"update\" \"-w\" \"" + workspace.root().toString()
                        .replace("%", "%%") + "\" \"--scheduled\"\n",
                "Environment=\"JAVA_HOME=/usr/lib/jvm/25\"\n");
        assertThat(commands.ran).endsWith("systemctl --user daemon-reload",
                "systemctl --user enable --now " + name() + ".timer");
    }

    @Test
    void withoutAUsersSystemdCronIsTaken() throws IOException {
        Schedule schedule = on("Linux", "crontab");
        commands.answers.put("systemctl", new CommandRunner.Result(1, "Failed to connect to bus"));
        commands.cronTable = "0 1 * * * backup\n";
        schedule.install(PLAN, schedule.installing(PLAN));
        assertThat(commands.cronTable).startsWith("0 1 * * * backup\n5 19 * * * JAVA_HOME='/usr/lib/jvm/25' "
                + "'/opt/tide mark/bin/tidemark' 'update' '-w' '").endsWith("'--scheduled' # " + name() + "\n")
                .contains("my 100\\% data");
        assertThat(schedule.status().installed()).isTrue();
        schedule.remove(schedule.removing().orElseThrow());
        assertThat(commands.cronTable).isEqualTo("0 1 * * * backup\n");
        assertThat(schedule.removing()).isEmpty();
    }

    @Test
    void aUserWithoutCronTableGetsOne() throws IOException {
        Schedule schedule = on("Linux", "crontab");
        schedule.install(PLAN, schedule.installing(PLAN));
        assertThat(commands.cronTable.lines()).hasSize(1);
    }

    @Test
    void aMachineWithNeitherIsToldWhatToRun() {
        assertThatIOException().isThrownBy(() -> on("Linux").installing(PLAN))
                .withMessageContaining("neither a systemd of yours nor cron")
                .withMessageContaining("tidemark update -w " + workspace.root() + " --scheduled");
    }

    @Test
    void macGetsALaunchAgent() throws Exception {
        Schedule schedule = on("Mac OS X", "launchctl", "id");
        schedule.install(PLAN, schedule.installing(PLAN));
        String file = "Library/LaunchAgents/io.tidemark." + name() + ".plist";
        assertThat(filesOfHome()).containsOnlyKeys(file);
        assertThat(text(home.resolve(file))).contains("--scheduled", "19", "5", "/usr/lib/jvm/25").doesNotContain("@");
        assertThat(commands.ran).endsWith("launchctl bootout gui/501/io.tidemark." + name(),
                "launchctl bootstrap gui/501 " + home.resolve(file));
        schedule.remove(schedule.removing().orElseThrow());
        assertThat(filesOfHome()).isEmpty();
    }

    @Test
    void windowsGetsATaskThatStartsLaterWhenItWasOff() throws Exception {
        Schedule schedule = on("Windows 11", "schtasks");
        schedule.install(PLAN, schedule.installing(PLAN));
        Path file = home.resolve("AppData/Local/Tidemark/schedule/" + name() + ".xml");
        assertThat(Files.readAllBytes(file)).startsWith(0xFF, 0xFE);
        assertThat(text(file)).contains("update -w \"" + workspace.root() + "\" --scheduled", "2020-01-03T19:05:00",
                "true").doesNotContain("@");
        assertThat(commands.ran).last().isEqualTo("schtasks /Create /F /TN Tidemark\\" + name() + " /XML " + file);
        assertThat(schedule.status().installed()).isTrue();
    }

    /// The text of a file that has to be XML.
    private static String text(Path xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        try (InputStream in = Files.newInputStream(xml)) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement().getTextContent();
        }
    }

    @Test
    void settingUpTwiceLeavesTheSame() throws IOException {
        Schedule schedule = on("Linux", "systemctl");
        schedule.install(PLAN, schedule.installing(PLAN));
        var once = filesOfHome();
        String book = Files.readString(workspace.root().resolve("data/schedule.json"));
        schedule.install(PLAN, schedule.installing(PLAN));
        assertThat(filesOfHome()).isEqualTo(once);
        assertThat(workspace.root().resolve("data/schedule.json")).hasContent(book);
        schedule.remove(schedule.removing().orElseThrow());
        assertThat(filesOfHome()).isEmpty();
        assertThat(schedule.removing()).isEmpty();
        assertThat(schedule.status().installed()).isFalse();
    }

    @Test
    void whatIsShownHoldsAllThatIsWritten() throws IOException {
        Schedule.Change change = on("Linux", "systemctl").installing(PLAN);
        String shown = String.join("\n", change.steps().stream().map(ScheduleStep::words).toList());
        assertThat(shown).contains("write " + home, "Persistent=true", "--scheduled",
                "run systemctl --user daemon-reload");
    }

    @Test
    void aStepThatFailsIsASentenceAndThePlanIsNotKept() throws IOException {
        Schedule schedule = on("Linux", "systemctl");
        Schedule.Change change = schedule.installing(PLAN);
        commands.answers.put("systemctl", new CommandRunner.Result(1, "Unit is masked.\n"));
        assertThatIOException().isThrownBy(() -> schedule.install(PLAN, change))
                .withMessage("'systemctl --user daemon-reload' ended with 1: Unit is masked.");
        assertThat(workspace.root().resolve("data/schedule.json")).doesNotExist();
    }

    @Test
    void statusTellsTheNextRunAndHowTheLastEnded() throws IOException {
        Schedule schedule = on("Linux", "systemctl");
        assertThat(schedule.status()).isEqualTo(new Schedule.Status("systemd user timer", false, null, null));
        schedule.install(PLAN, schedule.installing(PLAN));
        Clock later = Clock.fixed(Instant.parse("2025-02-03T18:10:00Z"), ZONE);
        ScheduleBook.of(workspace).ran(false, "TWS does not answer.", later).keepIn(workspace);
        Schedule.Status status = schedule.status();
        assertThat(status.next()).isEqualTo(ZonedDateTime.of(2025, 2, 3, 19, 5, 0, 0, ZONE));
        assertThat(Objects.requireNonNull(status.lastRun()).sentence()).isEqualTo("TWS does not answer.");
    }

    @Test
    void anUpdateIsDueOnceAMonthAndAfterAFailureAgain() throws IOException {
        Schedule schedule = on("Linux", "systemctl");
        schedule.install(PLAN, schedule.installing(PLAN));
        ScheduleBook book = ScheduleBook.of(workspace);
        assertThat(book.isDue(at("2025-02-03T18:04:00Z"))).isFalse();
        Clock due = at("2025-02-03T18:05:00Z");
        assertThat(book.isDue(due)).isTrue();
        assertThat(book.ran(false, "no", due).isDue(at("2025-02-04T18:05:00Z"))).isTrue();
        assertThat(book.ran(true, "yes", due).isDue(at("2025-02-04T18:05:00Z"))).isFalse();
        assertThat(book.ran(true, "yes", due).isDue(at("2025-05-20T10:00:00Z"))).as("a missed month").isTrue();
        assertThat(new ScheduleBook(1, null, null, null, null).isDue(due)).as("nothing planned").isTrue();
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZONE);
    }

    @Test
    void theDayIsOneThatEveryMonthHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthlyPlan(29, LocalTime.NOON))
                .withMessageContaining("1 to 28, not 29");
        var plan = new MonthlyPlan(28, LocalTime.of(23, 59, 58));
        assertThat(plan.after(ZonedDateTime.of(2025, 2, 28, 23, 59, 0, 0, ZONE)))
                .isEqualTo(ZonedDateTime.of(2025, 3, 28, 23, 59, 0, 0, ZONE));
    }

    @Test
    void aNoticeIsShownWhereThereIsADesktopAndNeverFails() {
        on("Linux", "notify-send");
        Machine linux = new Machine("Linux", home, commands, TEMPLATES);
        assertThat(linux.show("Update failed", "TWS \"sleeps\"")).isTrue();
        assertThat(commands.ran).last().asString().startsWith("notify-send").endsWith("Update failed TWS \"sleeps\"");
        assertThat(new Machine("Mac OS X", home, commands, TEMPLATES).show("a", "b")).isFalse();
        assertThat(commands.ran).last().asString().startsWith("osascript -e display notification \"b\"");
    }

    @Test
    void theLauncherBesideTheJarIsTaken() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("app/lib")).resolve("tidemark.jar");
        Files.createFile(jar);
        Path java = Path.of("/usr/lib/jvm/25");
        assertThat(TidemarkProgram.beside(jar, java).start()).endsWith("io.tidemark.Main");
        Path launcher = Files.createDirectories(folder.resolve("app/bin")).resolve("tidemark");
        Files.createFile(launcher);
        assertThat(TidemarkProgram.beside(jar, java).start()).containsExactly(launcher.toString());
    }
}

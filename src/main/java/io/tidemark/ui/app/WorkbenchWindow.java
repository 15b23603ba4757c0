package io.tidemark.ui.app;

import io.tidemark.market.DataSource;
import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.FxThread;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window: the shell, its screens in one workspace, and what is remembered of both.
final class WorkbenchWindow implements ShellCommands {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchWindow.class);

    private static final Duration REST = Duration.seconds(1);

    private final Stage stage;
    private final AppFolders folders;
    private final SettingsStore settings;
    private final Workers workers;
    private final Clock clock;
    private final Consumer<String> opener;
    private final FileDialogs files;

    private final ShellState state = new ShellState();
    private final MarketStatus market = new MarketStatus();
    private final RunningWork work;
    private final ThemeSwitch theme;
    private final ScreenHost host;
    private final NoticeBoard notices;
    private final Pages pages;
    private final Feeds feeds;
    private boolean leaving;

    /// Builds the window without showing it.
    ///
    /// @param opener shows a `file:` address with what the system opens it with
    /// @param files asks for files and folders
    WorkbenchWindow(Stage stage, AppFolders folders, SettingsStore settings, Workers workers, Clock clock,
            Consumer<String> opener, FileDialogs files) {
        this.stage = stage;
        this.folders = folders;
        this.settings = settings;
        this.workers = workers;
        this.clock = clock;
        this.opener = opener;
        this.files = files;
        feeds = new Feeds(clock);
        work = new RunningWork(workers.work());
        theme = new ThemeSwitch(Platform.getPreferences().colorSchemeProperty(), settings.theme());
        Fxml.Loaded<ShellController> shell = new Fxml()
                .with(ShellController.class, () -> new ShellController(state, this, theme.choiceProperty(), work))
                .with(StatusController.class, () -> new StatusController(state, market, work))
                .load(ShellController.class);
        host = new ScreenHost(shell.controller().screens(), new LayoutMemory(settings));
        notices = new NoticeBoard(shell.controller().toasts(), shell.controller().problems());
        pages = new Pages(shell.controller().overlay());
        dress(shell.view());
        listen();
    }

    private void dress(Parent view) {
        var scene = new Scene(view);
        theme.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && pages.close()) {
                event.consume();
            }
        });
        scene.focusOwnerProperty().subscribe(pages::keepFocus);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (!event.isStillSincePress()) {
                // once whoever was dragged has taken its place
                FxThread.later(host::keepLayouts);
            }
        });
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcon.sizes());
        new WindowMemory(stage, settings).restore();
    }

    private void listen() {
        state.currentProperty().bind(host.currentProperty());
        theme.choiceProperty().addListener((observed, before, choice) -> settings.theme(choice));
        market.choiceProperty().set(settings.feed());
        market.choiceProperty().addListener((observed, before, choice) -> settings.feed(choice));
        host.currentProperty().addListener((observed, before, id) -> {
            if (id != null) {
                settings.screen(id);
            }
        });
        keepWhatChanges();
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
    }

    /// Writes the settings soon after a change, so that a process that is killed has lost nothing.
    private void keepWhatChanges() {
        var rest = new PauseTransition(REST);
        rest.setOnFinished(event -> {
            if (stage.isShowing()) {
                new WindowMemory(stage, settings).keep();
                host.keepLayouts();
                settings.saveOn(workers.work());
            }
        });
        settings.onChange(() -> {
            if (rest.getStatus() != Animation.Status.RUNNING) {
                rest.playFromStart();
            }
        });
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(each -> each.addListener((observed, before, now) -> rest.playFromStart()));
    }

    /// Opens a workspace and shows the window.
    void open(Path workspace) {
        openWorkspace(workspace);
        stage.show();
    }

    /// Where bars come from, shared with whoever connects.
    MarketStatus market() {
        return market;
    }

    /// What runs.
    RunningWork work() {
        return work;
    }

    /// The notices.
    NoticeBoard notices() {
        return notices;
    }

    /// The look.
    ThemeSwitch theme() {
        return theme;
    }

    /// Keeps what is to be remembered and closes the screens.
    void close() {
        new WindowMemory(stage, settings).keep();
        host.close();
        settings.save();
    }

    @Override
    public void openWorkspace(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (work.writing().get()) {
            notices.problem(Problem.of("Another workspace cannot be opened while " + titles() + " writes to this one.",
                    "", "Wait for it to end, or cancel it in the status bar."));
            return;
        }
        work.cancelAll();
        ScreenId front = settings.screen().orElse(ScreenId.OVERVIEW);
        state.workspaceProperty().set(whole);
        market.sourceProperty().set(null);
        stage.setTitle("Tidemark – " + whole);
        settings.workspace(whole);
        state.recent().setAll(settings.workspaces());
        var pipelines = new WiredPipelines(whole, clock, feeds, market);
        readSource(pipelines.workspace());
        var screens = new Screens(new ScreenParts(pipelines, host, notices, work, workers.quick(), theme, market,
                settings::memoryOf, this::showFolder, files, clock, this::chooseWorkspace, this::openWorkspace),
                host::refresh);
        host.open(screens.all());
        state.screens().setAll(host.entries());
        host.show(host.has(front) ? front : ScreenId.OVERVIEW);
        screens.opened();
    }

    private void readSource(Workspace workspace) {
        work.start(Job.reading("Open workspace", progress -> workspace.source()), end -> {
            switch (end) {
                case WorkEnd.Succeeded<Optional<DataSource>>(Optional<DataSource> source) -> market.sourceProperty()
                        .set(source.orElse(null));
                case WorkEnd.Failed<Optional<DataSource>> failed -> notices.problem(Problem
                        .of("The settings of this workspace cannot be read: " + failed.sentence(), "",
                                "Mend or remove that file, or open another workspace.")
                        .offering("Open workspace", this::chooseWorkspace).causedBy(failed.cause()));
                case WorkEnd.Cancelled<Optional<DataSource>> _ ->
                    LOG.info("opening {} was cancelled", workspace.root());
            }
        });
    }

    private String titles() {
        return work.tasks().stream().map(Task::getTitle).collect(Collectors.joining(", ", "\"", "\""));
    }

    @Override
    public void show(ScreenId id) {
        host.show(id);
    }

    @Override
    public void perform(ScreenId id, ScreenAction action) {
        host.perform(id, action);
    }

    @Override
    public void perform(ScreenAction action) {
        host.perform(action);
    }

    @Override
    public boolean can(ScreenAction action) {
        return host.can(action);
    }

    @Override
    public void chooseWorkspace() {
        files.folder("Open workspace", Optional.ofNullable(state.workspaceProperty().get()))
                .ifPresent(this::openWorkspace);
    }

    @Override
    public void showWorkspaceFolder() {
        Path folder = state.workspaceProperty().get();
        if (folder != null) {
            showFolder(folder);
        }
    }

    @Override
    public void showLogFolder() {
        showFolder(folders.logs());
    }

    private void showFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            notices.problem(Problem.of("There is no folder " + folder + " yet.", "",
                    "It is made when something is first written there."));
            return;
        }
        LOG.info("showing {}", folder);
        opener.accept(folder.toUri().toString());
    }

    @Override
    public void showPreferences() {
        pages.preferences(theme.choiceProperty());
    }

    @Override
    public void showHelp() {
        pages.help(host.currentProperty().get());
    }

    @Override
    public void showAbout() {
        pages.about(folders, state.workspaceProperty().get());
    }

    @Override
    public void cancelWork() {
        work.cancelAll();
    }

    @Override
    public void quit() {
        if (work.writing().get() && !leaving) {
            pages.ask("Quit while files are being written?", titles() + " is still running. What it has finished is "
                    + "kept; what it is working on now is given up and nothing is left half-written.", "Keep working",
                    "Quit now", this::leave);
            return;
        }
        leave();
    }

    private void leave() {
        leaving = true;
        work.cancelAll();
        stage.hide();
    }

    /// The screens there are.
    List<ScreenEntry> entries() {
        return host.entries();
    }
}

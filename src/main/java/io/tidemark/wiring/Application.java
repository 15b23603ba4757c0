package io.tidemark.wiring;

import io.tidemark.gateway.OptionGateway;
import io.tidemark.model.ModelRegistry;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.workspace.Workspace;
import io.tidemark.workspace.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// One workspace held by this process, and the parts put together for it.
public final class Application implements AutoCloseable {
    private final Workspace workspace;
    private final WorkspaceLock lock;
    private final Clock clock;
    private final List<String> recovered;
    private final Feeds feeds;

    private Application(Workspace workspace, WorkspaceLock lock, Clock clock, List<String> recovered) {
        this.workspace = workspace;
        this.lock = lock;
        this.clock = clock;
        this.recovered = List.copyOf(recovered);
        this.feeds = new Feeds(clock);
    }

    /// Takes the workspace in `folder`, making it when there is none, and mends what a killed process left behind.
    ///
    /// @param command what this process is about to do, shown to a process that comes second
    /// @throws IOException when the folder cannot be used, or another process holds it
    public static Application open(Path folder, String command, Clock clock) throws IOException {
        Workspace workspace = Workspace.at(folder);
        WorkspaceLock lock = workspace.lock(command);
        try {
            var words = new ArrayList<String>();
            lock.deadHolder().ifPresent(holder -> words.add("Took the workspace over: " + holder));
            workspace.recover(lock).forEach(file -> words.add("Removed a half-written file: " + file));
            workspace.journal().recover().forEach(settled -> words.add(settled.toString()));
            new ModelRegistry(workspace.models(), clock).journal().recover()
                    .forEach(settled -> words.add(settled.toString()));
            return new Application(workspace, lock, clock, words);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// What was mended on opening, one sentence each.
    public List<String> recovered() {
        return recovered;
    }

    /// The workspace.
    public Workspace workspace() {
        return workspace;
    }

    /// The clock that everything here goes by.
    public Clock clock() {
        return clock;
    }

    /// A feed of bars as chosen; the caller closes it.
    ///
    /// @throws IOException when the built-in demo gateway cannot open a port
    public BarFeed feed(FeedChoice choice) throws IOException {
        return feeds.open(choice);
    }

    /// A gateway that tells of options, as chosen; the caller closes it.
    ///
    /// @throws IOException when files were chosen, or the built-in demo gateway cannot open a port
    public OptionGateway options(FeedChoice choice) throws IOException {
        return feeds.openOptions(choice);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

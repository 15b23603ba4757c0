package io.tidemark.ui.screen;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/// The open workspace, and the way to run the pipeline in it.
///
/// Reading the workspace needs nothing more. Whoever writes does so inside [Pipelines#write], one at a time: bind
/// buttons that start such work to `RunningWork.writing()`.
public interface Pipelines {

    /// The open workspace.
    Workspace workspace();

    /// Writing work.
    ///
    /// @param <T> what it makes
    @FunctionalInterface
    interface Writing<T> {
        /// Does the work while the workspace is held.
        T run() throws Exception;
    }

    /// Writing work that takes bars.
    ///
    /// @param <T> what it makes
    @FunctionalInterface
    interface Fetching<T> {
        /// Does the work while the workspace is held and the feed is open.
        T run(BarFeed feed) throws Exception;
    }

    /// Holds the workspace, does the work and lets go, whatever happens. Call on a background thread.
    ///
    /// @param command what is about to be done, told to another process that wants the workspace meanwhile
    /// @throws Exception what the work threw, or that another process holds the workspace: the message names it
    <T> T write(String command, Writing<T> work) throws Exception;

    /// As [Pipelines#write], with a feed of bars that is closed afterwards.
    <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception;

    /// A feed without holding the workspace, to test a connection; the caller closes it.
    ///
    /// @throws Exception when the built-in demo gateway cannot open a port
    BarFeed feed(FeedChoice choice) throws Exception;

    /// Whose programs can speak to a gateway here.
    default Set<ClientKind> clients() {
        return Set.of(ClientKind.BUILTIN);
    }

    /// How much of the request budget of a gateway is used now; empty where requests are not limited.
    default Optional<PacingUsage> pacing(FeedChoice choice) {
        return Optional.empty();
    }
}

package io.tidemark.ui.task;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts work and lists what runs, for the status bar and for screens that must wait.
///
/// All methods belong on the window's thread.
public final class RunningWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWork.class);

    private final Executor executor;
    private final ObservableList<WorkTask<?>> tasks = FXCollections.observableArrayList();
    private final ObservableList<WorkTask<?>> view = FXCollections.unmodifiableObservableList(tasks);
    private final BooleanBinding busy = Bindings.isNotEmpty(tasks);
    private final BooleanBinding writing = Bindings
            .createBooleanBinding(() -> tasks.stream().anyMatch(WorkTask::writesFiles), tasks);

    /// Nothing runs yet.
    ///
    /// @param executor where work runs; closed by whoever made it
    public RunningWork(Executor executor) {
        this.executor = executor;
    }

    /// Starts a piece of work.
    ///
    /// @param onEnd told once, on the window's thread, how it ended; a failure not shown there is lost for the person
    /// @return the task: progress and message to bind to, and `cancel()`
    @CanIgnoreReturnValue
    public <T> WorkTask<T> start(Job<T> job, Consumer<WorkEnd<T>> onEnd) {
        FxThread.require();
        var task = new WorkTask<>(job);
        task.stateProperty().addListener((observed, before, state) -> endOf(task, state).ifPresent(how -> {
            tasks.remove(task);
            logFailure(task, how);
            onEnd.accept(how);
        }));
        tasks.add(task);
        executor.execute(task);
        return task;
    }

    private static <T> Optional<WorkEnd<T>> endOf(WorkTask<T> task, Worker.State state) {
        return switch (state) {
            case SUCCEEDED -> Optional.of(new WorkEnd.Succeeded<>(task.getValue()));
            case FAILED -> Optional.of(new WorkEnd.Failed<>(task.getException()));
            case CANCELLED -> Optional.of(new WorkEnd.Cancelled<>());
            case READY, SCHEDULED, RUNNING -> Optional.empty();
        };
    }

    private static void logFailure(WorkTask<?> task, WorkEnd<?> how) {
        if (how instanceof WorkEnd.Failed<?> failed) {
            LOG.warn("{} failed", task.getTitle(), failed.cause());
        }
    }

    /// What runs or waits to run, oldest first; read only.
    public ObservableList<WorkTask<?>> tasks() {
        return view;
    }

    /// Whether anything runs or waits to run.
    public BooleanBinding busy() {
        return busy;
    }

    /// Whether something that keeps files runs or waits to run.
    public BooleanBinding writing() {
        return writing;
    }

    /// Asks everything to stop; the ends are told as usual.
    public void cancelAll() {
        FxThread.require();
        List.copyOf(tasks).forEach(Worker::cancel);
    }
}

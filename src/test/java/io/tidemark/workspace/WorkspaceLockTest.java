package io.tidemark.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceLockTest {
    @TempDir
    private Path root;
    private Workspace workspace;
    private Path lockFile;

    @BeforeEach
    void openWorkspace() {
        workspace = Workspace.at(root);
        lockFile = root.resolve("data/workspace.lock");
    }

    /// Holds the lock until its standard input ends.
    static final class Holding {
        private Holding() {
        }

        static void main(String[] arguments) throws IOException {
            try (WorkspaceLock lock = Workspace.at(Path.of(arguments[0])).lock("tidemark setup")) {
                System.out.println("held " + lock.deadHolder().isPresent());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Test
    void secondProcessIsToldWhoHasTheWorkspace() throws IOException {
        try (ChildJvm child = ChildJvm.start(Holding.class, root.toString())) {
            assertThat(child.nextLine()).isEqualTo("held false");

            assertThatThrownBy(() -> workspace.lock("tidemark train")).isInstanceOf(WorkspaceInUseException.class)
                    .hasMessageMatching("The workspace \\Q" + workspace.root() + "\\E is in use by process "
                            + child.pid()
                            + " \\(tidemark setup, started \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\)\\."
                            + " Wait until that ends, or choose another folder \\(--workspace in the terminal\\)\\.");
        }
    }

    @Test
    void orderlyEndGivesTheWorkspaceBack() throws IOException {
        try (ChildJvm child = ChildJvm.start(Holding.class, root.toString())) {
            child.nextLine();
            child.end();
        }
        assertThat(lockFile).isEmptyFile();
        try (WorkspaceLock lock = workspace.lock("tidemark train")) {
            assertThat(lock.deadHolder()).isEmpty();
        }
    }

    @Test
    void lockOfAKilledProcessIsTakenOverAndItsHolderTold() throws IOException {
        long dead;
        try (ChildJvm child = ChildJvm.start(Holding.class, root.toString())) {
            child.nextLine();
            dead = child.pid();
            child.kill();
        }
        try (WorkspaceLock lock = workspace.lock("tidemark train")) {
            assertThat(lock.deadHolder()).hasValueSatisfying(holder -> {
                assertThat(holder.pid()).isEqualTo(dead);
                assertThat(holder.command()).isEqualTo("tidemark setup");
            });
        }
    }

    @Test
    void sameProcessCannotTakeItTwice() throws IOException {
        try (WorkspaceLock lock = workspace.lock("tidemark setup")) {
            assertThat(lock.deadHolder()).isEmpty();
            assertThatThrownBy(() -> workspace.lock("tidemark train")).isInstanceOf(WorkspaceInUseException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (tidemark setup");
        }
        workspace.lock("tidemark train").close();
    }

    @Test
    void refusedTriesDoNotLoosenTheLock() throws IOException {
        try (WorkspaceLock lock = workspace.lock("tidemark setup")) {
            assertThat(lock.deadHolder()).isEmpty();
            assertThatThrownBy(() -> workspace.lock("tidemark train")).isInstanceOf(WorkspaceInUseException.class);
            workspace.recover(lock);

            try (ChildJvm child = ChildJvm.start(Trying.class, root.toString())) {
                assertThat(child.nextLine()).contains("in use by process " + ProcessHandle.current().pid());
            }
        }
    }

    /// Prints why it does not get the lock.
    static final class Trying {
        private Trying() {
        }

        static void main(String[] arguments) throws IOException {
            try (WorkspaceLock lock = Workspace.at(Path.of(arguments[0])).lock("tidemark train")) {
                System.out.println("got it " + lock.deadHolder());
            } catch (WorkspaceInUseException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void sameFolderByAnotherNameIsTheSameWorkspace() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), Files.createDirectory(root.resolve("real")));
        try (WorkspaceLock lock = Workspace.at(root.resolve("real")).lock("tidemark setup")) {
            assertThat(lock.deadHolder()).isEmpty();
            assertThatThrownBy(() -> Workspace.at(link).lock("tidemark train"))
                    .isInstanceOf(WorkspaceInUseException.class);
        }
    }

    @Test
    void fileNamesTheHolderInPlainText() throws IOException {
        try (WorkspaceLock lock = workspace.lock("tidemark\nsetup")) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(lockFile)).matches("pid " + ProcessHandle.current().pid()
                    + "\nstarted \\d{4}-\\d\\d-\\d\\dT\\S+Z\ncommand tidemark setup\n");
        }
    }

    @Test
    void otherWorkspacesAreFree() throws IOException {
        try (WorkspaceLock one = workspace.lock("tidemark setup");
                WorkspaceLock other = Workspace.at(root.resolve("other")).lock("tidemark setup")) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void closingTwiceDoesNothing() throws IOException {
        WorkspaceLock lock = workspace.lock("tidemark setup");
        lock.close();
        lock.close();

        workspace.lock("tidemark setup").close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "pid 12\nstarted yesterday\ncommand x\n",
            "pid 12\nstarted 2024-01-01T00:00:0"})
    void unreadableTextInTheFileIsNoHindrance(String text) throws IOException {
        Files.createDirectories(lockFile.getParent());
        Files.writeString(lockFile, text);

        try (WorkspaceLock lock = workspace.lock("tidemark setup")) {
            assertThat(lock.deadHolder()).isEmpty();
        }
    }
}

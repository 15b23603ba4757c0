package io.tidemark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A repair under way: what was mended so far, what stands in the way of the rest, and copies of what was damaged.
final class RepairWork {
    private final DamagedFiles damaged;
    private final RunContext context;
    private final List<String> mended = new ArrayList<>();
    private final Map<String, String> obstacles = new HashMap<>();

    RepairWork(DamagedFiles damaged, RunContext context) {
        this.damaged = damaged;
        this.context = context;
    }

    /// Mends one thing.
    @FunctionalInterface
    interface Mending {
        /// Mends, or does nothing where nothing is damaged.
        void run() throws StageFailure, IOException;
    }

    /// Looks whether a thing is whole.
    @FunctionalInterface
    interface Look {
        /// Looks; throws when it is not.
        void at() throws IOException;
    }

    RunContext context() {
        return context;
    }

    /// What stands in the way of one thing does not keep others from being mended.
    ///
    /// @param what its name in the verification
    void attempt(String what, Mending mending) {
        context.progress(Stage.REPAIR).checkCancelled();
        try {
            mending.run();
        } catch (IOException | StageFailure | IllegalArgumentException e) {
            obstacles.put(what, String.valueOf(e.getMessage()));
        }
    }

    /// Copies files before others take their place.
    void keep(List<Path> files) throws IOException {
        damaged.keep(files);
    }

    /// Moves a file that nothing can mend out of the way.
    ///
    /// @param sentence what that means, for a person
    void setAside(Path file, String sentence) throws IOException {
        damaged.setAside(file);
        mended(sentence);
    }

    /// Notes what was done, a sentence.
    void mended(String sentence) {
        mended.add(sentence);
    }

    RepairReport report(VerifyReport after) {
        return RepairReport.of(mended, after, obstacles, damaged.kept());
    }
}

package io.tidemark.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/// Lets the process "die", or the disk fail, between any two changes on the disk, inside one JVM.
public final class Deaths {
    private Deaths() {
    }

    /// Work that changes files.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// Stands for the death of the process: nothing in between may catch it and tidy up.
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        private Death(String change) {
            super("died before: " + change);
        }
    }

    /// Runs the work and tells the changes that it made.
    public static List<String> changesOf(Work work) throws Exception {
        var changes = new ArrayList<String>();
        watched(changes::add, work);
        return changes;
    }

    /// Runs work that dies before the change of that number, counted from 1. Once dead, no change is made any more.
    ///
    /// @return whether it died; false when it made fewer changes than that
    public static boolean before(int change, Work work) throws Exception {
        var seen = new ArrayList<String>();
        try {
            watched(next -> {
                seen.add(next);
                if (seen.size() >= change) {
                    throw new Death(next);
                }
            }, work);
        } catch (Death e) {
            return true;
        }
        return false;
    }

    /// Runs work on a disk that fails at the change of that number and works again afterwards.
    public static void failing(int change, String reason, Work work) throws Exception {
        var seen = new ArrayList<String>();
        watched(next -> {
            seen.add(next);
            if (seen.size() == change) {
                throw new FileSystemException(next, null, reason);
            }
        }, work);
    }

    /// Runs work on a disk that takes no change from that number on.
    public static void full(int change, Work work) throws Exception {
        var seen = new ArrayList<String>();
        watched(next -> {
            seen.add(next);
            if (seen.size() >= change && !next.startsWith("clear ")) {
                throw new IOException("No space left on device");
            }
        }, work);
    }

    private static void watched(Disk.Witness witness, Work work) throws Exception {
        ScopedValue.where(Disk.WITNESS, witness).call(() -> {
            work.run();
            return true;
        });
    }
}

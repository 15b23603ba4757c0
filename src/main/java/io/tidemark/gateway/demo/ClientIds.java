package io.tidemark.gateway.demo;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Which client ids are in use: each by one connection at a time. Thread-safe.
final class ClientIds {
    /// A client that has just hung up may connect again before its old thread has noticed.
    private static final Duration GRACE = Duration.ofMillis(200);

    private final Map<Integer, Semaphore> ids = new ConcurrentHashMap<>();

    /// Takes an id, waiting a moment for one that is being given back; false when it stays in use.
    boolean take(int id) {
        try {
            return ids.computeIfAbsent(id, each -> new Semaphore(1)).tryAcquire(GRACE.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Gives back an id that was taken.
    void free(int id) {
        var taken = ids.get(id);
        if (taken != null) {
            taken.release();
        }
    }
}

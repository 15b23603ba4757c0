package io.tidemark.gateway.tws;

import java.util.concurrent.CompletableFuture;

/// Whether TWS can reach IBKR and its history farm, as its notices tell. Thread-safe.
final class Impairment {
    private final CompletableFuture<Void> heardOfFarm = new CompletableFuture<>();
    private boolean linkLost;
    private boolean farmBroken;
    private String words = "";
    private CompletableFuture<Void> usable = CompletableFuture.completedFuture(null);

    /// TWS is cut off from IBKR.
    synchronized void linkLost(String text) {
        linkLost = true;
        impair(text);
    }

    /// TWS reaches IBKR again.
    synchronized void linkBack() {
        linkLost = false;
        recover();
    }

    /// The history farm is away.
    synchronized void farmBroken(String text) {
        farmBroken = true;
        impair(text);
    }

    /// The history farm takes questions.
    synchronized void farmUsable() {
        farmBroken = false;
        heardOfFarm.complete(null);
        recover();
    }

    /// Whether questions for bars can be answered, as far as known.
    synchronized boolean isUsable() {
        return !linkLost && !farmBroken;
    }

    /// Completed while questions can be answered; ask again after each change for the worse.
    synchronized CompletableFuture<Void> usable() {
        return usable;
    }

    /// Completed once the history farm was first said to be there.
    CompletableFuture<Void> heardOfFarm() {
        return heardOfFarm;
    }

    /// TWS's own words about the last change for the worse.
    synchronized String words() {
        return words;
    }

    private void impair(String text) {
        words = text;
        if (usable.isDone()) {
            usable = new CompletableFuture<>();
        }
    }

    private void recover() {
        if (isUsable()) {
            usable.complete(null);
        }
    }
}

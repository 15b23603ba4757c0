package io.tidemark.gateway.tws;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Writes down what a gateway tells.
final class Recorder implements GatewayListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void stateChanged(GatewayState from, GatewayState to) {
        add("state " + to);
    }

    @Override
    public void stepPassed(ConnectResult.Step step, String detail) {
        add("step " + step + " " + detail);
    }

    @Override
    public void notice(Severity severity, int code, String text) {
        add("notice " + code + " " + text);
    }

    @Override
    public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
        add("retrying " + request.instrument().symbol() + " " + attempt + " " + because.getClass().getSimpleName());
    }

    /// Lines so far that begin with the given text.
    synchronized List<String> lines(String start) {
        return lines.stream().filter(each -> each.startsWith(start)).toList();
    }

    /// Waits until a line came.
    synchronized void await(Predicate<String> line) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (lines.stream().noneMatch(line)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not told within 5 s; told: " + lines);
            }
            wait(left);
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }
}

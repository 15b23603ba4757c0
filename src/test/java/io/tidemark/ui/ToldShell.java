package io.tidemark.ui;

import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import java.util.ArrayList;
import java.util.List;

/// Remembers what a screen told the shell: notices, and where it led.
public final class ToldShell implements Notices, Navigator {
    private final List<String> done = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<ScreenId> shown = new ArrayList<>();
    private final List<ScreenRequest> requests = new ArrayList<>();
    private final List<ScreenAction> performed = new ArrayList<>();

    /// What was said to be done.
    public List<String> done() {
        return done;
    }

    /// What went wrong.
    public List<Problem> problems() {
        return problems;
    }

    /// Screens that were led to.
    public List<ScreenId> shown() {
        return shown;
    }

    /// What other screens were asked to show.
    public List<ScreenRequest> requests() {
        return requests;
    }

    /// What other screens were asked to do.
    public List<ScreenAction> performed() {
        return performed;
    }

    @Override
    public void done(String sentence) {
        done.add(sentence);
    }

    @Override
    public void done(String sentence, Offer offer) {
        done.add(sentence);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void solved(Problem problem) {
        problems.remove(problem);
    }

    @Override
    public boolean has(ScreenId id) {
        return true;
    }

    @Override
    public void show(ScreenId id) {
        shown.add(id);
    }

    @Override
    public void show(ScreenId id, ScreenRequest request) {
        shown.add(id);
        requests.add(request);
    }

    @Override
    public void perform(ScreenId id, ScreenAction action) {
        shown.add(id);
        performed.add(action);
    }
}

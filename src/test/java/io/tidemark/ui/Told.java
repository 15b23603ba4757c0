package io.tidemark.ui;

import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import java.util.ArrayList;
import java.util.List;

/// Writes down where screens lead and what they tell. Every screen is said to be there.
public final class Told implements Navigator, Notices {
    /// Screens shown or asked to do something, in order.
    public final List<String> ways = new ArrayList<>();
    /// Sentences told, in order.
    public final List<String> sentences = new ArrayList<>();
    /// Problems that stand, in order.
    public final List<Problem> problems = new ArrayList<>();

    @Override
    public boolean has(ScreenId id) {
        return true;
    }

    @Override
    public void show(ScreenId id) {
        ways.add(id.name());
    }

    @Override
    public void show(ScreenId id, ScreenRequest request) {
        ways.add(id + " " + request);
    }

    @Override
    public void perform(ScreenId id, ScreenAction action) {
        ways.add(id + " " + action);
    }

    @Override
    public void done(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void done(String sentence, Offer offer) {
        sentences.add(sentence);
    }

    @Override
    public void problem(Problem problem) {
        sentences.add(problem.what());
        problems.add(problem);
    }

    @Override
    public void solved(Problem problem) {
        sentences.remove(problem.what());
        problems.remove(problem);
    }
}

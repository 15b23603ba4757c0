package io.tidemark.ui.setup;

import java.util.List;

/// The steps of the guide, in order.
enum SetupStep {
    FOLDER("Folder", "Next: where bars come from"), SOURCE("Source of bars", "Next: symbols and years"), SYMBOLS(
            "Symbols and years", "Next: regime rules"), RULES("Regime rules", "Next: run"), RUN("Run",
                    "Next: what now"), DONE("What now", "Go to the overview");

    private static final List<SetupStep> IN_ORDER = List.of(values());

    private final String title;
    private final String verb;

    SetupStep(String title, String verb) {
        this.title = title;
        this.verb = verb;
    }

    /// Its place in the list, from 1.
    int number() {
        return IN_ORDER.indexOf(this) + 1;
    }

    String title() {
        return title;
    }

    /// What the step will do, for somebody who has not done it.
    String will() {
        return switch (this) {
            case FOLDER -> "Everything that Tidemark makes goes into one folder: bars and training sets under data, "
                    + "models under models.";
            case SOURCE -> "Choose where daily bars come from. The demo market needs nothing and is synthetic; TWS "
                    + "and IB Gateway are asked for history only. Read-only: Tidemark cannot send orders.";
            case SYMBOLS -> "SPY and VIX make the regimes; every symbol but VIX gives options for the touch model.";
            case RULES -> "Each day gets the regime of the first rule that fits. The thresholds below are the usual "
                    + "ones; adjust them now, or later on the regimes pane, where the whole chart follows.";
            case RUN -> "Downloads the bars, labels every day, samples options and trains both models. Each stage "
                    + "leaves whole files behind, so a run that was stopped is simply started again.";
            case DONE -> "Once a month: download the new bars, then train again. Every run is kept, so that you can "
                    + "compare, and the overview tells when it is time. To have the computer do it by itself each "
                    + "month, type once in a terminal: tidemark schedule install.";
        };
    }

    /// What the button to the next step says.
    String verb() {
        return verb;
    }

    SetupStep next() {
        return IN_ORDER.get(Math.min(IN_ORDER.indexOf(this) + 1, IN_ORDER.size() - 1));
    }

    SetupStep previous() {
        return IN_ORDER.get(Math.max(IN_ORDER.indexOf(this) - 1, 0));
    }
}

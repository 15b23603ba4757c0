package io.tidemark.ui.screen;

/// The screens of the workbench, in the order of the navigation.
///
/// Settings remember a screen by its name; renaming one makes a remembered screen unknown, which is harmless.
public enum ScreenId {
    /// What there is and what needs doing next.
    OVERVIEW("Overview", 1),
    /// Where bars come from.
    CONNECTION("Connection", 2),
    /// Bars of each symbol.
    DOWNLOAD("Download", 3),
    /// Labels of the days, audited by eye.
    REGIMES("Regimes", 4),
    /// Options and whether their strikes were touched.
    POT("Touch data", 5),
    /// Models, trained and judged.
    TRAINING("Training", 6),
    /// Every training that was kept.
    RUNS("Runs", 7),
    /// What the models in use say now.
    PREDICT("Predictions", 8),
    /// From an empty folder to trained models, step by step.
    SETUP("Set-up guide", 0);

    private final String title;
    private final int digit;

    ScreenId(String title, int digit) {
        this.title = title;
        this.digit = digit;
    }

    /// The name a person reads.
    public String title() {
        return title;
    }

    /// The digit that opens the screen together with Ctrl or Cmd: 1 to 8, and 0 for the set-up guide.
    public int digit() {
        return digit;
    }
}

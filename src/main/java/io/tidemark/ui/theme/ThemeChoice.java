package io.tidemark.ui.theme;

/// What the person wants the window to look like.
public enum ThemeChoice {
    /// As the system does, following it when it changes.
    SYSTEM("Follow the system"),
    /// Always light.
    LIGHT("Light"),
    /// Always dark.
    DARK("Dark");

    private final String title;

    ThemeChoice(String title) {
        this.title = title;
    }

    /// The name a person reads.
    public String title() {
        return title;
    }
}

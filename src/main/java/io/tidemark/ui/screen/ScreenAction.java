package io.tidemark.ui.screen;

/// What a menu or a shortcut can ask of a screen.
public enum ScreenAction {
    /// Puts the focus where rows or days are filtered (Ctrl+F).
    FILTER,
    /// Saves what is selected or shown (Ctrl+E).
    EXPORT,
    /// Starts training with the parameters as they stand (Ctrl+R, answered by the training screen).
    RETRAIN,
    /// Starts the monthly update (Ctrl+U, answered by the overview).
    UPDATE,
    /// Starts the download of all symbols (Ctrl+D, answered by the download screen).
    DOWNLOAD
}

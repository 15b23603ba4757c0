package io.tidemark.ui.screen;

/// Leads from screen to screen.
public interface Navigator {

    /// Whether the workbench has this screen.
    boolean has(ScreenId id);

    /// Brings a screen to the front; does nothing when there is none of that id.
    void show(ScreenId id);

    /// Brings a screen to the front and hands it a request.
    void show(ScreenId id, ScreenRequest request);

    /// Brings a screen to the front and has it do something, if it can.
    void perform(ScreenId id, ScreenAction action);
}

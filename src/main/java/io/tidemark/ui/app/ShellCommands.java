package io.tidemark.ui.app;

import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import java.nio.file.Path;

/// What the shell's menus and navigation can ask of the window.
interface ShellCommands {

    /// Brings a screen to the front.
    void show(ScreenId id);

    /// Brings a screen to the front and has it do something.
    void perform(ScreenId id, ScreenAction action);

    /// Has the screen in front do something, if it can.
    void perform(ScreenAction action);

    /// Whether the screen in front can do this.
    boolean can(ScreenAction action);

    /// Lets the person choose a workspace.
    void chooseWorkspace();

    /// Opens a workspace instead of the one that is open.
    void openWorkspace(Path folder);

    /// Shows the open workspace in the system's file manager.
    void showWorkspaceFolder();

    /// Shows the folder of the log files in the system's file manager.
    void showLogFolder();

    /// Opens what can be chosen.
    void showPreferences();

    /// Opens the help of the screen in front.
    void showHelp();

    /// Opens versions and folders.
    void showAbout();

    /// Asks all running work to stop.
    void cancelWork();

    /// Closes the window, asking first while something is being written.
    void quit();
}

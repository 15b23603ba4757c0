package io.tidemark.ui.screen;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file or a folder.
///
/// Belongs to the window's thread. An answer is empty when the person chose nothing.
public interface FileDialogs {

    /// What is saved.
    ///
    /// @param title what the person is asked
    /// @param name the file proposed
    /// @param kind what such files are called: `CSV file`
    /// @param ending how their names end: `csv`
    record Saved(String title, String name, String kind, String ending) {}

    /// Asks where to save something; the system asks before it offers to replace a file.
    Optional<Path> save(Saved what);

    /// Asks for a folder.
    ///
    /// @param start where to begin, when it is there
    Optional<Path> folder(String title, Optional<Path> start);
}

package io.tidemark.ui.app;

import io.tidemark.ui.screen.FileDialogs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The dialogs of the system, in front of a window.
///
/// @param owner the window
record SystemFileDialogs(Window owner) implements FileDialogs {

    @Override
    public Optional<Path> save(Saved what) {
        var chooser = new FileChooser();
        chooser.setTitle(what.title());
        chooser.setInitialFileName(what.name());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(what.kind(), "*." + what.ending()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}

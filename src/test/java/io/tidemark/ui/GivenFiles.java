package io.tidemark.ui;

import io.tidemark.ui.screen.FileDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers each question for a file with the name proposed, in one folder; without a folder nothing is chosen.
public final class GivenFiles implements FileDialogs {
    /// What was asked for, in order.
    public final List<String> asked = new ArrayList<>();
    private final @Nullable Path folder;

    private GivenFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /// A person who saves in this folder.
    public static GivenFiles in(Path folder) {
        return new GivenFiles(folder);
    }

    /// A person who cancels.
    public static GivenFiles none() {
        return new GivenFiles(null);
    }

    @Override
    public Optional<Path> save(Saved what) {
        asked.add(what.name());
        return Optional.ofNullable(folder).map(each -> each.resolve(what.name()));
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
        asked.add(title);
        return Optional.ofNullable(folder);
    }
}

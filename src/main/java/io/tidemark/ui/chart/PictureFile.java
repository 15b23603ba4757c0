package io.tidemark.ui.chart;

import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.theme.Token;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.image.Image;

/// Saves what a node shows where a person wants it.
public final class PictureFile {
    private PictureFile() {
    }

    /// Asks for a file and saves the node's picture there; nothing happens when no file is chosen.
    ///
    /// @param title what is shown, the name proposed
    public static void choose(String title, Node node, ChartCard.Saving saving) {
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png";
        saving.files().save(new FileDialogs.Saved("Save picture", name, "PNG picture", "png"))
                .ifPresent(file -> save(node, saving, file));
    }

    /// Saves the node's picture.
    public static void save(Node node, ChartCard.Saving saving, Path file) {
        Image picture = ChartExport.picture(node, saving.theme().palette().color(Token.GROUND));
        saving.work().start(Job.<Path>writing("Save picture", progress -> {
            ChartExport.write(picture, file);
            return file;
        }), end -> {
            if (end instanceof WorkEnd.Failed<Path> failed) {
                saving.notices().problem(Problem.of("The picture could not be saved: " + failed.sentence(), "",
                        "Choose another folder and save again.").causedBy(failed.cause()));
            } else if (end instanceof WorkEnd.Succeeded<Path>(Path saved)) {
                saving.notices().done("Saved " + saved.getFileName() + ".");
            }
        });
    }
}

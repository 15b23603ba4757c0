package io.tidemark.ui.chart;

import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.theme.Token;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.stage.FileChooser;

/// Saves what a node shows where a person wants it.
public final class PictureFile {
    private PictureFile() {
    }

    /// Asks for a file and saves the node's picture there; nothing happens when no file is chosen.
    ///
    /// @param title what is shown, the name proposed
    public static void choose(String title, Node node, ChartCard.Saving saving) {
        var chooser = new FileChooser();
        chooser.setTitle("Save picture");
        chooser.setInitialFileName(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
        File chosen = chooser.showSaveDialog(node.getScene().getWindow());
        if (chosen != null) {
            save(node, saving, chosen.toPath());
        }
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

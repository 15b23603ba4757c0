package io.tidemark.ui.chart;

import io.fair_acc.chartfx.utils.WriteFxImage;
import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// Saves what a node shows as a PNG file.
public final class ChartExport {
    private static final double SHARPNESS = 2;

    private ChartExport() {
    }

    /// The pixels of a node, two for each of the screen's, on a ground of one colour. Call on the window's thread.
    public static Image picture(Node node, Color ground) {
        var how = new SnapshotParameters();
        how.setFill(ground);
        how.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
        return node.snapshot(how, (WritableImage) null);
    }

    /// Writes a picture, whole or not at all. Call on a background thread: packing takes a while.
    ///
    /// @throws IOException when the file cannot be written
    public static void write(Image picture, Path file) throws IOException {
        ByteBuffer packed = WriteFxImage.encode(picture);
        AtomicFile.write(file, out -> Channels.newChannel(out).write(packed));
    }

    /// Takes the picture of a node and writes it at once, for small charts and tests. Call on the window's thread.
    ///
    /// @throws IOException when the file cannot be written
    public static void png(Node node, Color ground, Path file) throws IOException {
        write(picture(node, ground), file);
    }
}

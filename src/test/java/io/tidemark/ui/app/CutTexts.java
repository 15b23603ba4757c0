package io.tidemark.ui.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

/// Texts of a window that cannot be read whole: shortened by an ellipsis, or reaching beyond what clips them.
final class CutTexts {
    private static final double TOLERANCE = 1.5;

    private final List<String> found = new ArrayList<>();

    private CutTexts() {
    }

    /// All that are cut under a node, each with the way to it.
    static List<String> under(Node root) {
        var texts = new CutTexts();
        texts.look(root, "");
        return texts.found;
    }

    private void look(Node node, String way) {
        if (!node.isVisible() || !(node instanceof Parent parent)) {
            return;
        }
        String here = way + "/" + (node.getId() == null ? node.getClass().getSimpleName() : "#" + node.getId());
        if (node instanceof Labeled labeled && labeled.getWidth() > 0 && !blank(labeled)) {
            judge(labeled, here);
        }
        if (node instanceof TableView<?> && isClipped(node)) {
            found.add("a table is clipped at " + here);
        }
        parent.getChildrenUnmodifiable().forEach(each -> look(each, here));
    }

    private static boolean blank(Labeled labeled) {
        return labeled.getText() == null || labeled.getText().isBlank()
                || (labeled instanceof IndexedCell<?> cell && cell.isEmpty());
    }

    private void judge(Labeled labeled, String way) {
        String meant = labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
        Node inner = labeled.lookup(".text");
        if (inner instanceof Text text && text.isVisible() && !same(text.getText(), meant)) {
            found.add("'" + meant + "' reads '" + text.getText() + "' at " + way);
        } else if (isClipped(labeled)) {
            found.add("'" + meant + "' is clipped at " + way);
        }
    }

    /// A wrapped text is the same text.
    private static boolean same(String shown, String meant) {
        return shown.replaceAll("\\s+", " ").strip().equals(meant.replaceAll("\\s+", " ").strip());
    }

    private static boolean isClipped(Node node) {
        Bounds own = node.localToScene(node.getBoundsInLocal());
        boolean clipped = false;
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane || each instanceof TableView<?>) {
                // what scrolls may reach beyond its view
                return false;
            }
            if (each.getClip() != null || each.getParent() == null) {
                Bounds view = each.localToScene(each.getClip() == null
                        ? each.getBoundsInLocal()
                        : each.getClip().getBoundsInParent());
                clipped |= own.getMaxX() > view.getMaxX() + TOLERANCE || own.getMaxY() > view.getMaxY() + TOLERANCE;
            }
        }
        return clipped;
    }
}

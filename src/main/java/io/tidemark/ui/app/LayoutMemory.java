package io.tidemark.ui.app;

import io.tidemark.ui.screen.ScreenId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/// Puts back and keeps the dividers and columns of every split pane and table that has an id.
final class LayoutMemory {
    private final SettingsStore settings;

    LayoutMemory(SettingsStore settings) {
        this.settings = settings;
    }

    /// Puts back what was kept, where it still fits.
    ///
    /// @param view laid out once, so that its parts can be found
    void restore(ScreenId id, Parent view) {
        named(view, ".split-pane", SplitPane.class).forEach((name, pane) -> {
            List<Double> kept = settings.dividers(id + "." + name);
            if (kept.size() == pane.getDividers().size()) {
                pane.setDividerPositions(kept.stream().mapToDouble(Double::doubleValue).toArray());
            }
        });
        named(view, ".table-view", TableView.class)
                .forEach((name, table) -> putBack(table, settings.columns(id + "." + name)));
    }

    /// Keeps what a screen looks like now. A part that is hidden, as on the overview of an empty workspace, was not
    /// laid out and has no sizes to keep.
    void keep(ScreenId id, Parent view) {
        var panes = named(view, ".split-pane", SplitPane.class);
        panes.values().removeIf(LayoutMemory::isHidden);
        panes.forEach((name, pane) -> settings.dividers(id + "." + name,
                IntStream.range(0, pane.getDividers().size()).mapToObj(i -> pane.getDividerPositions()[i]).toList()));
        var tables = named(view, ".table-view", TableView.class);
        tables.values().removeIf(LayoutMemory::isHidden);
        tables.forEach((name, table) -> {
            var widths = new ArrayList<String>();
            for (Object each : table.getColumns()) {
                var column = (TableColumnBase<?, ?>) each;
                widths.add(nameOf(column) + "=" + Math.round(column.getWidth()));
            }
            settings.columns(id + "." + name, widths);
        });
    }

    private static boolean isHidden(Node part) {
        for (Node each = part; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return true;
            }
        }
        return false;
    }

    private static void putBack(TableView<?> table, List<String> kept) {
        var places = new LinkedHashMap<String, Double>();
        for (String each : kept) {
            int mark = each.lastIndexOf('=');
            if (mark > 0) {
                places.put(each.substring(0, mark), Double.valueOf(each.substring(mark + 1)));
            }
        }
        if (!table.getColumns().stream().allMatch(column -> places.containsKey(nameOf(column)))) {
            return;
        }
        var order = List.copyOf(places.keySet());
        table.getColumns().sort(Comparator.comparingInt(column -> order.indexOf(nameOf(column))));
        table.getColumns().forEach(column -> column.setPrefWidth(places.getOrDefault(nameOf(column), 0.0)));
    }

    private static String nameOf(TableColumnBase<?, ?> column) {
        String id = column.getId();
        return id == null ? column.getText() : id;
    }

    private static <T extends Node> Map<String, T> named(Parent view, String selector, Class<T> type) {
        var found = new LinkedHashMap<String, T>();
        for (Node node : view.lookupAll(selector)) {
            if (type.isInstance(node) && node.getId() != null) {
                found.putIfAbsent(node.getId(), type.cast(node));
            }
        }
        if (type.isInstance(view) && view.getId() != null) {
            found.putIfAbsent(view.getId(), type.cast(view));
        }
        return found;
    }
}

package io.tidemark.ui.chart;

import io.tidemark.ui.control.Buttons;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import io.tidemark.ui.control.SectionHeader;
import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.ThemeSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart with its title, a button that shows it as a table, and one that saves it as a picture.
public final class ChartCard extends VBox {
    private final SectionHeader header = new SectionHeader();
    private final StackPane place = new StackPane();
    private final Node chart;
    private final Supplier<TableData> data;
    private final Saving saving;

    /// What saving a picture needs.
    ///
    /// @param theme the ground of the picture
    /// @param work writes the file
    /// @param notices tells that it is there
    /// @param files asks where to
    public record Saving(ThemeSwitch theme, RunningWork work, Notices notices, FileDialogs files) {}

    /// Frames a chart.
    ///
    /// @param title what the chart shows
    /// @param hint how to read it, in a few words
    public ChartCard(String title, String hint, ChartPiece piece, Saving saving) {
        this(title, hint, piece.node(), piece::table, saving);
    }

    /// Frames any node that can be read as a table.
    public ChartCard(String title, String hint, Node chart, Supplier<TableData> data, Saving saving) {
        super(6);
        this.chart = chart;
        this.data = data;
        this.saving = saving;
        header.setTitle(title);
        header.setHint(hint);
        var asTable = new ToggleButton(null, new IconView(Icon.TABLE));
        asTable.getStyleClass().addAll("button-icon", "flat");
        asTable.setAccessibleText("Show as table: " + title);
        asTable.setTooltip(new Tooltip("Show as table"));
        asTable.selectedProperty().subscribe(this::show);
        var save = Buttons.icon(Icon.EXPORT, "Save picture", this::savePicture);
        save.setAccessibleText("Save picture: " + title);
        header.getActions().addAll(asTable, save);
        if (chart.getAccessibleText() == null) {
            chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            chart.setAccessibleText("Chart of " + title + ", " + hint + "; the table has its figures");
        }
        VBox.setVgrow(place, Priority.ALWAYS);
        getStyleClass().add("chart-card");
        getChildren().addAll(header, place);
    }

    /// Title, hint and further buttons.
    public SectionHeader header() {
        return header;
    }

    private void show(boolean table) {
        place.getChildren().setAll(table ? tableOf(data.get()) : chart);
    }

    private static TableView<List<String>> tableOf(TableData data) {
        var table = new TableView<>(FXCollections.observableArrayList(data.rows()));
        for (int i = 0; i < data.columns().size(); i++) {
            int at = i;
            var column = new TableColumn<List<String>, String>(data.columns().get(i));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
            table.getColumns().add(column);
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label("Nothing to show yet."));
        table.getStyleClass().add("dense");
        return table;
    }

    /// Asks for a file and saves what is shown there.
    public void savePicture() {
        PictureFile.choose(header.getTitle(), place, saving);
    }

    /// Saves what is shown.
    void save(Path file) {
        PictureFile.save(place, saving, file);
    }
}

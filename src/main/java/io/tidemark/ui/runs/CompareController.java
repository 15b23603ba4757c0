package io.tidemark.ui.runs;

import io.tidemark.pipeline.RunComparison;
import io.tidemark.pipeline.RunRow;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.SectionHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows what is known of the chosen run, or of two side by side.
public final class CompareController implements AutoCloseable {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final String HOW = "Select a run for its figures, a second one (Ctrl and click, or Shift and "
            + "arrow) to compare them.";

    private final RunsState state;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private SectionHeader header;
    @FXML
    private TableView<CompareRow> lines;
    @FXML
    private TableColumn<CompareRow, String> nameColumn;
    @FXML
    private TableColumn<CompareRow, String> firstColumn;
    @FXML
    private TableColumn<CompareRow, String> secondColumn;
    @FXML
    private TableColumn<CompareRow, String> changeColumn;

    CompareController(RunsState state) {
        this.state = state;
    }

    @FXML
    private void initialize() {
        text(nameColumn, CompareRow::name);
        text(firstColumn, CompareRow::first);
        text(secondColumn, CompareRow::second);
        text(changeColumn, CompareRow::change);
        var how = new Label(HOW);
        how.getStyleClass().add("hint");
        how.setWrapText(true);
        how.setMaxWidth(320);
        lines.setPlaceholder(how);
        lines.setRowFactory(table -> new Line());
        following = state.comparisonProperty().subscribe(this::show);
    }

    private static void text(TableColumn<CompareRow, String> column, Function<CompareRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setSortable(false);
    }

    private void show(Optional<RunComparison> comparison) {
        List<RunRow> runs = state.chosenByAge();
        boolean two = runs.size() == 2;
        secondColumn.setVisible(two);
        changeColumn.setVisible(two);
        header.setTitle(two ? "Comparison" : "Run");
        header.setHint(hint(runs));
        lines.getItems().setAll(comparison.map(each -> CompareRow.of(each, two)).orElse(List.of()));
        if (!runs.isEmpty()) {
            boolean mixed = runs.getFirst().model() != runs.getLast().model();
            firstColumn.setText(name(runs.getFirst(), mixed));
            secondColumn.setText(name(runs.getLast(), mixed));
        }
    }

    private static String name(RunRow row, boolean withModel) {
        return (withModel ? row.model().title() + " " : "Run ") + row.run().number();
    }

    private static String hint(List<RunRow> runs) {
        if (runs.size() > 2) {
            return FigureText.count(runs.size()) + " runs are selected; two can be compared.";
        }
        boolean alike = !runs.isEmpty() && runs.getFirst().model() == runs.getLast().model();
        return alike ? runs.getFirst().model().title() : runs.isEmpty() ? "" : "Two different models";
    }

    @Override
    public void close() {
        following.unsubscribe();
    }

    /// A line; titles stand out, long values can be read in full.
    private static final class Line extends TableRow<CompareRow> {
        @Override
        protected void updateItem(@Nullable CompareRow item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(HEAD, item != null && item.head());
            setTooltip(item == null || item.head()
                    ? null
                    : new Tooltip(item.name() + "\n" + item.first()
                            + (item.second().equals(item.first()) ? "" : "\n" + item.second())));
        }
    }
}

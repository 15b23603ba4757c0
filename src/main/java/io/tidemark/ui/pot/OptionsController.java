package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.inspection.OptionSelection;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The table of options: a histogram in each column's head, rows that are replayed when they are selected.
public final class OptionsController implements AutoCloseable {
    private final PotState state;
    private final PotDesk desk;
    private final ThemeSwitch theme;
    private final IndexRows rows = new IndexRows();
    private final Map<OptionColumn, ColumnHead> heads = new EnumMap<>(OptionColumn.class);
    private Subscription following = Subscription.EMPTY;

    @FXML
    private TableView<Integer> options;

    OptionsController(PotState state, PotDesk desk, ThemeSwitch theme) {
        this.state = state;
        this.desk = desk;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        for (OptionColumn column : OptionColumn.values()) {
            options.getColumns().add(column(column));
        }
        options.setItems(rows);
        options.setSortPolicy(table -> {
            desk.sort(order(table));
            return true;
        });
        options.setPlaceholder(new Label("No option passes all filters."));
        options.getSelectionModel().selectedItemProperty().subscribe(this::replay);
        options.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                replay(options.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        following = Subscription.combine(state.selectionProperty().subscribe(this::show),
                state.figuresProperty().subscribe(this::count));
    }

    private void replay(@Nullable Integer row) {
        if (row != null) {
            desk.replay(row);
        }
    }

    private TableColumn<Integer, Integer> column(OptionColumn what) {
        var column = new TableColumn<Integer, Integer>();
        column.setId(what.fileName());
        column.setUserData(what);
        column.setPrefWidth(width(what));
        column.setMinWidth(48);
        column.setSortType(TableColumn.SortType.ASCENDING);
        var head = new ColumnHead(what, theme, desk);
        heads.put(what, head);
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new ValueCell(what));
        if (what.kind() != OptionColumn.Kind.CHOICE) {
            column.getStyleClass().add("figure-column");
        }
        return column;
    }

    private static double width(OptionColumn column) {
        return switch (column) {
            case START, EXPIRATION -> 88;
            case TOUCH_DATE, CLOSED_FORM -> 94;
            case SYMBOL, DAYS, RIGHT, Z, IV_SOURCE, ORIGIN, TOUCH_DAY -> 64;
            case MOMENTUM -> 92;
            default -> 74;
        };
    }

    /// Writes one value of the row that it is given.
    private final class ValueCell extends TableCell<Integer, Integer> {
        private final OptionColumn column;

        ValueCell(OptionColumn column) {
            this.column = column;
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            OptionInspection all = state.optionsProperty().get();
            setText(empty || row == null || all == null || row >= all.rows()
                    ? ""
                    : OptionText.value(all, column, row));
        }
    }

    private static List<OptionQuery.Sort> order(TableView<Integer> table) {
        return table.getSortOrder().stream().filter(column -> column.getUserData() instanceof OptionColumn)
                .map(column -> new OptionQuery.Sort((OptionColumn) column.getUserData(),
                        column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    private void show(@Nullable OptionSelection found) {
        if (found != null) {
            options.getSelectionModel().clearSelection();
            rows.show(found);
            options.scrollTo(0);
        }
    }

    private void count(@Nullable OptionFigures figures) {
        if (figures != null) {
            OptionSelection found = state.selectionProperty().get();
            heads.forEach((column, head) -> head.show(figures, found == null ? OptionQuery.all() : found.query()));
        }
    }

    /// Gives the table the keyboard.
    void focus() {
        options.requestFocus();
    }

    @Override
    public void close() {
        following.unsubscribe();
        heads.values().forEach(ColumnHead::close);
    }
}

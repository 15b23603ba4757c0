package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.pipeline.SpellRow;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Every spell of a regime as a row that leads to it on the chart.
public final class SpellsController implements AutoCloseable {
    private final RegimesState state;
    private Subscription following = Subscription.EMPTY;
    private boolean seen;

    @FXML
    private TableView<SpellRow> spells;
    @FXML
    private TableColumn<SpellRow, String> regimeColumn;
    @FXML
    private TableColumn<SpellRow, String> firstColumn;
    @FXML
    private TableColumn<SpellRow, String> lastColumn;
    @FXML
    private TableColumn<SpellRow, Double> lengthColumn;
    @FXML
    private TableColumn<SpellRow, Double> changeColumn;

    SpellsController(RegimesState state) {
        this.state = state;
    }

    @FXML
    private void initialize() {
        text(regimeColumn, row -> row.spell().regime().code());
        text(firstColumn, row -> row.first().toString());
        text(lastColumn, row -> row.last().toString());
        number(lengthColumn, row -> row.spell().length(), value -> Numbers.count(value.longValue()));
        number(changeColumn, SpellRow::change, value -> Numbers.signedPercent(value, 1));
        spells.setPlaceholder(new Label("No day has a label."));
        spells.setRowFactory(table -> {
            var row = new TableRow<SpellRow>();
            row.setOnMouseClicked(event -> jump(row.getItem()));
            return row;
        });
        spells.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump(spells.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        following = state.daysProperty().subscribe(this::list);
    }

    private static void text(TableColumn<SpellRow, String> column, Function<SpellRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    private static void number(TableColumn<SpellRow, Double> column, ToDoubleFunction<SpellRow> value,
            Function<Double, String> words) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? "" : words.apply(number));
            }
        });
        column.getStyleClass().add("numeric-column");
    }

    /// Tells whether anybody sees the rows: while nobody does they do not follow a moving slider.
    void setSeen(boolean now) {
        seen = now;
        list();
    }

    private void list() {
        RegimeAudit audit = state.auditProperty().get();
        LabelledDays days = state.daysProperty().get();
        if (audit != null && days != null && seen) {
            spells.getItems().setAll(audit.rows(days));
            spells.sort();
        }
    }

    private void jump(@Nullable SpellRow row) {
        if (row != null) {
            state.window().showSpan(row.spell().first(), row.spell().last());
            state.window().selectedProperty().set(row.spell().first());
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

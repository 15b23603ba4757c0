package io.tidemark.ui.pot;

import atlantafx.base.theme.Styles;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionColumn.Kind;
import io.tidemark.inspection.OptionFilter;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import java.util.OptionalDouble;
import java.util.TreeSet;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Filters by the keyboard: a column, its range or its names; and a chip for each filter that is set.
public final class FilterController {
    private final PotState state;
    private final PotDesk desk;

    @FXML
    private ComboBox<OptionColumn> column;
    @FXML
    private HBox range;
    @FXML
    private TextField from;
    @FXML
    private TextField to;
    @FXML
    private MenuButton names;
    @FXML
    private FlowPane chips;

    FilterController(PotState state, PotDesk desk) {
        this.state = state;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        column.getItems().setAll(OptionColumn.values());
        column.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OptionColumn each) {
                return each == null ? "" : OptionText.title(each);
            }

            @Override
            public OptionColumn fromString(String text) {
                throw new UnsupportedOperationException("columns are chosen, not typed");
            }
        });
        column.setValue(OptionColumn.DISTANCE);
        range.managedProperty().bind(range.visibleProperty());
        names.managedProperty().bind(names.visibleProperty());
        range.visibleProperty().bind(names.visibleProperty().not());
        column.valueProperty().subscribe(this::offer);
        state.optionsProperty().subscribe(this::offer);
        state.queryProperty().subscribe(query -> {
            chip(query);
            offer();
        });
    }

    /// Shows what the chosen column can be filtered by, as it is now.
    private void offer() {
        OptionColumn chosen = column.getValue();
        OptionFilter now = state.queryProperty().get().filter(chosen).orElse(null);
        names.setVisible(chosen.kind() == Kind.CHOICE);
        OptionInspection options = state.optionsProperty().get();
        names.getItems().clear();
        if (options != null) {
            for (String name : options.choices(chosen)) {
                var item = new CheckMenuItem(name);
                item.setSelected(now instanceof OptionFilter.Choice(var _, var some) && some.contains(name));
                item.setOnAction(event -> choose());
                names.getItems().add(item);
            }
        }
        names.setText(now instanceof OptionFilter.Choice(var _, var some) ? String.join(", ", some) : "any");
        from.setText(now instanceof OptionFilter.Range(var of, var low, var _) ? end(of, low) : "");
        to.setText(now instanceof OptionFilter.Range(var of, var _, var high) ? end(of, high) : "");
    }

    private static String end(OptionColumn column, double value) {
        return Double.isInfinite(value) ? "" : OptionText.number(column, value);
    }

    private void choose() {
        var some = new TreeSet<String>();
        for (MenuItem each : names.getItems()) {
            if (each instanceof CheckMenuItem item && item.isSelected()) {
                some.add(item.getText());
            }
        }
        if (some.isEmpty()) {
            desk.clear(column.getValue());
        } else {
            desk.filter(new OptionFilter.Choice(column.getValue(), some));
        }
    }

    @FXML
    private void onRange() {
        OptionColumn chosen = column.getValue();
        OptionalDouble low = typed(from, Double.NEGATIVE_INFINITY);
        OptionalDouble high = typed(to, Double.POSITIVE_INFINITY);
        if (low.isEmpty() || high.isEmpty()) {
            state.messageProperty().set(OptionText.hint(chosen));
        } else if (low.getAsDouble() > high.getAsDouble()) {
            state.messageProperty().set("The range is empty: its first value is above its last.");
        } else if (from.getText().isBlank() && to.getText().isBlank()) {
            desk.clear(chosen);
        } else {
            desk.filter(new OptionFilter.Range(chosen, low.getAsDouble(), high.getAsDouble()));
        }
    }

    private OptionalDouble typed(TextField field, double otherwise) {
        return field.getText().isBlank()
                ? OptionalDouble.of(otherwise)
                : OptionText.parse(column.getValue(), field.getText());
    }

    private void chip(OptionQuery query) {
        chips.getChildren().clear();
        for (OptionFilter filter : query.filters()) {
            String words = OptionText.of(filter);
            var chip = new Button(words, new IconView(Icon.CLOSE, 8));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().addAll("filter-chip", Styles.SMALL);
            chip.setAccessibleText("Remove the filter " + words);
            chip.setOnAction(event -> desk.clear(filter.column()));
            chips.getChildren().add(chip);
        }
        if (query.filters().size() > 1) {
            var all = new Button("Clear all");
            all.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            all.setOnAction(event -> desk.clearAll());
            chips.getChildren().add(all);
        }
    }

    /// Puts the keyboard where a column is chosen.
    void focus() {
        column.requestFocus();
    }
}

package io.tidemark.ui.runs;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunRow;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The columns of the runs' table.
public final class RunColumns {
    private static final String CHAMPION = "Champion: the model that a bot loads";

    private final DateTimeFormatter time;

    /// @param zone where the person is
    public RunColumns(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    /// Gives the table its columns.
    ///
    /// @param ticked runs whose learning curves are shown
    /// @param tick asks for the curve of a run, or no longer
    void fill(TableView<RunRow> table, ObservableSet<RunRow> ticked, BiConsumer<RunRow, Boolean> tick) {
        table.getColumns().add(curves(ticked, tick));
        table.getColumns().add(champion());
        table.getColumns().add(column("Model", 142, row -> row.model().title(), Function.identity(), false));
        table.getColumns().add(column("Run", 50, row -> row.run().number(), number -> "" + number, true));
        table.getColumns().add(column("Trained", 142, RunRow::createdAt, this::time, false));
        table.getColumns().add(figure("Acc. / R²",
                "Honest accuracy of a regime classifier, honest R² of a probability of touch", RunRow::figure));
        table.getColumns().add(column("95 % interval", 130, Function.identity(), RunColumns::interval, true,
                Comparator.comparingDouble(RunRow::low)));
        table.getColumns().add(figure("Naive", "The same figure of a random split, which flatters", RunRow::naive));
        table.getColumns().add(figure("Baseline", "What needs no model: majority or persistence, closed form",
                RunRow::baseline));
        table.getColumns().add(column("Data to", 100, row -> row.run().manifest().training().data().lastDate(),
                LocalDate::toString, false, Comparator.naturalOrder()));
        table.setPlaceholder(new Label("No run of this model yet."));
    }

    String time(Instant at) {
        return time.format(at);
    }

    private static String interval(RunRow row) {
        return Double.isNaN(row.low()) ? FigureText.MISSING : figure(row, row.low()) + " – " + figure(row, row.high());
    }

    /// Accuracies are percents, R² is not.
    private static String figure(RunRow row, double value) {
        return row.model() == ModelKind.REGIME_CLASSIFIER
                ? FigureText.percent(value, 1)
                : FigureText.decimals(value, 3);
    }

    private static TableColumn<RunRow, RunRow> figure(String title, String words, ToDoubleFunction<RunRow> value) {
        TableColumn<RunRow, RunRow> column = column(title, 96, Function.identity(),
                row -> figure(row, value.applyAsDouble(row)), true, Comparator.comparingDouble(value));
        explain(column, words);
        return column;
    }

    private static void explain(TableColumn<?, ?> column, String words) {
        var label = new Label(column.getText());
        label.setTooltip(new Tooltip(words));
        column.setText("");
        column.setGraphic(label);
    }

    private static <T extends Comparable<T>> TableColumn<RunRow, T> column(String title, double width,
            Function<RunRow, T> value, Function<T, String> words, boolean numeric) {
        return column(title, width, value, words, numeric, Comparator.naturalOrder());
    }

    private static <T> TableColumn<RunRow, T> column(String title, double width, Function<RunRow, T> value,
            Function<T, String> words, boolean numeric, Comparator<T> order) {
        var column = new TableColumn<RunRow, T>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : words.apply(item));
            }
        });
        if (numeric) {
            column.getStyleClass().add("figure-column");
        }
        return column;
    }

    private static TableColumn<RunRow, Boolean> champion() {
        var column = new TableColumn<RunRow, Boolean>();
        column.setPrefWidth(36);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().champion()));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Boolean item, boolean empty) {
                super.updateItem(item, empty);
                boolean star = !empty && item != null && item;
                setGraphic(star ? new IconView(Icon.STAR) : null);
                setTooltip(star ? new Tooltip(CHAMPION) : null);
                setAccessibleText(star ? CHAMPION : "");
            }
        });
        column.getStyleClass().add("champion-column");
        return column;
    }

    private static TableColumn<RunRow, RunRow> curves(ObservableSet<RunRow> ticked, BiConsumer<RunRow, Boolean> tick) {
        TableColumn<RunRow, RunRow> column = column("Curves", 84, Function.identity(), row -> "", false,
                Comparator.comparing(RunRow::id));
        explain(column, "Ticked runs lay their learning curves together");
        column.setSortable(false);
        column.setCellFactory(each -> new Tick(ticked, tick));
        return column;
    }

    /// A check box that lays the run's learning curve over those of others.
    private static final class Tick extends TableCell<RunRow, RunRow> {
        private final CheckBox box = new CheckBox();
        private final ObservableSet<RunRow> ticked;
        private final InvalidationListener follow = changed -> show();

        Tick(ObservableSet<RunRow> ticked, BiConsumer<RunRow, Boolean> tick) {
            this.ticked = ticked;
            box.setTooltip(new Tooltip("Lay the learning curves of this run over those of other ticked runs"));
            box.setOnAction(event -> tick.accept(getItem(), box.isSelected()));
            ticked.addListener(new WeakInvalidationListener(follow));
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(@Nullable RunRow item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            show();
        }

        private void show() {
            RunRow row = getItem();
            if (row != null) {
                box.setId("curves-" + row.id().replace('/', '-'));
                box.setSelected(ticked.contains(row));
                box.setDisable(!box.isSelected() && ticked.size() >= RunsState.MOST_CURVES);
                box.setAccessibleText("Learning curves of run " + row.run().number() + ", " + row.model().title());
            }
        }
    }
}

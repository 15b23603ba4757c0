package io.tidemark.ui.regimes;

import io.tidemark.market.BarSeries;
import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeInputs;
import io.tidemark.ui.chart.DayWindow;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The charts' days as rows: the same numbers for whoever reads better than looks.
final class DaysTable extends TableView<Integer> implements AutoCloseable {
    private static final int ROWS_ABOVE = 5;

    private final RegimesState state;
    private final Subscription following;
    private @Nullable RegimeAudit audit;
    private @Nullable LabelledDays labelled;

    DaysTable(RegimesState state) {
        this.state = state;
        setId("days-table");
        getStyleClass().add("dense");
        setAccessibleText("Days with prices, VIX and regime");
        setPlaceholder(new Label("There are no days."));
        text("Date", 100, i -> series().date(i).toString());
        number("Open", i -> Numbers.price(series().open(i)));
        number("High", i -> Numbers.price(series().high(i)));
        number("Low", i -> Numbers.price(series().low(i)));
        number("Close", i -> Numbers.price(series().close(i)));
        number("SMA50", i -> Numbers.price(inputs(i).sma50()));
        number("VIX", i -> Numbers.price(inputs(i).vix()));
        number("return20", i -> Numbers.signedPercent(inputs(i).return20(), 2));
        text("Regime", 190, this::regime);
        getSelectionModel().selectedItemProperty().subscribe(this::select);
        following = Subscription.combine(state.daysProperty().subscribe(this::list),
                state.window().selectedProperty().subscribe(day -> follow(day.intValue())));
    }

    private void text(String title, double width, IntFunction<String> value) {
        var column = new TableColumn<Integer, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        getColumns().add(column);
    }

    private void number(String title, IntFunction<String> value) {
        text(title, 92, value);
        getColumns().getLast().getStyleClass().add("numeric-column");
    }

    private BarSeries series() {
        return audit().spy();
    }

    private RegimeInputs inputs(int day) {
        return audit().sessions().inputs(day);
    }

    private RegimeAudit audit() {
        if (audit == null) {
            throw new IllegalStateException("rows are there only with their days");
        }
        return audit;
    }

    private String regime(int day) {
        return labelled == null
                ? ""
                : labelled.labels().regime(day).map(DaysTable::name).orElse("no label");
    }

    private static String name(Regime regime) {
        return regime.code() + "  " + regime.title();
    }

    private void list(@Nullable LabelledDays days) {
        audit = state.auditProperty().get();
        labelled = days;
        int size = audit == null ? 0 : audit.size();
        if (getItems().size() == size) {
            refresh();
        } else {
            getItems().setAll(IntStream.range(0, size).boxed().toList());
        }
        follow(state.window().selectedProperty().get());
    }

    private void select(@Nullable Integer day) {
        if (day != null) {
            state.window().selectedProperty().set(day);
        }
    }

    /// Brings the selected day into sight.
    void reveal() {
        int day = state.window().selectedProperty().get();
        if (day != DayWindow.NONE) {
            scrollTo(Math.max(0, day - ROWS_ABOVE));
        }
    }

    private void follow(int day) {
        if (day != DayWindow.NONE && day < getItems().size() && getSelectionModel().getSelectedIndex() != day) {
            getSelectionModel().clearAndSelect(day);
            reveal();
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.regimes;

import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeMark;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Every flag and override, to be shown on the chart or taken back.
public final class MarksController implements AutoCloseable {
    private final RegimesState state;
    private final RegimesDesk desk;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private TableView<RegimeMark> marks;
    @FXML
    private TableColumn<RegimeMark, String> firstColumn;
    @FXML
    private TableColumn<RegimeMark, String> lastColumn;
    @FXML
    private TableColumn<RegimeMark, String> kindColumn;
    @FXML
    private TableColumn<RegimeMark, String> noteColumn;
    @FXML
    private Button show;
    @FXML
    private Button takeBack;

    MarksController(RegimesState state, RegimesDesk desk) {
        this.state = state;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        firstColumn.setCellValueFactory(row -> text(row.getValue().first().toString()));
        lastColumn.setCellValueFactory(row -> text(row.getValue().last().toString()));
        kindColumn.setCellValueFactory(row -> text(kind(row.getValue().regime())));
        noteColumn.setCellValueFactory(row -> text(row.getValue().note()));
        marks.setPlaceholder(placeholder());
        marks.setTooltip(new Tooltip("Where overrides meet, the one made later decides."));
        var selected = marks.getSelectionModel().selectedItemProperty();
        show.disableProperty().bind(Bindings.isNull(selected));
        takeBack.disableProperty().bind(Bindings.isNull(selected).or(state.writingProperty()));
        following = state.auditProperty().subscribe(this::list);
    }

    private static Label placeholder() {
        var label = new Label("No day is marked. Click a day and write a note to flag it or to give it another label.");
        label.setWrapText(true);
        label.getStyleClass().add("hint");
        return label;
    }

    private static ReadOnlyStringWrapper text(String words) {
        return new ReadOnlyStringWrapper(words);
    }

    private static String kind(@Nullable Regime regime) {
        return regime == null ? "Flag" : regime.code();
    }

    private void list(@Nullable RegimeAudit audit) {
        if (audit != null && !marks.getItems().equals(audit.marks().inOrder())) {
            marks.getItems().setAll(audit.marks().inOrder());
        }
    }

    @FXML
    private void onShow() {
        RegimeMark mark = marks.getSelectionModel().getSelectedItem();
        if (mark != null) {
            desk.goTo(mark.first());
        }
    }

    @FXML
    private void onTakeBack() {
        RegimeMark mark = marks.getSelectionModel().getSelectedItem();
        if (mark != null) {
            desk.unmark(mark);
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}

package io.tidemark.ui.connection;

import io.tidemark.gateway.Severity;
import io.tidemark.ui.control.Clip;
import io.tidemark.ui.screen.GatewayLog;
import io.tidemark.ui.screen.GatewayMessage;
import io.tidemark.ui.task.Coalesced;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Shows what gateways said, the newest message last, and narrows it down.
public final class MessagesController {
    private final GatewayLog log;
    private final DateTimeFormatter time;
    private final FilteredList<GatewayMessage> shown;
    private final Coalesced<Boolean> end = Coalesced.redraw(this::showLast);
    private final ListChangeListener<GatewayMessage> toTheEnd = change -> scroll();

    @FXML
    private TextField filter;
    @FXML
    private ChoiceBox<Severities> severity;
    @FXML
    private Button copy;
    @FXML
    private Button clear;
    @FXML
    private TableView<GatewayMessage> messages;
    @FXML
    private TableColumn<GatewayMessage, GatewayMessage> timeColumn;
    @FXML
    private TableColumn<GatewayMessage, GatewayMessage> kindColumn;
    @FXML
    private TableColumn<GatewayMessage, GatewayMessage> codeColumn;
    @FXML
    private TableColumn<GatewayMessage, GatewayMessage> textColumn;

    MessagesController(GatewayLog log, ZoneId zone) {
        this.log = log;
        shown = new FilteredList<>(log.messages());
        time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    @FXML
    private void initialize() {
        severity.getItems().setAll(Severities.values());
        severity.setValue(Severities.ALL);
        shown.predicateProperty().bind(Bindings.createObjectBinding(
                () -> message -> severity.getValue().take(message.severity()) && message.says(filter.getText()),
                filter.textProperty(), severity.valueProperty()));
        fill(timeColumn, message -> time.format(message.time()));
        fill(kindColumn, message -> word(message.severity()));
        fill(codeColumn, message -> message.code() == 0 ? "" : String.valueOf(message.code()));
        fill(textColumn, GatewayMessage::text);
        messages.setItems(shown);
        messages.setPlaceholder(new Label("No message yet. What the gateway says during a test or a download is listed "
                + "here."));
        var none = Bindings.isEmpty(shown);
        copy.disableProperty().bind(none);
        clear.disableProperty().bind(Bindings.isEmpty(log.messages()));
        shown.addListener(toTheEnd);
        scroll();
    }

    private static void fill(TableColumn<GatewayMessage, GatewayMessage> column,
            Function<GatewayMessage, String> words) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(any -> new MessageCell(words));
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case INFO -> "Info";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }

    /// Once the table has taken the new lines in, which is later.
    private void scroll() {
        end.offer(true);
    }

    private void showLast() {
        if (!shown.isEmpty()) {
            messages.scrollTo(shown.size() - 1);
        }
    }

    /// Leads to the text filter.
    void focusFilter() {
        filter.requestFocus();
    }

    void close() {
        shown.removeListener(toTheEnd);
    }

    @FXML
    private void onCopy() {
        Clip.copy(shown.stream().map(message -> time.format(message.time()) + "\t" + word(message.severity()) + "\t"
                + message.code() + "\t" + message.text()).collect(Collectors.joining("\n")));
    }

    @FXML
    private void onClear() {
        log.clear();
    }

    /// Words of a message, coloured by how bad it is.
    private static final class MessageCell extends TableCell<GatewayMessage, GatewayMessage> {
        private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
        private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

        private final Function<GatewayMessage, String> words;
        private final Tooltip whole = new Tooltip();

        MessageCell(Function<GatewayMessage, String> words) {
            this.words = words;
            getStyleClass().add("message");
        }

        @Override
        protected void updateItem(@Nullable GatewayMessage message, boolean empty) {
            super.updateItem(message, empty);
            GatewayMessage shown = empty ? null : message;
            setText(shown == null ? null : words.apply(shown));
            whole.setText(shown == null ? "" : shown.text());
            setTooltip(shown == null ? null : whole);
            pseudoClassStateChanged(WARNING, shown != null && shown.severity() == Severity.WARNING);
            pseudoClassStateChanged(BAD, shown != null && shown.severity() == Severity.ERROR);
        }
    }
}

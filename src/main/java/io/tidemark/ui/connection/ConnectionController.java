package io.tidemark.ui.connection;

import io.tidemark.gateway.PacingUsage;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.control.CheckedField;
import io.tidemark.ui.control.UsageMeter;
import io.tidemark.ui.screen.GatewayWords;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.task.RunningWork;
import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Shows what is entered, how its test goes and where the gateway stands, and passes on what is asked.
public final class ConnectionController {
    private final ConnectionState state;
    private final ConnectionDesk desk;
    private final RunningWork work;
    private final MarketStatus market;
    private final Timeline second = new Timeline();
    private final ObjectProperty<Badge> stake = new SimpleObjectProperty<>(this, "stake", Badge.UNKNOWN);
    private final ObjectProperty<Badge> inForce = new SimpleObjectProperty<>(this, "inForce", Badge.UNKNOWN);
    private Subscription listening = Subscription.EMPTY;

    @FXML
    private Label used;
    @FXML
    private Label badge;
    @FXML
    private VBox entry;
    @FXML
    private VBox origins;
    @FXML
    private Node gatewayFields;
    @FXML
    private CheckedField host;
    @FXML
    private CheckedField port;
    @FXML
    private CheckedField client;
    @FXML
    private CheckBox official;
    @FXML
    private Node csvFields;
    @FXML
    private CheckedField folder;
    @FXML
    private Label note;
    @FXML
    private Node obstacle;
    @FXML
    private Label obstacleText;
    @FXML
    private Button elsewhere;
    @FXML
    private Button test;
    @FXML
    private Button cancel;
    @FXML
    private Button use;
    @FXML
    private Label outcome;
    @FXML
    private VBox steps;
    @FXML
    private StateDiagram diagram;
    @FXML
    private UsageMeter pacing;

    ConnectionController(ConnectionState state, ConnectionDesk desk, RunningWork work, MarketStatus market) {
        this.state = state;
        this.desk = desk;
        this.work = work;
        this.market = market;
    }

    @FXML
    private void initialize() {
        showEntry();
        showChoice();
        showTest();
        second.getKeyFrames().add(new KeyFrame(Duration.seconds(1), event -> desk.measure()));
        second.setCycleCount(Animation.INDEFINITE);
        state.form().whenChanged(desk::measure);
        state.pacingProperty().subscribe(this::showPacing);
        listening = market.gatewayProperty().subscribe(diagram::show);
    }

    private void showEntry() {
        ConnectionForm form = state.form();
        var group = new ToggleGroup();
        for (Origin each : Origin.values()) {
            origins.getChildren().add(line(each, group));
        }
        host.setCheck(ConnectionForm::problemOfHost);
        port.setCheck(ConnectionForm::problemOfPort);
        client.setCheck(ConnectionForm::problemOfClient);
        folder.setCheck(ConnectionForm::problemOfFolder);
        host.textProperty().bindBidirectional(form.hostProperty());
        port.textProperty().bindBidirectional(form.portProperty());
        client.textProperty().bindBidirectional(form.clientProperty());
        official.selectedProperty().bindBidirectional(form.officialProperty());
        folder.textProperty().bindBidirectional(form.folderProperty());
        show(gatewayFields, form.originProperty().map(Origin::isGateway));
        // without a copy of IBKR's client there is no choice, unless one was remembered that has to be undone
        show(official, Bindings.createBooleanBinding(() -> form.originProperty().get().isGateway()
                && (desk.hasOfficialClient() || form.officialProperty().get()), form.originProperty(),
                form.officialProperty()));
        show(csvFields, form.originProperty().isEqualTo(Origin.CSV));
        note.textProperty().bind(form.originProperty().map(Origin::note));
        entry.disableProperty().bind(state.testingProperty());
    }

    /// A place with its badge at the end of the line.
    private HBox line(Origin origin, ToggleGroup group) {
        var button = new RadioButton(origin.title());
        button.setToggleGroup(group);
        button.setId("origin-" + origin.id());
        state.form().originProperty().subscribe(chosen -> button.setSelected(chosen == origin));
        button.setOnAction(event -> state.form().originProperty().set(origin));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var word = new Label();
        word.setId("badge-" + origin.id());
        word.getStyleClass().add("badge");
        Runnable paint = () -> show(word, state.form().originProperty().get() == origin ? stake.get() : origin.badge());
        state.form().originProperty().subscribe(paint);
        stake.subscribe(paint);
        paint.run();
        var line = new HBox(8, button, space, word);
        line.getStyleClass().add("origin-line");
        return line;
    }

    private void showChoice() {
        used.textProperty().bind(market.choiceProperty()
                .map(choice -> "Downloads take their bars from " + choice.words() + "."));
        Observable[] watched = {state.form().problem(), state.form().originProperty(), state.form().hostProperty(),
                state.form().portProperty(), state.form().clientProperty(), state.form().officialProperty(),
                state.form().folderProperty(),
                state.testedProperty(), market.sourceProperty(), market.choiceProperty()};
        StringBinding against = Bindings.createStringBinding(desk::obstacle, watched);
        obstacleText.textProperty().bind(against);
        show(obstacle, against.isNotEmpty());
        elsewhere.textProperty().bind(Bindings.createStringBinding(
                () -> "Open " + desk.other().getFileName() + " instead", watched));
        elsewhere.disableProperty().bind(work.writing());
        var inUse = Bindings.createBooleanBinding(this::isInUse, watched);
        use.textProperty().bind(Bindings.when(inUse).then("In use").otherwise("Use for downloads"));
        use.disableProperty().bind(inUse.or(against.isNotEmpty()).or(state.form().problem().isNotEmpty())
                .or(state.testingProperty()));
        stake.bind(Bindings.createObjectBinding(this::badgeOfEntry, watched));
        inForce.bind(Bindings.createObjectBinding(() -> badgeOf(market.choiceProperty().get()), watched));
        inForce.subscribe(found -> show(badge, found));
    }

    private boolean isInUse() {
        return state.form().problem().get().isEmpty()
                && state.form().choice().equals(market.choiceProperty().get());
    }

    private Badge badgeOfEntry() {
        return state.form().problem().get().isEmpty()
                ? badgeOf(state.form().choice())
                : state.form().originProperty().get().badge();
    }

    private Badge badgeOf(FeedChoice choice) {
        return state.found(choice).map(Badge::of).orElse(Origin.of(choice).badge());
    }

    private static void show(Label label, Badge now) {
        label.setText(now.word());
        label.getStyleClass().removeAll(Arrays.stream(Badge.values()).map(Badge::style).toList());
        label.getStyleClass().add(now.style());
        label.setVisible(now != Badge.UNKNOWN);
    }

    private void showTest() {
        ListChangeListener<StepRow> lines = change -> fillSteps();
        state.steps().addListener(lines);
        fillSteps();
        test.disableProperty().bind(state.testingProperty().or(state.form().problem().isNotEmpty()));
        show(cancel, state.testingProperty());
        state.testingProperty().addListener((observed, before, runs) -> (runs ? cancel : test).requestFocus());
        outcome.textProperty().bind(state.outcomeProperty());
        show(outcome, state.outcomeProperty().isNotEmpty());
    }

    private void fillSteps() {
        boolean gateway = state.form().originProperty().get() != Origin.CSV;
        steps.getChildren().setAll(state.steps().stream().map(row -> new StepLine(row, gateway)).toList());
    }

    private void showPacing(Optional<PacingUsage> usage) {
        usage.ifPresentOrElse(
                some -> pacing.show((double) some.used() / some.budget(), GatewayWords.of(some)),
                () -> pacing.showUnlimited("Requests are not limited here."));
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    /// Looks at the request budget each second while the pane is seen.
    void watch(boolean seen) {
        if (seen) {
            desk.measure();
            second.play();
        } else {
            second.stop();
        }
    }

    void close() {
        second.stop();
        listening.unsubscribe();
    }

    @FXML
    private void onBrowse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Folder of SYMBOL.csv files");
        File chosen = chooser.showDialog(entry.getScene().getWindow());
        if (chosen != null) {
            state.form().folderProperty().set(chosen.toString());
        }
    }

    @FXML
    private void onTest() {
        desk.test();
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }

    @FXML
    private void onUse() {
        desk.use();
    }

    @FXML
    private void onElsewhere() {
        desk.useElsewhere();
    }
}

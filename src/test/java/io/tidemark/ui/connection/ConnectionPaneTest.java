package io.tidemark.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.demo.Fault;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.TrialStep;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.QuickPipelines;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.connection.StepRow.Standing;
import io.tidemark.ui.screen.GatewayMessage;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionPaneTest {
    private static final DataSource DEMO_42 = new DataSource(DataSource.Kind.DEMO, "42");

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final MarketStatus market = new MarketStatus();
    private final ConnectionState state = new ConnectionState();
    private final List<Path> opened = new ArrayList<>();
    private Set<ClientKind> clients = EnumSet.of(ClientKind.BUILTIN);

    private void open(Duration handshake) {
        ui.show(() -> {
            var pipelines = new QuickPipelines(folder.resolve("bars"), market, handshake, Duration.ZERO)
                    .with(clients);
            var work = new RunningWork(workers.work());
            var desk = new ConnectionDesk(pipelines, state, work, market, opened::add);
            var screen = ConnectionScreen.load(state, desk, work, market, ZoneOffset.UTC);
            screen.shown();
            return screen.view();
        });
    }

    private void open() {
        open(Duration.ofMillis(400));
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private static DemoGateway faulty(String fault) throws IOException {
        return DemoGateway.start(DemoOptions.builtIn(Optional.empty(), Optional.of(LocalDate.of(2024, 12, 31)),
                DemoPipelines.CLOCK).withFaults(List.of(Fault.parse(fault))));
    }

    private void enter(int port) {
        UiWindow.onFx(() -> {
            state.form().originProperty().set(Origin.CUSTOM);
            state.form().portProperty().set(String.valueOf(port));
            return port;
        });
        UiWindow.settle();
    }

    private void test() {
        ui.robot().clickOn("#test");
        UiWindow.until("the end of the test",
                () -> !state.testingProperty().get() && !state.outcomeProperty().get().isEmpty());
        UiWindow.settle();
    }

    private List<Standing> standings() {
        return UiWindow.onFx(() -> state.steps().stream().map(row -> row.standingProperty().get()).toList());
    }

    private StepRow row(TrialStep step) {
        return state.row(step).orElseThrow();
    }

    private String textOf(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    private Node find(String selector) {
        return ui.robot().lookup(selector).query();
    }

    @Test
    void theDemoMarketPassesAllSixSteps() {
        open();
        ui.picture("connection-idle");
        test();
        ui.pictures("connection-passed");
        assertThat(standings()).hasSize(6).containsOnly(Standing.PASSED);
        assertThat(row(TrialStep.BARS).detailProperty().get()).matches("5 bars, 2024-12-2\\d to 2024-12-31");
        assertThat(state.outcomeProperty().get()).isEqualTo(
                "Passed: bars can come from the demo market with seed 42.");
        assertThat(market.log().messages()).extracting(GatewayMessage::text).contains("Accounts: DEMO42");
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.DISCONNECTED);
        assertThat(textOf("#badge")).isEqualTo("DEMO DATA");
    }

    @ParameterizedTest
    @CsvSource({"no-handshake, HANDSHAKE, Accept the connection, Trusted IPs",
            "version:173, VERSION, Install a current TWS, Help",
            "error-326, ACCOUNTS, choose another client id, client id in use",
            "error-10141, ACCOUNTS, Accept the paper-trading disclaimer, disclaimer"})
    void aFailureIsToldAtItsStepWithTheWayToMendIt(String fault, TrialStep step, String advice, String click)
            throws IOException {
        try (DemoGateway gateway = faulty(fault)) {
            open();
            enter(gateway.port());
            test();
            assertFailedAt(step, advice, click);
        }
    }

    @Test
    void aRefusedPortIsToldWithWhereToClick() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        open();
        enter(port);
        test();
        ui.pictures("connection-failed");
        assertFailedAt(TrialStep.PORT, "Check that TWS or IB Gateway runs", "Enable ActiveX and Socket Clients");
    }

    private void assertFailedAt(TrialStep step, String advice, String click) {
        int at = state.steps().indexOf(row(step));
        assertThat(standings().subList(0, at)).allMatch(Standing.PASSED::equals);
        assertThat(row(step).standingProperty().get()).isEqualTo(Standing.FAILED);
        assertThat(standings().subList(at + 1, 6)).containsOnly(Standing.WAITING);
        assertThat(row(step).detailProperty().get()).isNotBlank();
        assertThat(row(step).adviceProperty().get()).contains(advice);
        List<String> help = ui.robot().lookup(".step-help").queryAll().stream().filter(Node::isVisible)
                .flatMap(each -> each.lookupAll(".label").stream()).map(each -> ((Labeled) each).getText()).toList();
        assertThat(String.join("\n", help)).contains(advice).containsIgnoringCase(click);
        assertThat(find("#test").isDisabled()).isFalse();
    }

    @Test
    void aBrokenFarmIsAWarningUntilItIsBack() throws IOException {
        try (DemoGateway gateway = faulty("farm-broken:1")) {
            open();
            enter(gateway.port());
            var seen = new ArrayList<Standing>();
            row(TrialStep.FARMS).standingProperty().addListener((observed, before, now) -> seen.add(now));
            ui.robot().clickOn("#test");
            UiWindow.until("the warning", () -> seen.contains(Standing.CAUTION));
            ui.pictures("connection-testing");
            UiWindow.until("the end", () -> state.outcomeProperty().get().startsWith("Passed"));
            assertThat(standings()).containsOnly(Standing.PASSED);
            assertThat(market.log().messages()).extracting(GatewayMessage::code).contains(2105, 2106);
        }
    }

    @Test
    void cancellingATestLeavesAUsablePane() throws IOException {
        try (DemoGateway gateway = faulty("no-handshake")) {
            open(Duration.ofSeconds(20));
            enter(gateway.port());
            ui.robot().clickOn("#test");
            UiWindow.until("the hint to look at TWS", () -> row(TrialStep.HANDSHAKE).detailProperty().get()
                    .contains("look at TWS"));
            UiWindow.settle();
            ui.robot().clickOn("#cancel");
            UiWindow.until("the end of the test", () -> !state.testingProperty().get());
            UiWindow.settle();
            assertThat(state.outcomeProperty().get()).isEqualTo("The test was cancelled. Nothing was changed.");
            assertThat(standings()).doesNotContain(Standing.RUNNING, Standing.FAILED);
            assertThat(find("#test").isDisabled()).isFalse();
            assertThat(find("#entry").isDisabled()).isFalse();
        }
    }

    @Test
    void aPresetFillsThePortAndAKnownPortChoosesItsPreset() {
        open();
        ui.robot().clickOn("#origin-gateway-live");
        assertThat(state.form().portProperty().get()).isEqualTo("4001");
        assertThat(textOf("#badge-gateway-live")).isEqualTo("LIVE");
        assertThat(textOf("#badge")).isEqualTo("DEMO DATA");
        UiWindow.onFx(() -> {
            state.form().portProperty().set("7497");
            return 0;
        });
        UiWindow.settle();
        ui.robot().clickOn("#use");
        assertThat(textOf("#badge")).isEqualTo("PAPER");
        assertThat(market.choiceProperty().get()).isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71));
        assertThat(textOf("#use")).isEqualTo("In use");
    }

    @Test
    void ibkrsOwnClientIsOfferedForGatewaysWhereItIsPresent() {
        clients = EnumSet.allOf(ClientKind.class);
        open();
        assertThat(find("#official").isVisible()).as("the demo market needs no client").isFalse();
        ui.robot().clickOn("#origin-tws-paper").clickOn("#official");
        UiWindow.settle();
        ui.pictures("connection-official");
        ui.robot().clickOn("#use");
        assertThat(market.choiceProperty().get())
                .isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71, ClientKind.OFFICIAL));
        assertThat(textOf("#used")).contains("through IBKR's own client");
    }

    @Test
    void withoutIbkrsClientThereIsNoChoiceUnlessOneHasToBeUndone() {
        market.choiceProperty().set(new FeedChoice.Gateway("127.0.0.1", 7497, 71, ClientKind.OFFICIAL));
        open();
        assertThat(find("#official").isVisible()).isTrue();
        ui.robot().clickOn("#official");
        UiWindow.settle();
        assertThat(find("#official").isVisible()).isFalse();
        ui.robot().clickOn("#use");
        assertThat(market.choiceProperty().get()).isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 71));
    }

    @Test
    void realBarsAreSentToAnotherWorkspaceThanTheDemoMarkets() {
        market.sourceProperty().set(DEMO_42);
        open();
        assertThat(find("#obstacle").isVisible()).isFalse();
        ui.robot().clickOn("#origin-tws-live");
        UiWindow.settle();
        ui.picture("connection-mixed");
        assertThat(textOf("#obstacleText")).isEqualTo("This workspace holds bars of the demo market with seed 42. "
                + "Bars of 127.0.0.1:7496 may not be mixed with them.");
        assertThat(find("#use").isDisabled()).isTrue();
        ui.robot().clickOn("#elsewhere");
        assertThat(opened).containsExactly(folder.resolve("bars-tws"));
        assertThat(market.choiceProperty().get()).isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7496, 71));
    }

    @Test
    void aTestShowsThatADemoGatewayMayServeADemoWorkspace() throws IOException {
        market.sourceProperty().set(DEMO_42);
        try (DemoGateway gateway = faulty("delay:0.01")) {
            open();
            enter(gateway.port());
            assertThat(find("#obstacle").isVisible()).isTrue();
            test();
            assertThat(find("#obstacle").isVisible()).isFalse();
            assertThat(find("#use").isDisabled()).isFalse();
            assertThat(textOf("#badge-custom")).isEqualTo("DEMO DATA");
        }
    }

    @Test
    void messagesAreFilteredByTextAndSeverity() throws IOException {
        try (DemoGateway gateway = faulty("farm-broken:0.1")) {
            open();
            enter(gateway.port());
            test();
            TableView<?> table = (TableView<?>) find("#messages");
            int all = UiWindow.onFx(() -> table.getItems().size());
            ui.robot().clickOn("#filter").write("2105");
            UiWindow.settle();
            assertThat(table.getItems()).hasSize(1);
            UiWindow.onFx(() -> {
                ui.robot().lookup("#filter").queryTextInputControl().clear();
                ((ChoiceBox<?>) find("#severity")).getSelectionModel().select(1);
                return 0;
            });
            assertThat(table.getItems().size()).isBetween(1, all - 1);
        }
    }
}

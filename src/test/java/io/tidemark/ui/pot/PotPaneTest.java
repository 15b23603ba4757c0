package io.tidemark.ui.pot;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFilter;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.inspection.OptionReplay;
import io.tidemark.inspection.OptionSelection;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.ToldShell;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.pot.PotState.Phase;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.Token;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PotPaneTest {
    @TempDir
    static Path folder;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Workers workers = new Workers();
    private final ToldShell told = new ToldShell();
    private final PotState state = new PotState();
    @SuppressWarnings("NullAway.Init") // made in each test
    private PotDesk desk;
    @SuppressWarnings("NullAway.Init") // made in each test
    private PotScreen screen;
    private GivenFiles files = GivenFiles.none();

    @BeforeAll
    static void prepare() throws IOException, StageFailure {
        FilledWorkspace.bars(folder);
        FilledWorkspace.model(folder, FilledWorkspace.options(folder, 1_000));
    }

    private void open(Path workspace) {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            desk = new PotDesk(new DemoPipelines(workspace), state, work, workers.quick(), told);
            screen = PotScreen.load(state, desk, told, new ChartCard.Saving(ui.theme(), work, told, files));
            return screen.view();
        });
        onFx(screen::shown);
        UiWindow.until("the options", () -> state.phaseProperty().get() != Phase.READING);
        if (state.phaseProperty().get() == Phase.READY) {
            UiWindow.until("the figures", () -> state.figuresProperty().get() != null);
        }
        UiWindow.settle();
    }

    @AfterEach
    void close() {
        onFx(screen::close);
        workers.close();
    }

    private static void onFx(Runnable action) {
        UiWindow.onFx(() -> {
            action.run();
            return true;
        });
    }

    /// Waits until what is found answers what is asked for.
    private OptionSelection found() {
        UiWindow.until("the selection", () -> {
            OptionSelection now = state.selectionProperty().get();
            return now != null && now.query().equals(state.queryProperty().get());
        });
        UiWindow.settle();
        return Objects.requireNonNull(state.selectionProperty().get());
    }

    private OptionInspection options() {
        return Objects.requireNonNull(state.optionsProperty().get());
    }

    @SuppressWarnings("unchecked") // the table of the screen holds row numbers
    private TableView<Integer> table() {
        return (TableView<Integer>) ui.robot().lookup("#options").query();
    }

    private TableColumn<Integer, ?> column(OptionColumn column) {
        return table().getColumns().stream().filter(each -> each.getUserData() == column).findFirst().orElseThrow();
    }

    private String text(String id) {
        return ((Label) ui.robot().lookup(id).query()).getText();
    }

    private OptionReplay replay() {
        UiWindow.until("the replay", () -> state.replayProperty().get() != null);
        UiWindow.settle();
        return Objects.requireNonNull(state.replayProperty().get());
    }

    private int firstTouched(OptionSelection found) {
        return IntStream.range(0, found.size())
                .filter(i -> options().name(OptionColumn.TOUCHED, found.row(i)).equals("yes")
                        && options().number(OptionColumn.TOUCH_DAY, found.row(i)) > 5)
                .findFirst().orElseThrow();
    }

    @Test
    void itLooksAsItShould() {
        open(folder);
        ui.pictures("pot");
        onFx(() -> desk.filter(List.of(new OptionFilter.Choice(OptionColumn.SYMBOL, Set.of("SPY", "TSLA")),
                new OptionFilter.Range(OptionColumn.DAYS, 15, 45),
                new OptionFilter.Range(OptionColumn.IMPLIED_VOLATILITY, 0.1, 0.6))));
        found();
        ui.robot().clickOn("Histograms");
        UiWindow.pulses(10);
        ui.pictures("pot-filtered");
        int place = firstTouched(found());
        onFx(() -> table().getSelectionModel().select(place));
        replay();
        UiWindow.pulses(10);
        ui.pictures("pot-replay");
        assertThat(state.selectionProperty().get()).isNotNull();
    }

    @Test
    void aClickOnABinFiltersAndItsChipTakesTheFilterAway() {
        open(folder);
        var reached = new ArrayList<MouseEvent>();
        Node bin = ui.robot().lookup("#histogram_right").query();
        onFx(() -> headOf(bin).addEventHandler(MouseEvent.MOUSE_RELEASED, reached::add));
        ui.robot().moveTo(bin).moveBy(10, 0).clickOn();
        OptionSelection puts = found();
        assertThat(reached).as("what would sort the column").isEmpty();
        assertThat(puts.query().filters())
                .containsExactly(new OptionFilter.Choice(OptionColumn.RIGHT, Set.of("put")));
        assertThat(IntStream.range(0, puts.size()).mapToObj(i -> options().name(OptionColumn.RIGHT, puts.row(i))))
                .containsOnly("put");
        assertThat(text("#selected")).isEqualTo("%,d of 4,000".formatted(puts.size()));
        assertThat(text("#baseRate")).isEqualTo("%.1f %%".formatted(100 * puts.summary().baseRate()));
        ui.robot().clickOn("Right put");
        assertThat(found().size()).isEqualTo(4_000);
    }

    private static Node headOf(Node bin) {
        Node node = bin;
        while (!(node instanceof TableColumnHeader)) {
            node = node.getParent();
        }
        return node;
    }

    @Test
    void columnsSortOneAfterTheOther() {
        open(folder);
        // the headless platform takes every press for a popup, on which a head does not sort
        onFx(() -> table().getSortOrder().setAll(List.of(column(OptionColumn.SYMBOL), column(OptionColumn.DAYS))));
        OptionSelection sorted = found();
        assertThat(sorted.query().order()).extracting(each -> each.column()).containsExactly(OptionColumn.SYMBOL,
                OptionColumn.DAYS);
        assertThat(options().name(OptionColumn.SYMBOL, sorted.row(0))).isEqualTo("AMD");
        assertThat(options().number(OptionColumn.DAYS, sorted.row(0))).isEqualTo(5);
        assertThat(table().getItems().getFirst()).isEqualTo(sorted.row(0));
        onFx(() -> column(OptionColumn.DAYS).setSortType(TableColumn.SortType.DESCENDING));
        OptionSelection turned = found();
        assertThat(options().number(OptionColumn.DAYS, turned.row(0))).isEqualTo(60);
        assertThat(table().getSortOrder()).as("still shown as sorted").hasSize(2);
    }

    @Test
    void aSelectedRowIsReplayedWithItsStrikeAndItsOutcome() {
        open(folder);
        int place = firstTouched(found());
        onFx(() -> {
            table().requestFocus();
            table().getSelectionModel().select(place);
        });
        OptionReplay replay = replay();
        int row = found().row(place);
        assertThat(replay.life().row()).isEqualTo(row);
        assertThat(replay.doubt()).isEmpty();
        assertThat(text("#outcome")).startsWith("Touched on day "
                + (int) options().number(OptionColumn.TOUCH_DAY, row) + " of "
                + (int) options().number(OptionColumn.DAYS, row) + ",");
        assertThat(text("#optionName")).contains(OptionText.value(options(), OptionColumn.STRIKE, row));
        Set<Node> known = ui.robot().lookup(".known-value").queryAll();
        assertThat(known).hasSize(9).extracting(each -> ((Label) each).getText())
                .contains(OptionText.value(options(), OptionColumn.CLOSED_FORM, row),
                        OptionText.value(options(), OptionColumn.MODEL, row));
        onFx(() -> state.replayProperty().set(null));
        ui.robot().type(KeyCode.ENTER);
        assertThat(replay().life().row()).as("Enter replays the row again").isEqualTo(row);
    }

    @Test
    void theChartOfAReplayHasLineAndDotOfTheTouch() {
        open(folder);
        OptionSelection all = found();
        onFx(() -> desk.replay(all.row(firstTouched(all))));
        replay();
        UiWindow.pulses(5);
        var image = UiWindow.image(ui.robot().lookup("#chartPlace").query());
        var pixels = image.getPixelReader();
        var touched = ui.palette().color(Token.TOUCHED);
        long found = IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
                .filter(i -> pixels.getColor(i % (int) image.getWidth(), i / (int) image.getWidth()).equals(touched))
                .count();
        assertThat(found).as("pixels of the touch's line and dot").isGreaterThan(150);
    }

    @Test
    void whatIsSelectedIsExportedInItsOrder(@TempDir Path out) throws IOException {
        open(folder);
        onFx(() -> {
            desk.filter(new OptionFilter.Range(OptionColumn.DISTANCE, 30, 40));
            desk.sort(List.of(new OptionQuery.Sort(OptionColumn.STRIKE, true)));
        });
        OptionSelection some = found();
        Path file = out.resolve("options.csv");
        onFx(() -> desk.export(file));
        UiWindow.until("the toast", () -> !told.done().isEmpty());
        assertThat(told.done()).containsExactly("%,d options exported to options.csv.".formatted(some.size()));
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> lines = csv.stream().toList();
            assertThat(lines).hasSize(some.size()).hasSizeGreaterThan(20);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(Double.parseDouble(lines.get(i).getField("strike")))
                        .isEqualTo(options().number(OptionColumn.STRIKE, some.row(i)));
                assertThat(Double.parseDouble(lines.get(i).getField("distance"))).isBetween(30.0, 40.0);
            }
        }
    }

    @Test
    void filtersAreTypedByTheKeyboardAlone() {
        open(folder);
        onFx(Objects.requireNonNull(screen.actions().get(ScreenAction.FILTER)));
        ui.robot().type(KeyCode.TAB);
        ui.robot().write("2").type(KeyCode.TAB).write("3.5 %").type(KeyCode.ENTER);
        assertThat(found().query().filters())
                .containsExactly(new OptionFilter.Range(OptionColumn.DISTANCE, 2, 3.5));
        onFx(() -> ui.robot().lookup("#to").queryTextInputControl().setText("far"));
        ui.robot().clickOn("#set");
        assertThat(text("#message")).isEqualTo("Distance takes numbers such as 2.5.");
        assertThat(found().query().filters()).hasSize(1);
    }

    @Test
    void aCellOfTheHeatMapFiltersBothWays() {
        open(folder);
        Node card = ui.robot().lookup("Touch rate").query();
        ui.robot().moveTo(card).moveBy(0, 150).clickOn();
        assertThat(found().query().filters()).extracting(OptionFilter::column).containsExactly(OptionColumn.DAYS,
                OptionColumn.DISTANCE);
        assertThat(found().size()).isBetween(1, 800);
    }

    @Test
    void whatIsSelectedIsExportedToTheFileChosen(@TempDir Path chosen) throws IOException {
        files = GivenFiles.in(chosen);
        open(folder);
        onFx(() -> desk.filter(new OptionFilter.Choice(OptionColumn.SYMBOL, Set.of("SPY"))));
        found();

        ui.robot().clickOn("#export");

        UiWindow.until("the toast", () -> told.done().contains("1,000 options exported to options.csv."));
        assertThat(Files.readAllLines(chosen.resolve("options.csv"))).hasSize(1_001)
                .allMatch(line -> line.startsWith("symbol,") || line.startsWith("SPY,"));
    }

    @Test
    void nothingIsExportedWhenNoFileIsChosen() {
        var cancels = GivenFiles.none();
        files = cancels;
        open(folder);
        ui.robot().clickOn("#export");
        assertThat(cancels.asked).containsExactly("options.csv");
        assertThat(told.done()).isEmpty();
    }

    @Test
    void anotherScreenMayAskForASymbolBeforeTheOptionsAreRead() {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            desk = new PotDesk(new DemoPipelines(folder), state, work, workers.quick(), told);
            screen = PotScreen.load(state, desk, told, new ChartCard.Saving(ui.theme(), work, told, files));
            return screen.view();
        });
        onFx(() -> {
            screen.shown();
            screen.receive(new ScreenRequest.OfSymbol(Universe.SPY));
        });
        UiWindow.until("the options", () -> state.phaseProperty().get() == Phase.READY);
        assertThat(found().size()).isEqualTo(1_000);
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() {
        open(folder);
        OptionInspection before = options();
        state.phaseProperty().set(Phase.READING);
        onFx(screen::shown);
        UiWindow.until("the second look", () -> state.phaseProperty().get() == Phase.READY);
        assertThat(options()).isSameAs(before);
    }

    @Test
    void optionsPreparedAnewAreReadWhenTheScreenIsShownAgain(@TempDir Path growing)
            throws IOException, StageFailure {
        FilledWorkspace.bars(growing);
        FilledWorkspace.options(growing, 100);
        open(growing);
        onFx(() -> desk.filter(new OptionFilter.Choice(OptionColumn.SYMBOL, Set.of("SPY"))));
        assertThat(found().size()).isEqualTo(100);
        FilledWorkspace.options(growing, 200);
        onFx(screen::shown);
        UiWindow.until("the new options", () -> options().rows() == 800);
        UiWindow.until("the filter on them", () -> text("#selected").equals("200 of 800"));
        assertThat(state.queryProperty().get().filters()).as("filters that stay").hasSize(1);
    }

    @Test
    void anEmptyWorkspaceIsPreparedAndReadAtOnce(@TempDir Path empty) throws IOException {
        open(empty);
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.NO_BARS);
        ui.robot().clickOn("Download bars");
        assertThat(told.performed()).containsExactly(ScreenAction.DOWNLOAD);
        FilledWorkspace.bars(empty);
        onFx(screen::shown);
        UiWindow.until("the offer", () -> state.phaseProperty().get() == Phase.EMPTY);
        ui.robot().clickOn("Prepare the options");
        UiWindow.until("the options", () -> state.phaseProperty().get() == Phase.READY);
        assertThat(found().size()).isEqualTo(16_000);
        assertThat(text("#model")).isEqualTo("none yet");
        assertThat(told.problems()).isEmpty();
    }

    @Test
    void damagedOptionsAreToldWithWhatToDo(@TempDir Path damaged) throws IOException, StageFailure {
        FilledWorkspace.bars(damaged);
        FilledWorkspace.options(damaged, 100);
        Files.writeString(Workspace.at(damaged).historical().resolve("pot_samples.csv"), "nothing");
        open(damaged);
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.FAILED);
        assertThat(state.troubleProperty().get()).contains("pot_samples.csv", "Prepare the training data again.");
    }
}

package io.tidemark.inspection;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.history.BarStore;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.model.ModelKind;
import io.tidemark.storage.Sha256;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.SplitOptions;
import io.tidemark.training.CalibrationBin;
import io.tidemark.training.ProbabilityFigures;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.selection.Selection;

/// The prepared options of a workspace, to be filtered, sorted, counted and replayed.
///
/// Rows are counted from 0 in the order of the file. Thread-safe; what it holds never changes: read anew when files
/// did.
public final class OptionInspection {
    private final OptionTable table;
    private final RowOrder order;
    private final BarStore bars;
    private final ModelOpinion opinion;
    private final String stamp;
    private final SplitOptions split;
    private final Map<OptionColumn, Binning> binnings = new EnumMap<>(OptionColumn.class);

    private OptionInspection(OptionTable table, BarStore bars, ModelOpinion opinion, String stamp,
            SplitOptions split) {
        this.table = table;
        this.order = new RowOrder(table);
        this.bars = bars;
        this.opinion = opinion;
        this.stamp = stamp;
        this.split = split;
        for (OptionColumn column : OptionColumn.values()) {
            binnings.put(column, new Binning(table, column));
        }
    }

    /// Whether options were prepared in a workspace.
    public static boolean isPossible(Workspace workspace) {
        return Files.exists(DatasetFiles.pot(workspace.historical()).manifest());
    }

    /// Reads the options and asks the model in use, if there is one.
    ///
    /// @throws IOException when a file is damaged; the message names it and what to do
    public static OptionInspection read(Workspace workspace, Progress progress) throws IOException {
        progress.report(0, 3, "reading options");
        String stamp = stamp(workspace);
        PotDataset options = PotDataset.read(workspace.historical());
        progress.checkCancelled();
        progress.report(1, 3, "asking the model");
        ModelOpinion opinion = ModelOpinion.inUse(workspace, options.set().features());
        progress.checkCancelled();
        progress.report(2, 3, "laying out the table");
        SplitOptions split = DatasetFiles.pot(workspace.historical()).readManifest().map(SplitOptions::of)
                .orElse(SplitOptions.NONE);
        return new OptionInspection(OptionTable.of(options, opinion.probabilities()),
                new BarStore(workspace.historical()), opinion, stamp, split);
    }

    /// The options of a set.
    ///
    /// @throws IOException when it lacks a feature
    static OptionInspection of(PotDataset options, ModelOpinion opinion, BarStore bars, String stamp)
            throws IOException {
        return new OptionInspection(OptionTable.of(options, opinion.probabilities()), bars, opinion, stamp,
                SplitOptions.NONE);
    }

    /// Whether a workspace still has the options and the model that this was read from.
    ///
    /// @throws IOException when the files cannot be read
    public boolean isCurrent(Workspace workspace) throws IOException {
        return stamp.equals(stamp(workspace));
    }

    /// The manifests vouch for all else.
    private static String stamp(Workspace workspace) throws IOException {
        Path model = workspace.models().resolve(ModelKind.PROBABILITY_OF_TOUCH.fileName() + ".json");
        return Sha256.of(DatasetFiles.pot(workspace.historical()).manifest())
                + (Files.exists(model) ? Sha256.of(model) : "");
    }

    /// Number of options.
    public int rows() {
        return table.rows();
    }

    /// A number, or a day as days since 1970-01-01; NaN where it is missing.
    ///
    /// @param column of any kind but choices
    public double number(OptionColumn column, int row) {
        return table.number(column, row);
    }

    /// A name.
    ///
    /// @param column of choices
    public String name(OptionColumn column, int row) {
        return table.text(column, row);
    }

    /// The names that occur in a column of choices, ascending; empty for other columns.
    public List<String> choices(OptionColumn column) {
        return table.choices(column);
    }

    /// Number of the training run whose model was asked; empty when there is none.
    public Optional<Integer> modelRun() {
        return opinion.run() == 0 ? Optional.empty() : Optional.of(opinion.run());
    }

    /// Last start that the model has learned from.
    public Optional<LocalDate> learnedTo() {
        return opinion.learnedTo();
    }

    /// Whether the model has learned from every option; false when there is none.
    public boolean hasModelSeenAll() {
        IntToDoubleFunction start = table.values(OptionColumn.START);
        return learnedTo().filter(last -> IntStream.range(0, rows()).mapToDouble(start).allMatch(
                day -> day <= last.toEpochDay())).isPresent();
    }

    /// Why a model that is there cannot be asked; empty otherwise.
    public String modelTrouble() {
        return opinion.trouble();
    }

    /// What became of real options from before a split, in words; empty when there are none.
    public String splitNote() {
        return split.sentence();
    }

    /// Filters, sorts and sums up. A million rows take a few tenths of a second, 16,000 some milliseconds.
    public OptionSelection select(OptionQuery query) {
        int[] rows = order.sorted(passing(query), query.order());
        return new OptionSelection(query, rows, OptionSummary.of(table, rows));
    }

    private int[] passing(OptionQuery query) {
        Selection selected = table.select(query.filters());
        return selected == null ? IntStream.range(0, rows()).toArray() : selected.toArray();
    }

    /// Counts what was selected.
    public OptionFigures figures(OptionSelection selection) {
        int[] rows = selection.sharedRows();
        var bins = new EnumMap<OptionColumn, OptionBins>(OptionColumn.class);
        binnings.forEach((column, binning) -> bins.put(column, binning.count(
                selection.query().filter(column).isEmpty() ? rows : passing(selection.query().without(column)))));
        return new OptionFigures(bins, OptionHeat.of(table, rows), OptionCloud.of(table, rows),
                calibration(OptionColumn.CLOSED_FORM, rows), calibration(OptionColumn.MODEL, rows));
    }

    private List<CalibrationBin> calibration(OptionColumn column, int[] rows) {
        IntToDoubleFunction probability = table.values(column);
        double[] probabilities = IntStream.of(rows).mapToDouble(probability).toArray();
        if (rows.length == 0 || Double.isNaN(probabilities[0])) {
            return List.of();
        }
        int[] outcomes = IntStream.of(rows).map(row -> table.touched(row) ? 1 : 0).toArray();
        return ProbabilityFigures.of(outcomes, probabilities).calibration();
    }

    /// Plays an option on its bars once more.
    ///
    /// @throws IOException when there are no bars of those days, or they are damaged; the message says what to do
    public OptionReplay replay(int row) throws IOException {
        var symbol = Symbol.of(table.text(OptionColumn.SYMBOL, row));
        BarSeries series = bars.load(symbol);
        OptionRight right = OptionRight.valueOf(table.text(OptionColumn.RIGHT, row).toUpperCase(Locale.ROOT));
        var life = new OptionReplay.Life(row, right, table.number(OptionColumn.STRIKE, row),
                (int) table.number(OptionColumn.START, row), (int) table.number(OptionColumn.EXPIRATION, row));
        double touched = table.number(OptionColumn.TOUCH_DATE, row);
        return OptionReplay.of(series, life, Double.isNaN(touched) ? OptionReplay.NEVER : (int) touched);
    }

    /// Replaces a file with the selected options in their order: a line each, the columns of [OptionColumn].
    ///
    /// @throws IOException when the file cannot be written; the old one is then untouched
    public void export(OptionSelection selection, Path file, Progress progress) throws IOException {
        new OptionExport(table).write(selection, file, progress);
    }
}

package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.history.BarStore;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.PotDataset;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What a workspace held at one moment, and what has to be true of it at the next.
final class Growth {
    static final PipelineSettings SETTINGS = PipelineSettings.defaults()
            .withSymbols(List.of(Universe.SPY, Universe.VIX, Symbol.of("NVDA"))).withYears(3)
            .withSamplesPerSymbol(150);

    private final Map<Symbol, String> bars = new TreeMap<>();
    private final String regimeRows;
    private final String samples;

    private Growth(Workspace workspace) throws IOException {
        var store = new BarStore(workspace.historical());
        for (Symbol symbol : StoredSymbols.in(workspace)) {
            assertThat(store.loadExact(symbol)).isNotEmpty();
            bars.put(symbol, Files.readString(store.file(symbol)));
        }
        this.regimeRows = regimeRows(workspace);
        this.samples = Files.readString(PotDataset.samplesFile(workspace.historical()));
    }

    static Growth of(Workspace workspace) throws IOException {
        return new Growth(workspace);
    }

    private static String regimeRows(Workspace workspace) throws IOException {
        var set = DatasetFiles.regime(workspace.historical()).load().set();
        var text = new StringBuilder();
        for (int i = 0; i < set.rows(); i++) {
            text.append(set.dates()[i]).append(' ').append(set.labels()[i]).append(' ')
                    .append(Arrays.toString(set.features().select(new int[]{i}).sharedValues())).append('\n');
        }
        return text.toString();
    }

    int samples() {
        return (int) samples.lines().count() - 1;
    }

    /// Everything from before is there still, byte for byte, and more has come.
    Growth assertGrownFrom(Growth before) {
        before.bars.forEach((symbol, text) -> assertThat(bars.get(symbol)).as("bars of %s", symbol)
                .startsWith(text).hasSizeGreaterThan(text.length()));
        assertThat(regimeRows).startsWith(before.regimeRows).hasSizeGreaterThan(before.regimeRows.length());
        assertThat(samples).startsWith(before.samples).hasSizeGreaterThan(before.samples.length());
        return this;
    }

    /// As many days and options as before at least, whatever became of their prices.
    Growth assertNothingLostSince(Growth before) {
        before.bars.forEach((symbol, text) -> assertThat(dates(bars.getOrDefault(symbol, ""))).as("days of %s", symbol)
                .startsWith(dates(text).toArray(String[]::new)));
        assertThat(samples.lines().count()).isGreaterThan(before.samples.lines().count());
        return this;
    }

    private static List<String> dates(String csv) {
        return csv.lines().map(line -> line.substring(0, line.indexOf(','))).toList();
    }

    /// A rebuild of both sets from the stored bars gives the same files.
    static void assertIsRebuild(Workspace workspace, Path elsewhere) throws Exception {
        Workspace again = Workspace.at(elsewhere);
        Files.createDirectories(again.historical());
        for (String name : names(workspace.historical(), ".*_daily_10y\\.(csv|json)|pot_training_data\\.npz\\.json")) {
            Files.copy(workspace.historical().resolve(name), again.historical().resolve(name));
        }
        new PrepareRegime(again).run(WorkspaceLabelling.of(again).labelling(0), RunContext.unwatched());
        new PreparePot(again).run(SETTINGS, RunContext.unwatched());
        for (String name : names(workspace.historical(), "(regime|pot)_.*")) {
            assertThat(again.historical().resolve(name)).as(name)
                    .hasSameBinaryContentAs(workspace.historical().resolve(name));
        }
    }

    private static List<String> names(Path folder, String pattern) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.matches(pattern)).sorted()
                    .toList();
        }
    }

    /// The last days of the months after a first one.
    static List<LocalDate> monthEnds(LocalDate first, int months) {
        return IntStream.rangeClosed(1, months)
                .mapToObj(i -> YearMonth.from(first).plusMonths(i).atEndOfMonth()).toList();
    }
}

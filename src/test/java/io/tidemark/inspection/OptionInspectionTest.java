package io.tidemark.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.history.BarStore;
import io.tidemark.inspection.OptionFilter.Choice;
import io.tidemark.inspection.OptionFilter.Range;
import io.tidemark.inspection.OptionQuery.Sort;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionInspectionTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private OptionInspection six;

    @BeforeEach
    void make() throws IOException {
        six = MadeOptions.sixWithModel(folder);
    }

    private List<Integer> rows(OptionQuery query) {
        OptionSelection found = six.select(query);
        return IntStream.range(0, found.size()).mapToObj(found::row).toList();
    }

    private static OptionQuery where(OptionFilter... filters) {
        return new OptionQuery(List.of(filters), List.of());
    }

    @Test
    void withoutFiltersAllOptionsAreSummedUp() {
        OptionSummary summary = six.select(OptionQuery.all()).summary();
        assertThat(summary.selected()).isEqualTo(6);
        assertThat(summary.touched()).isEqualTo(3);
        assertThat(summary.baseRate()).isEqualTo(0.5);
        assertThat(summary.closedForm()).isCloseTo((.9 + .1 + .5 + .3 + .7 + .2) / 6, within(1e-12));
        assertThat(summary.model()).isCloseTo((.8 + .2 + .6 + .2 + .6 + .1) / 6, within(1e-7));
    }

    @Test
    void aModelThatLearnedFromSomeHasNotSeenAll() throws IOException {
        // the last option starts on 2024-01-09, the model has learned up to 2024-01-05
        assertThat(six.hasModelSeenAll()).isFalse();
        var later = new ModelOpinion(3, Optional.of(LocalDate.of(2024, 1, 9)), MadeOptions.MODEL, "");
        assertThat(OptionInspection.of(MadeOptions.six(folder), later, new BarStore(folder), "").hasModelSeenAll())
                .isTrue();
        assertThat(MadeOptions.sixWithoutModel(folder).hasModelSeenAll()).isFalse();
    }

    @Test
    void withoutAModelItsMeanIsMissing() throws IOException {
        OptionInspection bare = MadeOptions.sixWithoutModel(folder);
        OptionSelection all = bare.select(OptionQuery.all());
        assertThat(all.summary().model()).isNaN();
        assertThat(bare.figures(all).model()).isEmpty();
        assertThat(bare.modelRun()).isEmpty();
    }

    @Test
    void derivedColumnsFollowFromTheFeatures() {
        // strike 101, 1 % above the spot; ln 1.01 / (0.2 sqrt(10 / 365)) = 0.300574
        assertThat(six.number(OptionColumn.SPOT, 0)).isEqualTo(100);
        assertThat(six.number(OptionColumn.Z, 0)).isCloseTo(0.300574, within(1e-5));
        // strike 90, 10 % below it
        assertThat(six.number(OptionColumn.SPOT, 3)).isEqualTo(100);
        assertThat(six.number(OptionColumn.TOUCH_DAY, 2)).isEqualTo(21);
        assertThat(six.number(OptionColumn.TOUCH_DAY, 3)).isNaN();
        assertThat(six.name(OptionColumn.IV_SOURCE, 0)).isEqualTo("real");
        assertThat(six.name(OptionColumn.ORIGIN, 1)).isEqualTo("sampled");
        assertThat(six.name(OptionColumn.IV_SOURCE, 1)).isEqualTo("proxy");
    }

    @Test
    void aRowPassesWhenItPassesEveryFilter() {
        assertThat(rows(where(new Choice(OptionColumn.SYMBOL, Set.of("SPY"))))).containsExactly(0, 2, 3);
        assertThat(rows(where(new Choice(OptionColumn.SYMBOL, Set.of("SPY")),
                new Range(OptionColumn.DAYS, 30, 60)))).containsExactly(2, 3);
        assertThat(rows(where(new Range(OptionColumn.TOUCH_DAY, 0, 3)))).containsExactly(0, 4);
    }

    @Test
    void aSelectionOfNothingHasNoRate() {
        OptionSelection none = six.select(where(new Range(OptionColumn.DAYS, 300, 400)));
        assertThat(none.summary().selected()).isZero();
        assertThat(none.summary().baseRate()).isNaN();
        assertThat(six.figures(none).closedForm()).isEmpty();
    }

    @Test
    void severalColumnsSortOneAfterTheOther() {
        var bySymbolThenLongest = OptionQuery.all().sorted(
                List.of(new Sort(OptionColumn.SYMBOL, false), new Sort(OptionColumn.DAYS, true)));
        assertThat(rows(bySymbolThenLongest)).containsExactly(1, 4, 5, 3, 2, 0);
    }

    @Test
    void equalRowsKeepTheirOrderAndMissingOnesComeLast() {
        assertThat(rows(OptionQuery.all().sorted(List.of(new Sort(OptionColumn.TOUCH_DAY, false)))))
                .containsExactly(4, 0, 2, 1, 3, 5);
        assertThat(rows(OptionQuery.all().sorted(List.of(new Sort(OptionColumn.TOUCH_DAY, true)))))
                .containsExactly(2, 0, 4, 1, 3, 5);
    }

    @Test
    void aHistogramCountsTouchedAndUntouchedApart() {
        OptionBins symbols = figures(OptionQuery.all(), OptionColumn.SYMBOL);
        assertThat(symbols.names()).containsExactly("AMD", "SPY");
        assertThat(symbols.touched()).containsExactly(1, 2);
        assertThat(symbols.untouched()).containsExactly(2, 1);
        OptionBins days = figures(OptionQuery.all(), OptionColumn.DAYS);
        assertThat(IntStream.of(days.touched()).sum()).isEqualTo(3);
        assertThat(days.edges()[0]).isEqualTo(7);
    }

    private OptionBins figures(OptionQuery query, OptionColumn column) {
        return Objects.requireNonNull(six.figures(six.select(query)).bins().get(column));
    }

    @Test
    void aFilteredColumnStillShowsWhatElseThereIs() {
        var puts = where(new Choice(OptionColumn.RIGHT, Set.of("put")));
        OptionBins rights = figures(puts, OptionColumn.RIGHT);
        assertThat(rights.touched()).containsExactly(1, 2);
        OptionBins symbols = figures(puts, OptionColumn.SYMBOL);
        assertThat(symbols.touched()).containsExactly(1, 1);
        assertThat(rights.meets(puts.filters().getFirst(), 1)).isTrue();
        assertThat(rights.meets(puts.filters().getFirst(), 0)).isFalse();
    }

    @Test
    void theFilterOfABinFindsWhatTheBinCounts() {
        for (OptionColumn column : OptionColumn.values()) {
            OptionBins bins = figures(OptionQuery.all(), column);
            for (int bin = 0; bin < bins.size(); bin++) {
                assertThat(rows(where(bins.filter(bin)))).as("%s, bin %d", column, bin)
                        .hasSize(bins.touched()[bin] + bins.untouched()[bin]);
            }
        }
    }

    @Test
    void theHeatMapTellsRatesByDistanceAndDays() {
        OptionHeat heat = six.figures(six.select(OptionQuery.all())).heat();
        // rows: to 8, 15, 22, 31, 46, 61 days; columns: to 1, 2, 3, 5, 10, 20 %
        assertThat(heat.days()).endsWith(61);
        assertThat(heat.distances()).endsWith(20);
        assertThat(heat.rate(1, 1)).isEqualTo(1);
        assertThat(heat.counts()[3][3]).isEqualTo(1);
        assertThat(heat.closedForm()[3][3]).isCloseTo(0.5, within(1e-12));
        assertThat(heat.rate(0, 0)).isNaN();
        List<OptionFilter> cell = heat.filters(3, 3);
        assertThat(rows(new OptionQuery(cell, List.of()))).containsExactly(2);
    }

    @Test
    void calibrationSetsWhatWasSaidAgainstWhatCame() {
        OptionFigures figures = six.figures(six.select(OptionQuery.all()));
        // six rows make six bins of one, ascending: .1 .2 .3 .5 .7 .9
        assertThat(figures.closedForm()).extracting(bin -> bin.observed()).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0,
                1.0);
        assertThat(figures.closedForm()).extracting(bin -> bin.predicted()).containsExactly(.1, .2, .3, .5, .7, .9);
        assertThat(figures.model()).hasSize(6);
    }

    @Test
    void anExportIsReadBackLineByLine() throws IOException {
        Path file = folder.resolve("some.csv");
        OptionSelection found = six.select(where(new Choice(OptionColumn.RIGHT, Set.of("put")))
                .sorted(List.of(new Sort(OptionColumn.STRIKE, true))));
        six.export(found, file, Progress.none());
        assertThat(Files.readAllLines(file)).containsExactly(
                "symbol,start,expiration,days,right,strike,spot,distance,z,implied_volatility,iv_source,origin,"
                        + "historical_volatility,momentum,touched,touch_date,touch_day,closed_form,model",
                "AMD,2024-01-08,2024-01-29,21,put,98,100,2,0.210565,0.4,proxy,sampled,0.36,0.01,yes,2024-01-09,1,"
                        + "0.7,0.6",
                "SPY,2024-01-04,2024-02-03,30,put,96,100,4,0.711951,0.2,real,real,0.17,0.02,yes,2024-01-25,21,0.5,0.6",
                "SPY,2024-01-05,2024-03-05,60,put,90,100,10,1.299328,0.2,real,real,0.17,0.03,no,,,0.3,0.2");
    }

    @Test
    void aRangeOfNamesIsRefused() {
        assertThatThrownBy(() -> new Range(OptionColumn.SYMBOL, 0, 1)).hasMessageContaining("SYMBOL");
        assertThatThrownBy(() -> new Choice(OptionColumn.DAYS, Set.of("5"))).hasMessageContaining("DAYS");
        assertThatThrownBy(() -> new Range(OptionColumn.DAYS, 5, Double.NaN)).hasMessageContaining("NaN");
    }
}

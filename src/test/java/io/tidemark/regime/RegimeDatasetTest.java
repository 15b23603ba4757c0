package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.InsufficientDataException;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeDatasetTest {
    private static final int SESSIONS = 700;
    private static final int WARM_UP = 49;

    private final BarSeries spy = Bars.spy(1, SESSIONS);
    private final BarSeries vix = Bars.vix(2, SESSIONS);

    @Test
    void warmUpDaysAreLeftOutNotCalledCalm() {
        RegimeDataset dataset = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0);

        assertThat(dataset.leftOut().warmUp()).isEqualTo(WARM_UP);
        assertThat(dataset.set().rows()).isEqualTo(SESSIONS - WARM_UP);
        assertThat(spy.date(WARM_UP)).isEqualTo("2015-03-11");
        assertThat(dataset.set().dates()).startsWith(20150311, 20150312, 20150313, 20150316);
        assertThat(dataset.counts()).satisfies(counts -> assertThat(IntStream.of(counts).sum()).isEqualTo(651));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    void everySessionIsARowOrAccountedFor(int horizon) {
        Set<LocalDate> gone = Set.of(spy.date(3), spy.date(60), spy.date(61), spy.date(400), spy.date(699));
        RegimeDataset dataset = RegimeDataset.build(spy, Bars.without(vix, gone::contains), RegimeRules.defaults(),
                horizon);

        RegimeDataset.LeftOut leftOut = dataset.leftOut();
        assertThat(leftOut.withoutVix()).containsExactlyInAnyOrderElementsOf(gone).isSorted();
        assertThat(dataset.set().rows() + leftOut.withoutVix().size() + leftOut.warmUp() + leftOut.withoutOutcome())
                .isEqualTo(SESSIONS);
        assertThat(IntStream.of(dataset.counts()).sum()).isEqualTo(dataset.set().rows());
    }

    @Test
    void aSessionMissingInVixShiftsNothingOfSpy() {
        LocalDate gone = spy.date(300);
        FeatureMatrix whole = RegimeFeatures.of(RegimeSessions.join(spy, vix));
        FeatureMatrix holed = RegimeFeatures.of(RegimeSessions.join(spy, Bars.without(vix, gone::equals)));

        for (String name : List.of("return_1d", "return_5d", "return_20d", "rsi_14", "price_to_sma_20",
                "price_to_sma_50", "realized_volatility_20d")) {
            assertThat(column(holed, name)).as(name).isEqualTo(column(whole, name));
        }
    }

    @Test
    void changesOfVixStepOverASessionWithoutVix() {
        BarSeries holed = Bars.without(vix, spy.date(300)::equals);
        FeatureMatrix features = RegimeFeatures.of(RegimeSessions.join(spy, holed));

        assertThat(features.get(300, 0)).isNaN();
        assertThat(features.get(300, 1)).isNaN();
        assertThat(features.get(301, 1)).isEqualTo((float) (vix.close(301) / vix.close(299) - 1));
        assertThat(features.get(302, 1)).isEqualTo((float) (vix.close(302) / vix.close(301) - 1));
        assertThat(features.get(303, 2)).isEqualTo((float) (vix.close(303) / vix.close(297) - 1));
    }

    @Test
    void vixOnDaysWithoutASessionDoesNotCount() {
        BarSeries holiday = Bars.without(spy, spy.date(300)::equals);

        RegimeDataset dataset = RegimeDataset.build(holiday, vix, RegimeRules.defaults(), 0);

        assertThat(dataset.leftOut().withoutVix()).isEmpty();
        assertThat(dataset.set().rows()).isEqualTo(SESSIONS - 1 - WARM_UP);
        FeatureMatrix features = RegimeFeatures.of(RegimeSessions.join(holiday, vix));
        assertThat(features.get(300, 1)).isEqualTo((float) (vix.close(301) / vix.close(299) - 1));
    }

    @Test
    void theFutureChangesNoFeatureAndNoLabel() {
        RegimeDataset full = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0);
        for (int sessions = 504; sessions < SESSIONS; sessions += 13) {
            RegimeDataset cut = RegimeDataset.build(Bars.first(spy, sessions), Bars.first(vix, sessions),
                    RegimeRules.defaults(), 0);

            int rows = cut.set().rows();
            assertThat(cut.set().features().sharedValues()).isEqualTo(
                    Arrays.copyOf(full.set().features().sharedValues(), rows * RegimeFeatures.NAMES.size()));
            assertThat(cut.set().labels()).isEqualTo(Arrays.copyOf(full.set().labels(), rows));
        }
    }

    @Test
    void aHorizonTakesTheLabelOfALaterSession() {
        RegimeDataset now = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0);
        RegimeDataset ahead = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 5);

        int rows = now.set().rows() - 5;
        assertThat(ahead.set().rows()).isEqualTo(rows);
        assertThat(ahead.leftOut().withoutOutcome()).isEqualTo(5);
        assertThat(ahead.set().labels()).isEqualTo(Arrays.copyOfRange(now.set().labels(), 5, rows + 5));
        assertThat(ahead.set().dates()).isEqualTo(Arrays.copyOf(now.set().dates(), rows));
    }

    @Test
    void aPersonsLabelStandsInPlaceOfTheRules() {
        LocalDate day = spy.date(200);
        Map<LocalDate, Regime> overrides = Map.of(day, Regime.EXTREME_STRESS, spy.date(10), Regime.BULL_TRENDING,
                LocalDate.of(1999, 1, 1), Regime.BEAR_TRENDING);
        int[] byRules = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0).set().labels();
        int[] expected = byRules.clone();
        expected[200 - WARM_UP] = 4;

        RegimeDataset dataset = RegimeDataset.build(spy, vix,
                RegimeLabelling.of(RegimeRules.defaults(), 0).with(overrides));

        assertThat(byRules[200 - WARM_UP]).isNotEqualTo(4);
        assertThat(dataset.set().labels()).isEqualTo(expected);
    }

    @Test
    void lessThanTwoYearsIsRefusedInWords() {
        BarSeries shortSpy = Bars.first(spy, 510);
        BarSeries holed = Bars.without(vix, date -> date.isBefore(spy.date(7)));

        assertThatThrownBy(() -> RegimeDataset.build(shortSpy, holed, RegimeRules.defaults(), 0))
                .isInstanceOfSatisfying(InsufficientDataException.class, e -> {
                    assertThat(e.found()).isEqualTo(503);
                    assertThat(e.needed()).isEqualTo(504);
                }).hasMessage("Insufficient data: 503 sessions of SPY with VIX, and training takes at least 504 "
                        + "(two years). Download more years.");
        assertThat(RegimeDataset.build(Bars.first(spy, 511), holed, RegimeRules.defaults(), 0).set().rows())
                .isPositive();
    }

    @Test
    void aRegimeThatNeverOccursIsCountedAsZero() {
        BarSeries calm = Bars.of("VIX", IntStream.range(0, SESSIONS).mapToDouble(i -> 12).toArray());

        RegimeDataset dataset = RegimeDataset.build(spy, calm, RegimeRules.defaults(), 0);

        assertThat(dataset.counts()).hasSize(5);
        assertThat(dataset.absent()).containsExactly(Regime.BEAR_TRENDING, Regime.HIGH_VOL_NEUTRAL,
                Regime.EXTREME_STRESS);
    }

    @Test
    void exactlyFivePercentDownIsNotMoreThanFivePercentDown() {
        // 95/100 - 1 is -0.050000000000000044 in doubles.
        double[] closes = IntStream.range(0, SESSIONS).mapToDouble(i -> i < 100 ? 100 : 95).toArray();
        BarSeries uneasy = Bars.of("VIX", IntStream.range(0, SESSIONS).mapToDouble(i -> 18).toArray());

        RegimeSessions sessions = RegimeSessions.join(Bars.of("SPY", closes), uneasy);

        assertThat(sessions.inputs(110).return20()).isEqualTo(-0.05);
        assertThat(RegimeRules.defaults().classify(sessions.inputs(110)).regime()).isEqualTo(Regime.LOW_VOL_NEUTRAL);
    }

    @Test
    void aCloseOnItsAverageIsNotAboveIt() {
        double[] closes = IntStream.range(0, SESSIONS).mapToDouble(i -> 250.13).toArray();
        RegimeSessions sessions = RegimeSessions.join(Bars.of("SPY", closes), vix);

        assertThat(sessions.inputs(60).sma50()).isEqualTo(250.13);
    }

    @Test
    void theRemainderIsToldApart() {
        // Sixty flat days, then a rise of 6 % in a day: return20 is 6 % for twenty days.
        double[] closes = IntStream.range(0, SESSIONS).mapToDouble(i -> i < 60 ? 100 : 106).toArray();
        double[] fears = IntStream.range(0, SESSIONS).mapToDouble(i -> i < 70 ? 25 : i < 100 ? 17 : 12).toArray();

        Remainder remainder = Remainder.of(RegimeSessions.join(Bars.of("SPY", closes), Bars.of("VIX", fears)),
                RegimeRules.defaults());

        assertThat(remainder.reliefRallies()).hasSize(10).startsWith(spy.date(60)).endsWith(spy.date(69));
        assertThat(remainder.uneasy()).hasSize(30).startsWith(spy.date(70)).endsWith(spy.date(99));
        assertThat(remainder.calm()).isEqualTo(SESSIONS - 100);
        assertThat(remainder.other()).isZero();
        assertThat(remainder.holes()).isEqualTo(40);
    }

    @Test
    void filesAndManifestAreWrittenAndLoad(@TempDir Path folder) throws IOException {
        RegimeDataset dataset = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0);

        DatasetManifest manifest = dataset.write(folder, DataSource.parse("demo:42"),
                Map.of("SPY_daily_10y.csv", "aa", "VIX_daily_10y.csv", "bb"));

        DatasetFiles.Loaded loaded = DatasetFiles.regime(folder).load();
        assertThat(loaded.set().features().sharedValues()).isEqualTo(dataset.set().features().sharedValues());
        assertThat(loaded.set().labels()).isEqualTo(dataset.set().labels());
        assertThat(Files.readAllLines(folder.resolve("regime_feature_names.txt"))).isEqualTo(RegimeFeatures.NAMES);
        assertThat(manifest.origin().inputs()).containsOnlyKeys("SPY_daily_10y.csv", "VIX_daily_10y.csv");
        assertThat(RegimeParameters.of(loaded.manifest())).isEqualTo(dataset.parameters());
    }

    @Test
    void theManifestTellsHowToLabelMoreDaysTheSameWay(@TempDir Path folder) throws IOException {
        var labelling = RegimeLabelling.of(RegimeRules.of(new RegimeThresholds(40, 16, -0.04, 25, 0.06, 14, 0.02)), 5)
                .with(Map.of(spy.date(200), Regime.EXTREME_STRESS));
        RegimeDataset dataset = RegimeDataset.build(spy, Bars.without(vix, spy.date(90)::equals), labelling);

        DatasetManifest manifest = Json.read(writtenManifest(dataset, folder), DatasetManifest.class);

        assertThat(RegimeParameters.of(manifest).labelling()).isEqualTo(labelling);
        assertThat(RegimeParameters.of(manifest).leftOut()).isEqualTo(dataset.leftOut());
    }

    @Test
    void theManifestOfAnotherSetIsRefused(@TempDir Path folder) throws IOException {
        DatasetManifest written = RegimeDataset.build(spy, vix, RegimeRules.defaults(), 0).write(folder,
                DataSource.parse("demo:42"), Map.of());
        var other = new DatasetManifest(1, new DatasetManifest.Origin("demo:42", Map.of("seed", 1), written.files()),
                1, written.firstDate(), written.lastDate(), written.labels(), written.features(), written.files(),
                written.ranges());

        assertThatThrownBy(() -> RegimeParameters.of(other)).isInstanceOf(IOException.class)
                .hasMessageStartingWith("the manifest does not say how the days were labelled");
    }

    private static Path writtenManifest(RegimeDataset dataset, Path folder) throws IOException {
        dataset.write(folder, DataSource.parse("demo:42"), Map.of());
        return DatasetFiles.regime(folder).manifest();
    }

    private static float[] column(FeatureMatrix features, String name) {
        int column = features.names().indexOf(name);
        var values = new float[features.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = features.get(i, column);
        }
        return values;
    }
}

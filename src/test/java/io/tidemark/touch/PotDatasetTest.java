package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PotDatasetTest {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 2);
    private static final int SESSIONS = 500;
    private static final DataSource SOURCE = new DataSource(DataSource.Kind.DEMO, "7");
    private static final PotSampling SAMPLING = PotSampling.of(42).withSamplesPerSymbol(300);
    /// Features are floats: 24 bits.
    private static final double FLOAT = 1e-6;

    private final List<DailyBar> amdBars = MadeBars.share(FROM, SESSIONS, 2);
    private final BarSeries spy = MadeBars.series("SPY", MadeBars.share(FROM, SESSIONS, 1));
    private final BarSeries amd = MadeBars.series("AMD", amdBars);
    private final BarSeries vix = MadeBars.series("VIX", MadeBars.vix(FROM, SESSIONS, 3));

    private PotDataset build() {
        return PotDataset.build(List.of(spy, amd), vix, SAMPLING);
    }

    private PotDataset build(PotFeature... features) {
        return PotDataset.build(PotBars.of(List.of(spy, amd), vix), SAMPLING, List.of(features));
    }

    @Test
    void hasTheSixFeaturesByDefault() {
        assertThat(build().set().features().names()).containsExactly("distance_pct", "direction", "days_to_expiration",
                "implied_volatility", "historical_volatility", "momentum");
    }

    @Test
    void featuresAreWhatTheirNamesSay() {
        var dataset = build();
        for (int i = 0; i < dataset.samples().rows(); i++) {
            PotSamples samples = dataset.samples();
            BarSeries bars = samples.symbol(i).value().equals("SPY") ? spy : amd;
            int start = bars.indexOf(samples.date(i));
            double price = bars.close(start);
            double side = samples.right(i) == OptionRight.CALL ? 1 : -1;

            assertThat(feature(dataset, i, 0)).isPositive()
                    .isCloseTo(100 * side * (samples.strike(i) / price - 1), within(100 * FLOAT));
            assertThat(feature(dataset, i, 1)).isEqualTo(side);
            assertThat((long) feature(dataset, i, 2))
                    .isEqualTo(ChronoUnit.DAYS.between(samples.date(i), samples.expiration(i)));
            assertThat(feature(dataset, i, 4)).isCloseTo(volatility(bars, start, 20), within(FLOAT));
            assertThat(feature(dataset, i, 5)).isCloseTo(price / bars.close(start - 20) - 1, within(FLOAT));
        }
    }

    private static double feature(PotDataset dataset, int row, int column) {
        return dataset.set().features().get(row, column);
    }

    /// Annualised sample deviation by the sum-of-squares formula, another way than the product takes.
    private static double volatility(BarSeries bars, int at, int window) {
        double sum = 0;
        double squares = 0;
        for (int i = at - window + 1; i <= at; i++) {
            double change = Math.log(bars.close(i)) - Math.log(bars.close(i - 1));
            sum += change;
            squares += change * change;
        }
        return Math.sqrt((squares - sum * sum / window) / (window - 1) * 252);
    }

    @Test
    void volatilityProxyIsVixForSpyAndPastVolatilityWithAPremiumForShares() {
        var dataset = build();
        double least = 1;
        double most = 0;
        for (int i = 0; i < dataset.samples().rows(); i++) {
            int start = spy.indexOf(dataset.samples().date(i));
            double iv = feature(dataset, i, 3);
            if (dataset.samples().symbol(i).value().equals("SPY")) {
                assertThat(iv / (vix.close(start) / 100)).isBetween(0.98 - FLOAT, 1.02 + FLOAT);
            } else {
                double floor = start < 252 ? 0 : 0.7 * volatility(amd, start, 252);
                double past = volatility(amd, start, 60);
                assertThat(iv).isBetween(0.98 * Math.max(1.05 * past, floor) - FLOAT,
                        1.02 * Math.max(1.20 * past, floor) + FLOAT);
                least = Math.min(least, iv / past - 1);
                most = Math.max(most, iv / past - 1);
            }
        }
        assertThat(least).as("premiums fill their range").isBetween(0.02, 0.07);
        assertThat(most).as("premiums fill their range").isBetween(0.18, 0.25);
    }

    @Test
    void calmQuarterIsLiftedToTheFloorOfTheYear() {
        var bars = new ArrayList<DailyBar>();
        for (int i = 0; i < SESSIONS; i++) {
            // 400 wild days, then calm ones: a tenth of a percent up and down.
            double price = i < 400 ? amdBars.get(i).close().doubleValue() : i % 2 == 0 ? 100 : 100.1;
            BigDecimal text = BigDecimal.valueOf(price);
            bars.add(new DailyBar(amdBars.get(i).date(), text, text.add(BigDecimal.ONE), text.subtract(BigDecimal.ONE),
                    text, BigDecimal.TEN));
        }
        var calm = MadeBars.series("AMD", bars);
        var dataset = PotDataset.build(List.of(calm), vix, SAMPLING.withDays(5, 10));
        int checked = 0;
        for (int i = 0; i < dataset.samples().rows(); i++) {
            int start = calm.indexOf(dataset.samples().date(i));
            if (start >= 470) {
                double floor = 0.7 * volatility(calm, start, 252);
                assertThat(feature(dataset, i, 3)).isBetween(0.98 * floor - FLOAT, 1.02 * floor + FLOAT);
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void realVolatilityIsTakenAsItIsWhereGiven() {
        var real = MadeBars.series("AMD", fractions(MadeBars.vix(FROM, 450, 9)));
        var bars = new PotBars(List.of(spy, amd), vix, Map.of(Symbol.of("AMD"), real));
        var dataset = PotDataset.build(bars, SAMPLING, PotFeature.defaults());

        assertThat(dataset.ivSource()).containsEntry(Symbol.of("SPY"), new IvCounts(0, 300));
        assertThat(dataset.ivSource()).hasEntrySatisfying(Symbol.of("AMD"), counts -> {
            assertThat(counts.real()).isPositive();
            assertThat(counts.proxy()).as("days after the last real one").isPositive();
        });
        for (int i = 0; i < dataset.samples().rows(); i++) {
            if (dataset.samples().symbol(i).value().equals("AMD")) {
                int at = real.indexOf(dataset.samples().date(i));
                assertThat(dataset.samples().ivSource(i)).isEqualTo(at < 0 ? IvSource.PROXY : IvSource.REAL);
                if (at >= 0) {
                    assertThat(feature(dataset, i, 3)).isEqualTo((float) real.close(at));
                }
            }
        }
    }

    private static List<DailyBar> fractions(List<DailyBar> percents) {
        return percents.stream().map(bar -> {
            BigDecimal value = bar.close().movePointLeft(2);
            return new DailyBar(bar.date(), value, value, value, value, bar.volume());
        }).toList();
    }

    @Test
    void realVolatilityInPercentIsNotBelieved() {
        var percents = MadeBars.series("AMD", MadeBars.vix(FROM, SESSIONS, 9));
        var bars = new PotBars(List.of(amd), vix, Map.of(Symbol.of("AMD"), percents));

        var dataset = PotDataset.build(bars, SAMPLING, PotFeature.defaults());

        assertThat(dataset.ivSource()).isEqualTo(Map.of(Symbol.of("AMD"), new IvCounts(0, 300)));
    }

    @Test
    void strikesStayWithinAHundredTimesThePrice() {
        // 300 % over up to a year at up to ten units of risk: e^30 without a bound.
        var wild = MadeBars.series("AMD", MadeBars.vix(FROM, SESSIONS, 9).stream().map(bar -> {
            BigDecimal value = BigDecimal.valueOf(3);
            return new DailyBar(bar.date(), value, value, value, value, bar.volume());
        }).toList());
        var bars = new PotBars(List.of(amd), vix, Map.of(Symbol.of("AMD"), wild));
        PotSamples samples = PotDataset.build(bars, SAMPLING.withZ(0.1, 10).withDays(5, 300), PotFeature.defaults())
                .samples();
        double farthest = 1;
        for (int i = 0; i < samples.rows(); i++) {
            double price = amd.close(amd.indexOf(samples.date(i)));
            assertThat(samples.strike(i) / price).isBetween(0.0099, 101.0);
            farthest = Math.max(farthest, samples.strike(i) / price);
        }
        assertThat(samples.rows()).isEqualTo(300);
        assertThat(farthest).as("far strikes are met").isGreaterThan(20);
    }

    @Test
    void furtherFeaturesAreThereForTheAsking() {
        var dataset = build(PotFeature.STANDARDISED_DISTANCE, PotFeature.BASELINE_PROBABILITY, PotFeature.VIX,
                PotFeature.IMPLIED_VOLATILITY);
        for (int i = 0; i < dataset.samples().rows(); i++) {
            PotSamples samples = dataset.samples();
            BarSeries bars = samples.symbol(i).value().equals("SPY") ? spy : amd;
            double price = bars.close(bars.indexOf(samples.date(i)));
            double years = samples.date(i).until(samples.expiration(i), ChronoUnit.DAYS) / 365.0;
            double z = Math.abs(Math.log(samples.strike(i) / price)) / (feature(dataset, i, 3) * Math.sqrt(years));

            assertThat(feature(dataset, i, 0)).isCloseTo(z, within(1e-4));
            assertThat(feature(dataset, i, 1)).isEqualTo((float) samples.baselineProbability(i));
            assertThat(feature(dataset, i, 2)).isEqualTo((float) vix.close(vix.indexOf(samples.date(i))));
        }
    }

    @Test
    void baselineIsTheDriftlessClosedFormWithTheOptionsOwnVolatility() {
        var dataset = build();
        for (int i = 0; i < dataset.samples().rows(); i++) {
            PotSamples samples = dataset.samples();
            BarSeries bars = samples.symbol(i).value().equals("SPY") ? spy : amd;
            double price = bars.close(bars.indexOf(samples.date(i)));
            assertThat(samples.baselineProbability(i)).isCloseTo(BarrierProbability.neutral(price, samples.strike(i),
                    feature(dataset, i, 3), feature(dataset, i, 2) / 365), within(1e-5));
        }
    }

    @Test
    void rowOfTheSetBelongsToTheSameRowOfTheSamples() {
        var dataset = build();
        for (int i = 0; i < dataset.samples().rows(); i++) {
            PotSamples samples = dataset.samples();
            BarSeries bars = samples.symbol(i).value().equals("SPY") ? spy : amd;
            double extreme = samples.right(i) == OptionRight.CALL ? 0 : Double.MAX_VALUE;
            for (int bar = bars.indexOf(samples.date(i)) + 1; bar <= bars
                    .indexAtOrBefore(samples.expiration(i)); bar++) {
                extreme = samples.right(i) == OptionRight.CALL
                        ? Math.max(extreme, bars.high(bar))
                        : Math.min(extreme, bars.low(bar));
            }
            boolean touched = samples.right(i) == OptionRight.CALL
                    ? extreme >= samples.strike(i)
                    : extreme <= samples.strike(i);

            assertThat(dataset.set().labels()[i]).isEqualTo(touched ? 1 : 0);
            assertThat(samples.touched(i)).isEqualTo(touched);
            assertThat(dataset.set().dates()[i]).asString()
                    .isEqualTo(samples.date(i).format(DateTimeFormatter.BASIC_ISO_DATE));
        }
    }

    @Test
    void rowsLieInOrderOfExpirationThenSymbolThenStart() {
        PotSamples samples = build().samples();
        for (int i = 1; i < samples.rows(); i++) {
            int expiration = samples.expiration(i).compareTo(samples.expiration(i - 1));
            int symbol = Boolean.compare(samples.symbol(i).value().equals("AMD"),
                    samples.symbol(i - 1).value().equals("AMD"));
            assertThat(expiration).isNotNegative();
            assertThat(expiration > 0 || symbol > 0
                    || (symbol == 0 && !samples.date(i).isBefore(samples.date(i - 1)))).isTrue();
        }
    }

    @Test
    void whatComesAfterTheStartChangesNoFeature() {
        int cut = 300;
        LocalDate known = amd.date(cut);
        var altered = new ArrayList<>(amdBars.subList(0, cut + 1));
        for (DailyBar bar : MadeBars.share(FROM, SESSIONS, 77).subList(cut + 1, SESSIONS)) {
            BigDecimal twice = BigDecimal.TWO;
            altered.add(new DailyBar(bar.date(), bar.open().multiply(twice), bar.high().multiply(twice),
                    bar.low().multiply(twice), bar.close().multiply(twice), bar.volume()));
        }
        var futureVix = new ArrayList<>(MadeBars.vix(FROM, SESSIONS, 3).subList(0, cut + 1));
        futureVix.addAll(MadeBars.vix(FROM, SESSIONS, 78).subList(cut + 1, SESSIONS));
        var before = PotDataset.build(PotBars.of(List.of(amd), vix), SAMPLING, List.of(PotFeature.values()));
        var after = PotDataset.build(
                PotBars.of(List.of(MadeBars.series("AMD", altered)), MadeBars.series("VIX", futureVix)), SAMPLING,
                List.of(PotFeature.values()));
        int columns = PotFeature.values().length;
        int same = 0;
        int different = 0;
        for (int i = 0; i < before.samples().rows(); i++) {
            for (int column = 0; column < columns; column++) {
                if (!before.samples().date(i).isAfter(known)) {
                    assertThat(feature(after, i, column)).isEqualTo(feature(before, i, column));
                    same++;
                } else if (feature(after, i, column) != feature(before, i, column)) {
                    different++;
                }
            }
        }
        assertThat(same).isPositive();
        assertThat(different).as("the alteration reaches what it may reach").isPositive();
    }

    @Test
    void readsBackWhatItWrote(@TempDir Path folder) throws IOException {
        var built = build();
        built.write(folder, SOURCE, Map.of("SPY_daily_10y.csv", "ab".repeat(32)));

        var read = PotDataset.read(folder);

        assertThat(read.sampling()).isEqualTo(built.sampling());
        assertThat(read.ivSource()).isEqualTo(built.ivSource());
        assertThat(read.samples()).usingRecursiveComparison().isEqualTo(built.samples());
        assertThat(read.set()).usingRecursiveComparison().isEqualTo(built.set());
        assertThat(PotDataset.samplingOf(folder)).hasValue(built.sampling());
    }

    @Test
    void sameBarsAndSeedMakeTheSameFilesOnEveryMachine(@TempDir Path folder) throws IOException {
        build().write(folder, SOURCE, Map.of());

        // Recorded on Linux x86-64; a change of any draw, strike, label or format changes it.
        assertThat(Sha256.of(folder.resolve("pot_samples.csv")))
                .isEqualTo("fbb1e88fcb8213943e0bfc6a1c42238312c1143233861d6c97b95009d6da72ed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pot_training_data.npz", "pot_feature_names.txt", "pot_samples.csv"})
    void fileOfAnotherSetIsRefused(String name, @TempDir Path folder) throws IOException {
        build(PotFeature.VIX).write(folder, SOURCE, Map.of());
        byte[] other = Files.readAllBytes(folder.resolve(name));
        PotDataset.build(List.of(amd), vix, PotSampling.of(7)).write(folder, SOURCE, Map.of());
        Files.write(folder.resolve(name), other);

        assertThatThrownBy(() -> PotDataset.read(folder)).isInstanceOf(IOException.class)
                .hasMessageContainingAll(name, "Prepare the training data again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pot_training_data.npz", "pot_feature_names.txt", "pot_samples.csv",
            "pot_training_data.npz.json"})
    void missingFileIsRefused(String name, @TempDir Path folder) throws IOException {
        build().write(folder, SOURCE, Map.of());
        Files.delete(folder.resolve(name));

        assertThatThrownBy(() -> PotDataset.read(folder)).isInstanceOf(IOException.class).hasMessageContaining(name);
    }

    @Test
    void manifestThatDoesNotKnowTheSamplesIsRefused(@TempDir Path folder) throws IOException {
        build().write(folder, SOURCE, Map.of());
        Path manifest = folder.resolve("pot_training_data.npz.json");
        Files.writeString(manifest,
                Files.readString(manifest).replaceFirst("\"pot_samples.csv\" : \"\\w+\",", ""));

        assertThatThrownBy(() -> PotDataset.read(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("does not vouch for");
    }

    @Test
    void setThatWasCutShortStillTellsHowItWasSampled(@TempDir Path folder) throws IOException {
        var built = build();
        built.write(folder, SOURCE, Map.of());
        Files.delete(folder.resolve("pot_training_data.npz"));

        assertThat(PotDataset.samplingOf(folder)).hasValue(built.sampling());
        assertThat(PotDataset.samplingOf(folder.resolve("elsewhere"))).isEmpty();
    }

    @Test
    void manifestOfAnotherFormIsNamed(@TempDir Path folder) throws IOException {
        build().write(folder, SOURCE, Map.of());
        Path manifest = folder.resolve("pot_training_data.npz.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"maxZ\" : 2.5", "\"maxZ\" : -1"));

        assertThatThrownBy(() -> PotDataset.samplingOf(folder)).isInstanceOf(IOException.class)
                .hasMessageContainingAll(manifest.toString(), "Delete it to start a new set");
    }

    @Test
    void noSymbolComesTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> PotDataset.build(List.of(spy, spy), vix, SAMPLING));
        assertThatIllegalArgumentException().isThrownBy(() -> PotDataset.build(List.of(), vix, SAMPLING));
    }
}

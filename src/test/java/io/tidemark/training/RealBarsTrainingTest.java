package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.CsvImport;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import io.tidemark.regime.RegimeDataset;
import io.tidemark.regime.RegimeRules;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The figures that the models must reach on ten years of real bars.
class RealBarsTrainingTest {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private static Path folder;

    @BeforeAll
    static void findBars() {
        folder = RealBars.folderOrSkip();
    }

    @Test
    void theRegimeModelRepeatsTheRuleOnNinetyNineOfAHundredLaterDays() throws IOException {
        RegimeDataset days = RegimeDataset.build(bars("SPY"), bars("VIX"), RegimeRules.defaults(), 0);
        RegimeEvaluation judged = RegimeTrainer
                .train(days.set(), RegimeTrainingOptions.of(42), RoundListener.none(), Progress.none()).evaluation();
        assertThat(judged.honest().accuracy()).isGreaterThanOrEqualTo(0.99);
        assertThat(judged.honest().balancedAccuracy()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void thePotModelBeatsTheClosedFormAndStaysUnderTheCeiling() throws IOException {
        var underlyings = List.of(bars("SPY"), bars("TSLA"), bars("NVDA"), bars("AMD"));
        PotDataset options = PotDataset.build(underlyings, bars("VIX"), PotSampling.of(42));
        PotEvaluation judged = PotTrainer.train(PotTrainingInput.of(options), PotTrainingOptions.of(42),
                RoundListener.none(), Progress.none()).evaluation();
        double baseline = Objects.requireNonNull(judged.honest().baseline().r2());
        assertThat(judged.honest().model().r2()).isGreaterThan(baseline + 0.01).isGreaterThan(0.3)
                .isLessThan(judged.ceiling());
        assertThat(judged.honest().model().ece()).isLessThan(judged.honest().baseline().ece());
    }

    private static BarSeries bars(String symbol) throws IOException {
        List<DailyBar> decade = CsvImport.read(folder, Symbol.of(symbol)).stream()
                .filter(bar -> !bar.date().isBefore(FIRST) && bar.date().isBefore(FIRST.plusYears(10))).toList();
        return BarSeries.of(Symbol.of(symbol), decade);
    }
}

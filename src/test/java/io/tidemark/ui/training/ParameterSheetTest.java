package io.tidemark.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.TreeSettings;
import io.tidemark.ui.KeptTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterSheetTest {
    private final ParameterSheet regime = new ParameterSheet(ModelKind.REGIME_CLASSIFIER, 42);
    private final ParameterSheet touch = new ParameterSheet(ModelKind.PROBABILITY_OF_TOUCH, 42);

    @Test
    void untouchedItGivesTheUsualOptions() {
        assertThat(regime.regimeOptions()).isEqualTo(RegimeTrainingOptions.of(42));
        assertThat(touch.potOptions()).isEqualTo(PotTrainingOptions.of(42));
        assertThat(regime.valid().get()).isTrue();
        assertThat(regime.usual().get()).isTrue();
    }

    @Test
    void whatIsTypedReachesTheOptions() {
        touch.text(Parameter.ROUNDS).set("120");
        touch.text(Parameter.ETA).set(" 0.05 ");
        touch.text(Parameter.DEPTH).set("4");
        touch.text(Parameter.MIN_CHILD_WEIGHT).set("12.5");
        touch.text(Parameter.SUBSAMPLE).set("0.7");
        touch.text(Parameter.COLUMN_SAMPLE).set("0.6");
        touch.text(Parameter.LAMBDA).set("3");
        touch.text(Parameter.PATIENCE).set("30");
        touch.text(Parameter.SEED).set("7");
        PotTrainingOptions options = touch.potOptions();
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.booster().rounds().most()).isEqualTo(120);
        assertThat(options.booster().rounds().learningRate()).isEqualTo(0.05);
        assertThat(options.booster().rounds().patience()).isEqualTo(30);
        assertThat(options.booster().trees()).extracting("depth", "minChildWeight", "subsample", "columnSample",
                "lambda", "maxBins").containsExactly(4, 12.5, 0.7, 0.6, 3.0,
                        BoosterSettings.touch().trees().maxBins());
        assertThat(touch.usual().get()).isFalse();
    }

    @Test
    void resetBringsTheUsualParametersBack() {
        regime.text(Parameter.HORIZON).set("5");
        regime.text(Parameter.LAMBDA).set("nonsense");
        assertThat(regime.valid().get()).isFalse();
        regime.reset();
        assertThat(regime.regimeOptions()).isEqualTo(RegimeTrainingOptions.of(42));
    }

    @Test
    void aHorizonBringsWhatIsUsualForItAndLeavesWhatWasChosen() {
        regime.text(Parameter.DEPTH).set("5");
        regime.text(Parameter.HORIZON).set("10");
        RegimeTrainingOptions options = regime.regimeOptions();
        BoosterSettings forecast = BoosterSettings.forecast();
        assertThat(options.horizon()).isEqualTo(10);
        assertThat(options.booster().trees().depth()).isEqualTo(5);
        assertThat(options.booster().trees().lambda()).isEqualTo(forecast.trees().lambda());
        assertThat(options.booster().rounds()).isEqualTo(forecast.rounds());
    }

    @Test
    void aHorizonTypedAfterTheOldOneWasDeletedBringsWhatIsUsualForIt() {
        regime.text(Parameter.HORIZON).set("");
        regime.text(Parameter.HORIZON).set("5");
        assertThat(regime.regimeOptions()).isEqualTo(RegimeTrainingOptions.of(42).withHorizon(5));
    }

    @Test
    void whatWasTypedIsThereInTheNextWindowOfTheSameWorkspaceOnly() {
        var memory = new KeptTexts();
        regime.remember(memory, "one");
        regime.text(Parameter.DEPTH).set("5");
        regime.text(Parameter.HORIZON).set("10");
        regime.text(Parameter.ETA).set("nonsense");

        var next = new ParameterSheet(ModelKind.REGIME_CLASSIFIER, 42);
        next.remember(memory, "one");
        assertThat(next.regimeOptions()).isEqualTo(RegimeTrainingOptions.of(42).withHorizon(10).withBooster(
                new BoosterSettings(new TreeSettings(5, BoosterSettings.forecast().trees().minChildWeight(),
                        BoosterSettings.forecast().trees().subsample(),
                        BoosterSettings.forecast().trees().columnSample(), BoosterSettings.forecast().trees().lambda(),
                        BoosterSettings.forecast().trees().maxBins()), BoosterSettings.forecast().rounds())));
        next.reset();

        var afterwards = new ParameterSheet(ModelKind.REGIME_CLASSIFIER, 43);
        afterwards.remember(memory, "one");
        assertThat(afterwards.usual().get()).as("after going back to the defaults").isTrue();
        var other = new ParameterSheet(ModelKind.REGIME_CLASSIFIER, 42);
        other.remember(memory, "two");
        assertThat(other.usual().get()).as("of another workspace").isTrue();
    }

    @Test
    void onlyTheRegimeClassifierHasAHorizon() {
        assertThat(regime.parameters()).contains(Parameter.HORIZON);
        assertThat(touch.parameters()).doesNotContain(Parameter.HORIZON);
    }

    @ParameterizedTest
    @CsvSource({"ROUNDS,0", "ROUNDS,1.5", "ROUNDS,many", "ETA,0", "ETA,1.1", "ETA,NaN", "DEPTH,13", "SUBSAMPLE,0.01",
            "HORIZON,61", "HORIZON,-1", "SEED,''"})
    void whatIsOutOfRangeIsRefusedWithTheRange(Parameter parameter, String text) {
        assertThat(parameter.problem(text)).contains(" to ");
        regime.text(parameter).set(text);
        assertThat(regime.valid().get()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterExplainsItself(Parameter parameter) {
        assertThat(parameter.explanation()).endsWith(".");
        assertThat(parameter.problem(regime.text(parameter).get())).isEmpty();
    }
}

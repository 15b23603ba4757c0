package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundSettings;
import io.tidemark.training.TreeSettings;
import io.tidemark.ui.screen.Memory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The parameters of one model as they are typed.
final class ParameterSheet {
    private final ModelKind model;
    private final long usualSeed;
    private final Map<Parameter, StringProperty> texts = new EnumMap<>(Parameter.class);
    private final BooleanBinding valid;
    private final BooleanBinding usual;
    private int horizon;

    /// The usual parameters.
    ParameterSheet(ModelKind model, long usualSeed) {
        this.model = model;
        this.usualSeed = usualSeed;
        for (Parameter each : parameters()) {
            texts.put(each, new SimpleStringProperty(this, each.name(), ""));
        }
        StringProperty[] watched = texts.values().toArray(StringProperty[]::new);
        valid = Bindings.createBooleanBinding(this::isValid, watched);
        usual = Bindings.createBooleanBinding(this::isUsual, watched);
        reset();
        if (model == ModelKind.REGIME_CLASSIFIER) {
            text(Parameter.HORIZON).subscribe(this::horizonChanged);
        }
    }

    /// What can be set for this model, in the order of reading.
    List<Parameter> parameters() {
        return Stream.of(Parameter.values())
                .filter(each -> each != Parameter.HORIZON || model == ModelKind.REGIME_CLASSIFIER).toList();
    }

    /// A parameter as typed.
    StringProperty text(Parameter parameter) {
        return Objects.requireNonNull(texts.get(parameter), parameter.name());
    }

    /// Whether every text is a value within its range.
    BooleanBinding valid() {
        return valid;
    }

    /// Whether everything is as [ParameterSheet#reset] would put it.
    BooleanBinding usual() {
        return usual;
    }

    private boolean isValid() {
        return texts.entrySet().stream().allMatch(each -> each.getKey().problem(each.getValue().get()).isEmpty());
    }

    private boolean isUsual() {
        Map<Parameter, String> wanted = usualTexts(0);
        return texts.entrySet().stream()
                .allMatch(each -> each.getValue().get().equals(wanted.get(each.getKey())));
    }

    /// Takes over what was typed in an earlier window, and from now on keeps what is typed; what is usual is not kept,
    /// so that it can change with a version.
    ///
    /// @param name what the parameters of this model in this workspace are kept under
    void remember(Memory memory, String name) {
        kept(memory, name, Parameter.HORIZON);
        parameters().stream().filter(each -> each != Parameter.HORIZON).forEach(each -> kept(memory, name, each));
    }

    /// The horizon comes first, since the others follow it.
    private void kept(Memory memory, String name, Parameter parameter) {
        StringProperty text = texts.get(parameter);
        if (text == null) {
            return;
        }
        String own = name + " " + parameter.name();
        memory.get(own).filter(each -> parameter.problem(each).isEmpty()).ifPresent(text::set);
        text.addListener((observed, before, typed) -> memory.put(own,
                typed.equals(usualTexts(parameter == Parameter.HORIZON ? 0 : horizon).get(parameter)) ? "" : typed));
    }

    /// Goes back to the usual parameters.
    void reset() {
        usualTexts(0).forEach((parameter, text) -> text(parameter).set(text));
    }

    /// Parameters that were usual for the horizon before become those usual for the new one; chosen ones stay.
    private void horizonChanged(String typed) {
        if (!Parameter.HORIZON.problem(typed).isEmpty()) {
            return;
        }
        Map<Parameter, String> left = usualTexts(horizon);
        horizon = (int) Parameter.HORIZON.value(typed);
        usualTexts(horizon).forEach((parameter, text) -> {
            if (parameter != Parameter.HORIZON && text(parameter).get().equals(left.get(parameter))) {
                text(parameter).set(text);
            }
        });
    }

    private BoosterSettings usualBooster(int horizon) {
        return model == ModelKind.REGIME_CLASSIFIER
                ? RegimeTrainingOptions.usualBooster(horizon)
                : BoosterSettings.touch();
    }

    private Map<Parameter, String> usualTexts(int horizon) {
        BoosterSettings booster = usualBooster(horizon);
        var found = new EnumMap<Parameter, String>(Parameter.class);
        found.put(Parameter.ROUNDS, Parameter.text(booster.rounds().most()));
        found.put(Parameter.ETA, Parameter.text(booster.rounds().learningRate()));
        found.put(Parameter.DEPTH, Parameter.text(booster.trees().depth()));
        found.put(Parameter.MIN_CHILD_WEIGHT, Parameter.text(booster.trees().minChildWeight()));
        found.put(Parameter.SUBSAMPLE, Parameter.text(booster.trees().subsample()));
        found.put(Parameter.COLUMN_SAMPLE, Parameter.text(booster.trees().columnSample()));
        found.put(Parameter.LAMBDA, Parameter.text(booster.trees().lambda()));
        found.put(Parameter.PATIENCE, Parameter.text(booster.rounds().patience()));
        found.put(Parameter.SEED, Long.toString(usualSeed));
        if (model == ModelKind.REGIME_CLASSIFIER) {
            found.put(Parameter.HORIZON, Parameter.text(horizon));
        }
        return found;
    }

    private double value(Parameter parameter) {
        return parameter.value(text(parameter).get());
    }

    private int whole(Parameter parameter) {
        return (int) value(parameter);
    }

    private BoosterSettings booster(int horizon) {
        BoosterSettings rest = usualBooster(horizon);
        return new BoosterSettings(
                new TreeSettings(whole(Parameter.DEPTH), value(Parameter.MIN_CHILD_WEIGHT), value(Parameter.SUBSAMPLE),
                        value(Parameter.COLUMN_SAMPLE), value(Parameter.LAMBDA), rest.trees().maxBins()),
                new RoundSettings(value(Parameter.ETA), whole(Parameter.ROUNDS), whole(Parameter.PATIENCE),
                        rest.rounds().leastGain()));
    }

    /// The options of a regime classifier; only when valid.
    RegimeTrainingOptions regimeOptions() {
        int horizon = whole(Parameter.HORIZON);
        return RegimeTrainingOptions.of(whole(Parameter.SEED)).withHorizon(horizon).withBooster(booster(horizon));
    }

    /// The options of a probability of touch; only when valid.
    PotTrainingOptions potOptions() {
        return PotTrainingOptions.of(whole(Parameter.SEED)).withBooster(booster(0));
    }
}

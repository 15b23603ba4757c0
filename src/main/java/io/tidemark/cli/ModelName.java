package io.tidemark.cli;

import io.tidemark.model.ModelKind;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A model as typed: `regime` or `pot`, or the name of its files.
final class ModelName implements ITypeConverter<ModelKind> {
    @Override
    public ModelKind convert(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "regime", "regime_classifier" -> ModelKind.REGIME_CLASSIFIER;
            case "pot", "probability_of_touch" -> ModelKind.PROBABILITY_OF_TOUCH;
            default -> throw new TypeConversionException("'" + typed + "' is no model: take regime or pot");
        };
    }
}

package io.tidemark.inspection;

import io.tidemark.training.CalibrationBin;
import java.util.List;
import java.util.Map;

/// What selected options look like, counted.
///
/// @param bins a histogram of each column. That of a filtered column counts what all *other* filters let pass, so that
///        a person sees what else there is to choose
/// @param heat how often they are touched by distance and days
/// @param cloud distance in units of risk over days
/// @param closedForm calibration of the closed form, empty without options
/// @param model calibration of the model in use, empty without a model
public record OptionFigures(Map<OptionColumn, OptionBins> bins, OptionHeat heat, OptionCloud cloud,
        List<CalibrationBin> closedForm, List<CalibrationBin> model) {

    /// Copies.
    public OptionFigures {
        bins = Map.copyOf(bins);
        closedForm = List.copyOf(closedForm);
        model = List.copyOf(model);
    }
}

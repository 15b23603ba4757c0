package io.tidemark.inspection;

import java.util.function.IntToDoubleFunction;

/// The figures of selected options.
///
/// @param selected how many were selected
/// @param all out of how many
/// @param touched how many of the selected were touched
/// @param closedForm mean closed-form probability of the selected, NaN when there are none
/// @param model their mean probability by the model in use, NaN when there is none
public record OptionSummary(int selected, int all, int touched, double closedForm, double model) {

    /// The share that was touched, NaN when none was selected.
    public double baseRate() {
        return (double) touched / selected;
    }

    static OptionSummary of(OptionTable table, int[] rows) {
        IntToDoubleFunction closedForms = table.values(OptionColumn.CLOSED_FORM);
        IntToDoubleFunction models = table.values(OptionColumn.MODEL);
        double closedForm = 0;
        double model = 0;
        int hits = 0;
        for (int row : rows) {
            closedForm += closedForms.applyAsDouble(row);
            model += models.applyAsDouble(row);
            hits += table.touched(row) ? 1 : 0;
        }
        return new OptionSummary(rows.length, table.rows(), hits, closedForm / rows.length, model / rows.length);
    }
}

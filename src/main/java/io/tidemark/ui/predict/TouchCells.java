package io.tidemark.ui.predict;

import io.tidemark.pipeline.TouchNow;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.TouchGrid;
import io.tidemark.ui.chart.HeatGrid;
import io.tidemark.ui.control.FigureText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A table of touches as cells of a heat map, calls above the close and puts below.
final class TouchCells {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private TouchCells() {
    }

    static HeatGrid.Cells of(TouchNow touches) {
        List<TouchGrid.Rung> rungs = touches.grid().rungs();
        List<LocalDate> days = touches.grid().expirations();
        int calls = (int) rungs.stream().filter(rung -> rung.right() == OptionRight.CALL).count();
        var names = new ArrayList<String>();
        var heat = new double[rungs.size() + 1][days.size()];
        var texts = new String[rungs.size() + 1][days.size()];
        var details = new String[rungs.size() + 1][days.size()];
        for (int row = 0; row <= rungs.size(); row++) {
            if (row == calls) {
                names.add("Close " + FigureText.decimals(touches.spot().close(), 2));
                Arrays.fill(heat[row], Double.NaN);
                Arrays.fill(texts[row], "");
                Arrays.fill(details[row], "");
                continue;
            }
            int at = row < calls ? row : row - 1;
            TouchGrid.Rung rung = rungs.get(at);
            String name = rung.right().code() + " " + FigureText.decimals(rung.strike(), 2);
            names.add(name);
            for (int day = 0; day < days.size(); day++) {
                TouchNow.Cell cell = touches.rows().get(at).get(day);
                heat[row][day] = cell.probability();
                texts[row][day] = FigureText.percent(cell.probability(), 0) + (cell.learned() ? "" : " *");
                details[row][day] = detail(name, days.get(day), cell);
            }
        }
        return new HeatGrid.Cells(names, days.stream().map(DAY::format).toList(), heat, texts, details);
    }

    private static String detail(String name, LocalDate day, TouchNow.Cell cell) {
        return name + " by " + day + ": touched with " + FigureText.percent(cell.probability(), 1) + "; closed form "
                + FigureText.percent(cell.closedForm(), 1)
                + (cell.learned() ? "" : "\n* unlike the options that the model has learned from: a guess");
    }
}

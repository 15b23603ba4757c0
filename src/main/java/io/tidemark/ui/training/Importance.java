package io.tidemark.ui.training;

import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.Map;

/// Features by what splitting on them gained.
final class Importance {
    private Importance() {
    }

    /// One bar a feature, the most important first.
    ///
    /// @param gain mean gain of the splits on each feature, by name
    static List<BarChart.Bar> bars(Map<String, Double> gain) {
        return gain.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(each -> new BarChart.Bar(each.getKey().replace('_', ' '), each.getValue(), Token.SERIES_1))
                .toList();
    }
}

package io.tidemark.regime;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Picks the sessions that can be learned from and puts features and labels side by side.
final class RegimeRows {
    private final RegimeSessions sessions;
    private final RegimeLabelling labelling;
    private final RegimeLabels labels;
    private final FeatureMatrix features;
    private int warmUp;
    private int withoutOutcome;

    RegimeRows(RegimeSessions sessions, RegimeLabelling labelling) {
        this.sessions = sessions;
        this.labelling = labelling;
        this.labels = RegimeLabels.of(sessions, labelling.rules(), labelling.overrides());
        this.features = RegimeFeatures.of(sessions);
    }

    RegimeDataset collect(List<LocalDate> withoutVix) {
        int[] rows = usable();
        var classes = new int[rows.length];
        var dates = new int[rows.length];
        var counts = new int[Regime.count()];
        for (int row = 0; row < rows.length; row++) {
            classes[row] = labels.regime(rows[row] + labelling.horizon()).orElseThrow().id();
            dates[row] = yyyymmdd(sessions.date(rows[row]));
            counts[classes[row]]++;
        }
        return new RegimeDataset(new TrainingSet(features.select(rows), classes, dates),
                new RegimeDataset.LeftOut(withoutVix, warmUp, withoutOutcome), counts,
                Remainder.of(sessions, labelling.rules()), labelling);
    }

    private int[] usable() {
        var rows = new int[sessions.size()];
        int found = 0;
        for (int i = 0; i < rows.length; i++) {
            if (!sessions.hasVix(i)) {
                continue; // counted where they are listed
            }
            int outcome = i + labelling.horizon();
            if (!RegimeFeatures.isComplete(features, i)) {
                warmUp++;
            } else if (outcome >= sessions.size() || !labels.isLabelled(outcome)) {
                withoutOutcome++;
            } else {
                rows[found++] = i;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private static int yyyymmdd(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}

package io.tidemark.regime;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.DatasetManifest.Origin;
import io.tidemark.dataset.InsufficientDataException;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the regime model learns from, and an account of every session that is not in it.
///
/// @param set features and labels, one row a session, ascending by date
/// @param leftOut the sessions without a row
/// @param counts rows of each class id; 0 for a regime that never occurs
/// @param remainder what the last rule had to take
/// @param labelling how the rows were labelled
public record RegimeDataset(TrainingSet set, LeftOut leftOut, int[] counts, Remainder remainder,
        RegimeLabelling labelling) {

    /// The sessions of SPY that have no row. With the rows they add up to all sessions.
    ///
    /// @param withoutVix sessions on which VIX is missing
    /// @param warmUp sessions before all features are defined
    /// @param withoutOutcome sessions whose label lies after the last session, or on one without VIX
    public record LeftOut(List<LocalDate> withoutVix, int warmUp, int withoutOutcome) {
        /// Keeps a copy.
        public LeftOut {
            withoutVix = List.copyOf(Objects.requireNonNull(withoutVix, "withoutVix"));
        }
    }

    /// Labels by rules alone.
    ///
    /// @see RegimeDataset#build(BarSeries, BarSeries, RegimeLabelling)
    public static RegimeDataset build(BarSeries spy, BarSeries vix, RegimeRules rules, int horizon) {
        return build(spy, vix, RegimeLabelling.of(rules, horizon));
    }

    /// Makes the rows: features of a session, label of the session `horizon` sessions later.
    ///
    /// @param spy bars of SPY
    /// @param vix bars of VIX; days without a session of SPY do not count
    /// @param labelling how to label
    /// @throws InsufficientDataException when there are less than two years of sessions with both
    public static RegimeDataset build(BarSeries spy, BarSeries vix, RegimeLabelling labelling) {
        RegimeSessions sessions = RegimeSessions.join(spy, vix);
        List<LocalDate> withoutVix = sessions.withoutVix();
        int usable = sessions.size() - withoutVix.size();
        if (usable < InsufficientDataException.TWO_YEARS) {
            throw new InsufficientDataException(spy.symbol() + " with " + vix.symbol(), usable,
                    InsufficientDataException.TWO_YEARS);
        }
        return new RegimeRows(sessions, labelling).collect(withoutVix);
    }

    /// The regimes that no row has.
    public List<Regime> absent() {
        return List.of(Regime.values()).stream().filter(regime -> counts[regime.id()] == 0).toList();
    }

    /// Writes `regime_training_data.npz`, `regime_feature_names.txt` and their manifest.
    ///
    /// @param folder the folder of historical data
    /// @param source whose bars these are
    /// @param inputs SHA-256 of the bar files, by file name
    /// @return the manifest as written
    /// @throws IOException when a file cannot be written
    public DatasetManifest write(Path folder, DataSource source, Map<String, String> inputs) throws IOException {
        return DatasetFiles.regime(folder).save(set, Origin.of(source, parameters().asMap(), inputs));
    }

    /// How the set was made.
    public RegimeParameters parameters() {
        var holes = new RegimeParameters.Holes(remainder.reliefRallies().size(), remainder.uneasy().size());
        return new RegimeParameters(labelling.horizon(), labelling.rules().thresholds(), labelling.overrides(), leftOut,
                holes);
    }
}

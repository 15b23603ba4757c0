package io.tidemark.touch;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The probability-of-touch training set: features and outcomes of sampled options, and the options themselves.
///
/// Row `i` of the set belongs to row `i` of the samples. Rows are in order of expiration, then of symbol (as given),
/// then of start, real options after sampled ones. That is the order in which outcomes become known, so a set that
/// grows by new bars keeps its rows where they are and appends the rest.
///
/// @param set features, 1 for touched and 0 for not, start dates
/// @param samples what each row stands for
/// @param sampling how they were drawn, with the densities that keep these rows when the history grows
/// @param ivSource how many of each symbol's implied volatilities are real
public record PotDataset(TrainingSet set, PotSamples samples, PotSampling sampling,
        Map<Symbol, IvCounts> ivSource) {

    /// Checks that set and samples have as many rows.
    public PotDataset {
        if (set.rows() != samples.rows()) {
            throw new IllegalArgumentException(set.rows() + " rows, " + samples.rows() + " samples");
        }
        ivSource = Map.copyOf(ivSource);
    }

    /// The set of the six default features, with volatility proxies.
    ///
    /// @see PotDataset#build(PotBars, PotSampling, List)
    public static PotDataset build(List<BarSeries> underlyings, BarSeries vix, PotSampling sampling) {
        return build(PotBars.of(underlyings, vix), sampling, PotFeature.defaults());
    }

    /// Samples options on the given bars, labels them and computes their features.
    ///
    /// @param features columns in order, at least one
    /// @throws NotEnoughHistory when a symbol's bars cannot carry the options asked for
    public static PotDataset build(PotBars bars, PotSampling sampling, List<PotFeature> features) {
        var drawn = new ArrayList<PotRows.Drawn>();
        var densities = new TreeMap<Symbol, PotSampling.Density>(sampling.densities());
        for (BarSeries series : bars.underlyings()) {
            var underlying = Underlying.of(series, bars.vix(), bars.volatilities().get(series.symbol()));
            var sample = OptionSampler.sample(underlying, sampling);
            int sampled = sample.options().size();
            new QuotedOptions(underlying).addTo(sample.options(),
                    bars.quoted().getOrDefault(series.symbol(), List.of()));
            drawn.add(new PotRows.Drawn(underlying, sample.options(), sampled));
            densities.put(series.symbol(), sample.density());
        }
        var rows = PotRows.of(drawn, features);
        return new PotDataset(rows.set(), rows.samples(), sampling.withDensities(densities),
                IvCounts.of(rows.samples()));
    }

    /// Where the samples of a set in `folder` lie.
    public static Path samplesFile(Path folder) {
        return folder.resolve("pot_samples.csv");
    }

    /// [PotDataset#write(Path, DataSource, Map, Map)] without further settings.
    ///
    /// @throws IOException when a file cannot be written; the set from before stays then
    public DatasetManifest write(Path folder, DataSource source, Map<String, String> inputs) throws IOException {
        return write(folder, source, inputs, Map.of());
    }

    /// Writes the files of the set: rows, feature names, samples, and the manifest that vouches for all of them.
    ///
    /// @param source whose bars it was built from
    /// @param inputs SHA-256 of each file of bars, by file name
    /// @param further settings that the bars were prepared with
    /// @return the manifest as written
    /// @throws IOException when a file cannot be written; the set from before stays then
    public DatasetManifest write(Path folder, DataSource source, Map<String, String> inputs,
            Map<String, Object> further) throws IOException {
        var parameters = new HashMap<>(new PotParameters(sampling, ivSource).asMap());
        parameters.putAll(further);
        var origin = DatasetManifest.Origin.of(source, parameters, inputs);
        return DatasetFiles.pot(folder).save(set, origin,
                new DatasetFiles.Companion(samplesFile(folder), samples::write));
    }

    /// Reads the files that [PotDataset#write] has written, after checking that they belong together.
    ///
    /// @throws IOException when a file is absent, changed or damaged; the message names the file and what to do
    public static PotDataset read(Path folder) throws IOException {
        DatasetFiles files = DatasetFiles.pot(folder);
        return files.load((loaded, view) -> read(folder, loaded, view));
    }

    private static PotDataset read(Path folder, DatasetFiles.Loaded loaded, Journal.View view) throws IOException {
        DatasetFiles files = DatasetFiles.pot(folder);
        Path csv = samplesFile(folder);
        if (!loaded.manifest().files().containsKey(String.valueOf(csv.getFileName()))) {
            throw new IOException(
                    files.manifest() + " does not vouch for " + csv + ". Prepare the training data again.");
        }
        var parameters = PotParameters.parse(files.manifest(), loaded.manifest().origin().parameters());
        return new PotDataset(loaded.set(), PotSamples.read(view.of(csv)), parameters.sampling(),
                parameters.ivSource());
    }

    /// How the set in `folder` was drawn, to continue it: see [PotSampling#continuing]. Empty when there is no set.
    ///
    /// @throws IOException when there is a manifest that cannot be understood
    public static Optional<PotSampling> samplingOf(Path folder) throws IOException {
        DatasetFiles files = DatasetFiles.pot(folder);
        Optional<DatasetManifest> manifest = files.readManifest();
        return manifest.isEmpty() ? Optional.empty() : Optional.of(samplingOf(manifest.get(), files.manifest()));
    }

    /// How the set of a manifest was drawn.
    ///
    /// @param file that it was read from, for the message
    /// @throws IOException when it cannot be understood
    public static PotSampling samplingOf(DatasetManifest manifest, Path file) throws IOException {
        return PotParameters.parse(file, manifest.origin().parameters()).sampling();
    }
}

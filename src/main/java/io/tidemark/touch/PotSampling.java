package io.tidemark.touch;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Which options are drawn: how many, how long, how far away, by which seed.
///
/// @param seed of the random streams
/// @param samplesPerSymbol options of each symbol in a first set, `>= 1`; a set that grows adds to them at the same
///        density
/// @param minDays fewest calendar days to expiration, `>= 1`
/// @param maxDays most calendar days to expiration, at most [#LONGEST_DAYS]
/// @param minZ least distance of the strike in units of risk, `> 0`:
///        `|ln(strike / price)| / (volatility sqrt(days / 365))`
/// @param maxZ greatest distance in units of risk
/// @param densities of the symbols whose density a first set has fixed; empty for a first set
/// @param growth by how much the density of later starts differs, ascending by date; empty when it does not
public record PotSampling(long seed, int samplesPerSymbol, int minDays, int maxDays, double minZ, double maxZ,
        Map<Symbol, Density> densities, List<Growth> growth) {
    /// One year, the longest life that can be sampled.
    public static final int LONGEST_DAYS = 365;
    /// Beyond ten standard deviations nothing is ever touched.
    public static final double FARTHEST_Z = 10;

    /// How densely a first set covers its history.
    ///
    /// @param rowsPerWeekday options that start on a weekday, on average
    /// @param from first session of that history; a history that reaches further back makes a new first set
    public record Density(double rowsPerWeekday, LocalDate from) {}

    /// How densely options are drawn that start from a day on.
    ///
    /// @param since first day
    /// @param factor times the density of the first set, `>= 0`
    public record Growth(LocalDate since, double factor) {}

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is empty or out of bounds; the message says which
    public PotSampling {
        if (samplesPerSymbol < 1) {
            throw new IllegalArgumentException("samples per symbol must be at least 1, not " + samplesPerSymbol);
        }
        if (minDays < 1 || maxDays < minDays || maxDays > LONGEST_DAYS) {
            throw new IllegalArgumentException("days to expiration must be a range within 1 and " + LONGEST_DAYS
                    + ", not " + minDays + " to " + maxDays);
        }
        if (!(minZ > 0 && minZ <= maxZ && maxZ <= FARTHEST_Z)) {
            throw new IllegalArgumentException(
                    "z must be a range above 0 and up to " + FARTHEST_Z + ", not " + minZ + " to " + maxZ);
        }
        densities = Collections.unmodifiableMap(new TreeMap<>(densities));
        growth = List.copyOf(Objects.requireNonNullElse(growth, List.of()));
    }

    /// How the options of a training set were drawn, as its manifest says.
    ///
    /// @throws IllegalArgumentException when the manifest does not say it
    public static PotSampling of(DatasetManifest manifest) {
        Object sampling = manifest.origin().parameters().get("sampling");
        if (sampling == null) {
            throw new IllegalArgumentException("the manifest does not say how its options were sampled");
        }
        return Json.convert(sampling, PotSampling.class);
    }

    /// 4,000 options a symbol, 5 to 60 days, z from 0.1 to 2.5.
    public static PotSampling of(long seed) {
        return new PotSampling(seed, 4000, 5, 60, 0.1, 2.5, Map.of(), List.of());
    }

    /// The same with another number of options.
    public PotSampling withSamplesPerSymbol(int samples) {
        return new PotSampling(seed, samples, minDays, maxDays, minZ, maxZ, Map.of(), List.of());
    }

    /// The same with another range of calendar days to expiration.
    public PotSampling withDays(int min, int max) {
        return new PotSampling(seed, samplesPerSymbol, min, max, minZ, maxZ, Map.of(), List.of());
    }

    /// The same with another range of distances in units of risk.
    public PotSampling withZ(double min, double max) {
        return new PotSampling(seed, samplesPerSymbol, minDays, maxDays, min, max, Map.of(), List.of());
    }

    /// This sampling at the densities that `before` has fixed, if both draw alike; else this sampling as it is.
    ///
    /// With it the rows of the earlier set stay as they are, and the months since then are added.
    public PotSampling continuing(PotSampling before) {
        return first().equals(before.first()) ? before : this;
    }

    /// The density at which a symbol's set is continued; empty for a first set.
    public Optional<Density> density(Symbol symbol) {
        return Optional.ofNullable(densities.get(symbol));
    }

    /// This sampling with another density for options that start from a day on. Those before stay as they are.
    ///
    /// @param since first day that no set has drawn yet
    /// @param factor times the density of the first set, `>= 0`
    public PotSampling growing(LocalDate since, double factor) {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("a set grows by 0 or more times its density, not " + factor);
        }
        if (growthOn(LocalDate.MAX) == factor) {
            return this;
        }
        var steps = new ArrayList<>(growth.stream().filter(step -> step.since().isBefore(since)).toList());
        steps.add(new Growth(since, factor));
        return new PotSampling(seed, samplesPerSymbol, minDays, maxDays, minZ, maxZ, densities, steps);
    }

    /// Times the density of the first set at which options are drawn that start on a day.
    double growthOn(LocalDate start) {
        double factor = 1;
        for (Growth step : growth) {
            if (!step.since().isAfter(start)) {
                factor = step.factor();
            }
        }
        return factor;
    }

    /// The greatest of these factors.
    double mostGrowth() {
        return growth.stream().mapToDouble(Growth::factor).reduce(1, Math::max);
    }

    PotSampling withDensities(Map<Symbol, Density> fixed) {
        return new PotSampling(seed, samplesPerSymbol, minDays, maxDays, minZ, maxZ, fixed, growth);
    }

    private PotSampling first() {
        return new PotSampling(seed, samplesPerSymbol, minDays, maxDays, minZ, maxZ, Map.of(), List.of());
    }
}

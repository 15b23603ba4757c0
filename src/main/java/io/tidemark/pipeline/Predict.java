package io.tidemark.pipeline;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.regime.RegimeFeatures;
import io.tidemark.regime.RegimeParameters;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSampling;
import io.tidemark.touch.TouchFeatures;
import io.tidemark.touch.TouchGrid;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Asks the models in use about the last stored session. Reads and changes nothing.
public final class Predict {
    /// Most weekly expirations of a table: more would lie beyond the 60 days that the model learns by default.
    public static final int MOST_EXPIRATIONS = 8;
    /// Most strikes on each side of the close.
    public static final int MOST_STRIKES = 20;

    private static final String Z = PotFeature.STANDARDISED_DISTANCE.columnName();

    private final Workspace workspace;
    private final ModelRegistry registry;

    /// Reads `workspace`.
    public Predict(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// How large a table of touches is.
    ///
    /// @param strikes most on each side of the close, 1 to [Predict#MOST_STRIKES]
    /// @param expirations weekly ones, 1 to [Predict#MOST_EXPIRATIONS]
    public record TableSize(int strikes, int expirations) {
        /// Checks the ranges.
        public TableSize {
            within("strikes", strikes, MOST_STRIKES);
            within("expirations", expirations, MOST_EXPIRATIONS);
        }

        private static void within(String name, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(name + ": takes 1 to " + most + ", not " + value);
            }
        }
    }

    /// The state of the market.
    ///
    /// @throws StageFailure when bars or model are missing or damaged, or a feature of the last session is not known
    public RegimeNow regime() throws StageFailure {
        return asked(() -> {
            RegimeClassifier model = RegimeClassifier.load(champion(ModelKind.REGIME_CLASSIFIER));
            StoredBars bars = StoredBars.read(workspace, List.of(Universe.SPY, Universe.VIX), Stage.PREDICT);
            BarSeries spy = bars.of(Universe.SPY);
            Map<String, Float> features = RegimeFeatures.ofLast(spy, bars.of(Universe.VIX));
            int horizon = RegimeParameters.of(model.manifest().training().data()).labelling().horizon();
            return new RegimeNow(spy.date(spy.size() - 1), bars.source(), model.manifest().run(), horizon,
                    model.predict(features), features, model.outside(features));
        });
    }

    /// How likely strikes around the close of a symbol are touched.
    ///
    /// @throws StageFailure when bars or model are missing or damaged, or the implied volatility is not known
    public TouchNow touches(Symbol symbol, TableSize size) throws StageFailure {
        if (!Universe.hasOptions(symbol)) {
            throw new StageFailure(Stage.PREDICT,
                    "Options on " + symbol + " are not modelled. Name a share or a fund.");
        }
        return asked(() -> {
            ProbabilityOfTouch model = ProbabilityOfTouch.load(champion(ModelKind.PROBABILITY_OF_TOUCH));
            StoredBars stored = StoredBars.readForOptions(workspace, List.of(symbol), Stage.PREDICT);
            PotBars bars = stored.options();
            TouchFeatures today = TouchFeatures.of(stored.of(symbol), bars.vix(), bars.volatilities().get(symbol));
            PotSampling learned = PotSampling.of(model.manifest().training().data());
            TouchGrid grid = TouchGrid.around(today, size.strikes(), learned.minDays(), size.expirations());
            var rows = new ArrayList<List<TouchNow.Cell>>();
            for (TouchGrid.Rung rung : grid.rungs()) {
                rows.add(grid.expirations().stream().map(day -> cell(model, today, rung, day, learned)).toList());
            }
            var spot = new TouchNow.Spot(symbol, today.date(), stored.source(), today.close(),
                    today.impliedVolatility());
            return new TouchNow(spot, model.manifest().run(), grid, rows);
        });
    }

    private static TouchNow.Cell cell(ProbabilityOfTouch model, TouchFeatures today, TouchGrid.Rung rung,
            LocalDate expiration, PotSampling learned) {
        double z = today.of(List.of(Z), rung.right(), rung.strike(), expiration).getOrDefault(Z, Double.NaN);
        long days = expiration.toEpochDay() - today.date().toEpochDay();
        boolean known = z >= learned.minZ() && z <= learned.maxZ() && days <= learned.maxDays();
        return new TouchNow.Cell(model.probability(today, rung.right(), rung.strike(), expiration),
                today.baseline(rung.right(), rung.strike(), expiration), known);
    }

    private Path champion(ModelKind model) throws IOException, StageFailure {
        return registry.champion(model).orElseThrow(() -> new StageFailure(Stage.PREDICT, "No run of the "
                + model.title().toLowerCase(Locale.ROOT) + " is in use yet in " + workspace.root()
                + ". Train it first ('tidemark setup' in the terminal), or put a run in use.")).ubj();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, StageFailure;
    }

    private static <T> T asked(Question<T> question) throws StageFailure {
        try {
            return question.ask();
        } catch (IOException | BoosterException | IllegalArgumentException e) {
            throw StageFailure.because(Stage.PREDICT, e);
        }
    }
}

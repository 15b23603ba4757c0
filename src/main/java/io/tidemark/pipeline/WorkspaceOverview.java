package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelManifest;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.PromotionStep;
import io.tidemark.model.RunRecord;
import io.tidemark.regime.Regime;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What a workspace holds, how good its models are, and what needs doing next.
///
/// @param bars what is stored of each symbol, by name
/// @param labels days of each regime in the training set, by the regime's id; empty before it was prepared
/// @param options rows of the touch training set, 0 before it was prepared
/// @param regime the promoted regime classifier
/// @param touch the promoted touch model
/// @param sessionsBehind finished sessions that the symbol furthest behind has no bar of
/// @param need what to do next
public record WorkspaceOverview(List<BarManifest> bars, List<Integer> labels, int options, Optional<Model> regime,
        Optional<Model> touch, int sessionsBehind, Need need) {
    /// Models are made anew once a month.
    private static final int MONTH_OF_SESSIONS = 21;
    private static final int MONTH_OF_DAYS = 35;

    /// Keeps copies.
    public WorkspaceOverview {
        bars = List.copyOf(bars);
        labels = List.copyOf(labels);
    }

    /// A promoted model.
    ///
    /// @param run number of the run that it comes from
    /// @param days whole days since it was trained
    /// @param inUseSince day on which it was promoted
    /// @param lastRun number of the newest run, promoted or not
    /// @param lastTrained day of that run
    /// @param rows rows that it was trained on
    /// @param metrics the figures that matter most, by name
    public record Model(int run, long days, LocalDate inUseSince, int lastRun, LocalDate lastTrained, int rows,
            SortedMap<String, Double> metrics) {

        private static Model of(Standing standing, Clock clock) {
            ModelManifest manifest = standing.champion();
            long days = Duration.between(manifest.createdAt(), clock.instant()).toDays();
            return new Model(manifest.run(), Math.max(0, days), LocalDate.ofInstant(standing.since(), clock.getZone()),
                    standing.newest().run(), LocalDate.ofInstant(standing.newest().createdAt(), clock.getZone()),
                    manifest.training().data().rows(), manifest.training().metrics());
        }

        /// Whether a newer run has not taken its place.
        public boolean isOlderThanLastRun() {
            return lastRun != run;
        }

        /// A figure, NaN when the model has none of that name.
        public double metric(String name) {
            return metrics.getOrDefault(name, Double.NaN);
        }
    }

    /// What a workspace may need next.
    public enum Need {
        /// Nothing is there to work on.
        SET_UP,
        /// Bars are there, a training set or a model is missing.
        FINISH_SET_UP,
        /// More than a month of bars is missing.
        UPDATE_BARS,
        /// No run of a model has learned from the last month.
        RETRAIN,
        /// All is there and young.
        NOTHING
    }

    /// Days with a label.
    public int labelledDays() {
        return labels.stream().mapToInt(Integer::intValue).sum();
    }

    /// First session date of all bars; nothing when there are none.
    public Optional<LocalDate> firstDate() {
        return bars.stream().map(BarManifest::firstDate).min(LocalDate::compareTo);
    }

    /// Last session date of all bars; nothing when there are none.
    public Optional<LocalDate> lastDate() {
        return bars.stream().map(BarManifest::lastDate).max(LocalDate::compareTo);
    }

    /// The one of both models in use that was trained earlier; nothing while one is missing.
    public Optional<Model> older() {
        return regime.flatMap(one -> touch.map(other -> one.days() > other.days() ? one : other));
    }

    /// Looks at a workspace. Its folder need not exist.
    ///
    /// @throws IOException when a file there cannot be read; the message says which and what to do
    public static WorkspaceOverview read(Workspace workspace, Clock clock, Progress progress) throws IOException {
        List<BarManifest> bars = bars(workspace);
        progress.checkCancelled();
        List<Integer> labels = labels(workspace);
        DatasetFiles touches = DatasetFiles.pot(workspace.historical());
        int options = Files.exists(touches.data()) ? touches.load().set().rows() : 0;
        progress.checkCancelled();
        var registry = new ModelRegistry(workspace.models(), clock);
        Optional<Standing> regime = standing(registry, ModelKind.REGIME_CLASSIFIER);
        Optional<Standing> touch = standing(registry, ModelKind.PROBABILITY_OF_TOUCH);
        int behind = sessionsBehind(bars, clock);
        Need need = need(bars, !labels.isEmpty() && options > 0, behind, List.of(regime, touch));
        return new WorkspaceOverview(bars, labels, options, regime.map(each -> Model.of(each, clock)),
                touch.map(each -> Model.of(each, clock)), behind, need);
    }

    /// A model in use.
    ///
    /// @param champion what it is
    /// @param since when it was promoted
    /// @param newest the newest run of its kind
    private record Standing(ModelManifest champion, Instant since, ModelManifest newest) {}

    private static Optional<Standing> standing(ModelRegistry registry, ModelKind kind) throws IOException {
        Optional<ModelRegistry.Champion> champion = registry.champion(kind);
        if (champion.isEmpty()) {
            return Optional.empty();
        }
        ModelManifest present = champion.get().manifest();
        Instant since = registry.promotions().stream()
                .filter(step -> step.model() == kind && step.run() == present.run()).map(PromotionStep::at)
                .reduce((earlier, later) -> later).orElse(present.createdAt());
        ModelManifest newest = Stream.concat(Stream.of(present), registry.runs(kind).stream().map(RunRecord::manifest))
                .max(Comparator.comparing(ModelManifest::createdAt)).orElseThrow();
        return Optional.of(new Standing(present, since, newest));
    }

    private static List<BarManifest> bars(Workspace workspace) throws IOException {
        var store = new BarStore(workspace.historical());
        var found = new ArrayList<BarManifest>();
        for (Symbol symbol : StoredSymbols.in(workspace)) {
            store.manifest(symbol).ifPresent(found::add);
        }
        return found;
    }

    private static List<Integer> labels(Workspace workspace) throws IOException {
        DatasetFiles files = DatasetFiles.regime(workspace.historical());
        if (!Files.exists(files.data())) {
            return List.of();
        }
        var counts = new ArrayList<>(Collections.nCopies(Regime.count(), 0));
        for (int label : files.load().set().labels()) {
            counts.set(label, counts.get(label) + 1);
        }
        return counts;
    }

    private static int sessionsBehind(List<BarManifest> bars, Clock clock) {
        TradingCalendar calendar = TradingCalendar.nyse();
        LocalDate last = calendar.lastSessionAtOrBefore(SessionClock.lastFinalDate(clock.instant()));
        return bars.stream().map(BarManifest::lastDate).min(LocalDate::compareTo).filter(last::isAfter)
                .map(date -> calendar.countSessions(date, last) - 1).orElse(0);
    }

    private static Need need(List<BarManifest> bars, boolean prepared, int behind,
            List<Optional<Standing>> models) {
        boolean market = List.of(Universe.SPY, Universe.VIX).stream()
                .allMatch(symbol -> bars.stream().anyMatch(each -> each.symbol().equals(symbol.value())));
        if (!market) {
            return Need.SET_UP;
        }
        if (!prepared || models.stream().anyMatch(Optional::isEmpty)) {
            return Need.FINISH_SET_UP;
        }
        if (behind >= MONTH_OF_SESSIONS) {
            return Need.UPDATE_BARS;
        }
        LocalDate last = bars.stream().map(BarManifest::lastDate).max(LocalDate::compareTo).orElseThrow();
        boolean old = models.stream().flatMap(Optional::stream).map(Standing::newest)
                .anyMatch(model -> ChronoUnit.DAYS.between(lastKnown(model), last) > MONTH_OF_DAYS);
        return old ? Need.RETRAIN : Need.NOTHING;
    }

    /// Options must expire before their label is known, so a touch model's rows end before its bars do.
    private static LocalDate lastKnown(ModelManifest model) {
        int late = model.model() == ModelKind.PROBABILITY_OF_TOUCH ? MONTH_OF_DAYS * 2 : 0;
        return model.training().data().lastDate().plusDays(late);
    }
}

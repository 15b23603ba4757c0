package io.tidemark.pipeline;

import io.tidemark.market.DataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One update as it is kept: `data/reports/update-2026-11-23T153000Z.json`.
///
/// @param format version of this form
/// @param at when the update was begun
/// @param good whether it went to its end
/// @param sentence what came of it, for a person
/// @param failedAt id of the stage that failed; null when none did, or when it failed outside them
/// @param source where the bars came from; null when it failed before they had come
/// @param before what was there before
/// @param after what is there now
/// @param changes what is different in the bars, by symbol; empty when it failed
/// @param trained the runs that were trained, by name of file; empty when none was
/// @param promotions whether they were put in use, and why
/// @param drift warnings of the look for drift
/// @param stages how long each finished stage took
public record UpdateRecord(int format, Instant at, boolean good, String sentence, @Nullable String failedAt,
        @Nullable DataSource source, UpdateStanding before, UpdateStanding after, Map<String, BarChange> changes,
        Map<String, UpdateStanding.Model> trained, List<PromotionVerdict> promotions, List<String> drift,
        List<StageTime> stages) {
    private static final int FORMAT = 1;

    /// What an update began with.
    ///
    /// @param at when
    /// @param before what was there
    record Start(Instant at, UpdateStanding before) {}

    static UpdateRecord of(Start start, UpdateReport report, UpdateStanding after, List<String> drift,
            List<StageTime> stages) {
        var trained = new TreeMap<String, UpdateStanding.Model>();
        List<TrainedRun<?>> runs = report.made().<List<TrainedRun<?>>>map(made -> List.of(made.regime(), made.pot()))
                .orElse(List.of());
        runs.forEach(each -> trained.put(each.run().model().fileName(), UpdateStanding.Model.of(each.run())));
        Map<String, BarChange> changes = report.download().symbols().stream()
                .filter(SymbolOutcome.Stored.class::isInstance).map(SymbolOutcome.Stored.class::cast)
                .collect(Collectors.toMap(each -> each.symbol().value(), SymbolOutcome.Stored::change,
                        (one, other) -> one, TreeMap::new));
        return new UpdateRecord(FORMAT, start.at(), true, report.sentence(), null, report.download().source(),
                start.before(), after, changes, trained, runs.stream().<PromotionVerdict>map(TrainedRun::promotion)
                        .toList(),
                drift, stages);
    }

    static UpdateRecord failed(Start start, @Nullable Stage stage, String sentence, UpdateStanding after,
            List<StageTime> stages) {
        return new UpdateRecord(FORMAT, start.at(), false, sentence, stage == null ? null : stage.id(), null,
                start.before(), after, Map.of(), Map.of(), List.of(), List.of(), stages);
    }
}

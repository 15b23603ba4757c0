package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import io.tidemark.training.Contest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a run's model was put in use, and why: `promotion.json` in its folder.
///
/// @param model which model
/// @param run number of the run
/// @param champion number of the run that was in use before; 0 when none was
/// @param promoted whether the run's model is in use since
/// @param policy what was asked for
/// @param rules what it was held to
/// @param checks what it had to show
/// @param contest how it did beside the champion; null when there was nothing to compare
/// @param at when it was decided
public record PromotionVerdict(ModelKind model, int run, int champion, boolean promoted, PromotionPolicy policy,
        PromotionRules rules, List<PromotionCheck> checks, @Nullable Contest contest, Instant at) {

    /// Keeps a copy.
    public PromotionVerdict {
        checks = List.copyOf(checks);
    }

    /// Whether every check passed.
    public boolean passed() {
        return checks.stream().allMatch(PromotionCheck::passed);
    }

    /// Whether nothing was in use before and nothing forbids this model: a doubtful one is better than none, as long as
    /// its doubts are told.
    boolean firstAndUsable() {
        return champion == 0 && checks.stream().filter(PromotionCheck::vital).allMatch(PromotionCheck::passed);
    }

    /// What speaks against the model; empty when nothing does.
    public List<String> reasons() {
        return checks.stream().filter(check -> !check.passed()).map(PromotionCheck::sentence).toList();
    }

    /// What could not be looked at; empty when everything was.
    public List<String> leftOut() {
        return checks.stream().filter(PromotionCheck::leftOut).map(PromotionCheck::sentence).toList();
    }

    /// The verdict in words, with the reasons and with what was not looked at.
    public String sentence() {
        return String.join(" ", Stream.concat(Stream.of(decision()), leftOut().stream()).toList());
    }

    private String decision() {
        String before = champion == run
                ? "as before"
                : champion == 0 ? "there was none before" : "before it was run " + champion;
        if (promoted) {
            return "Run " + run + " is in use, " + before + "." + (passed()
                    ? ""
                    : (policy == PromotionPolicy.ALWAYS
                            ? " Put in use as asked, although: "
                            : " As the first it is put in use all the same, although: ")
                            + reasonsInLine());
        }
        String after = champion == 0 ? "no model is in use yet" : "run " + champion + " stays in use";
        return passed()
                ? "Run " + run + " is kept; " + after + ", as asked."
                : "Run " + run + " is kept and not put in use; " + after + ". " + reasonsInLine();
    }

    private String reasonsInLine() {
        return reasons().stream().collect(Collectors.joining(" "));
    }

    /// The verdict last spoken on a run; nothing when there was none.
    ///
    /// @throws IOException when the file cannot be understood
    public static Optional<PromotionVerdict> of(RunRecord run) throws IOException {
        return in(run.verdict());
    }

    /// The verdict in a file; nothing when there is none.
    ///
    /// @throws IOException as [PromotionVerdict#of]
    static Optional<PromotionVerdict> in(Path file) throws IOException {
        try {
            return Optional.of(Json.read(file, PromotionVerdict.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}

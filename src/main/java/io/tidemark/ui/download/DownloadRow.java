package io.tidemark.ui.download;

import io.tidemark.history.BarManifest;
import io.tidemark.history.BarProblem;
import io.tidemark.history.QualityFinding;
import io.tidemark.market.Symbol;
import io.tidemark.pipeline.SymbolOutcome;
import io.tidemark.pipeline.SymbolProgress;
import io.tidemark.ui.screen.GatewayWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One symbol on the download pane: what is stored of it, and where its download stands.
public final class DownloadRow {
    private final Symbol symbol;
    private @Nullable Instant retryAt;
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(this, "standing", Standing.MISSING);
    private final ReadOnlyIntegerWrapper bars = new ReadOnlyIntegerWrapper(this, "bars");
    private final ReadOnlyStringWrapper coverage = new ReadOnlyStringWrapper(this, "coverage", "");
    private final ReadOnlyStringWrapper range = new ReadOnlyStringWrapper(this, "range", "");
    private final ReadOnlyIntegerWrapper attempt = new ReadOnlyIntegerWrapper(this, "attempt");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper(this, "next", "");
    private final ObservableList<String> findings = FXCollections.observableArrayList();

    /// Where a symbol stands, as a word.
    public enum Standing {
        /// Nothing stored.
        MISSING("Not downloaded"),
        /// Stored before this window looked.
        ON_FILE("Stored"),
        /// Its turn comes.
        WAITING("Waiting"),
        /// Asked for.
        REQUESTING("Downloading"),
        /// Asked again soon.
        RETRYING("Trying again"),
        /// Nothing new to fetch.
        UP_TO_DATE("Up to date"),
        /// Just stored.
        STORED("Downloaded"),
        /// Given up.
        FAILED("Failed"),
        /// Stopped by the person.
        CANCELLED("Cancelled");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /// Whether nothing more happens to it.
        public boolean over() {
            return this == UP_TO_DATE || this == STORED || this == FAILED || this == CANCELLED;
        }

        /// The word a person reads.
        public String word() {
            return word;
        }

        /// Whether something is under way.
        public boolean underWay() {
            return this == WAITING || this == REQUESTING || this == RETRYING;
        }
    }

    DownloadRow(Symbol symbol) {
        this.symbol = symbol;
    }

    /// Whose bars.
    public Symbol symbol() {
        return symbol;
    }

    /// Where it stands.
    public ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    /// Bars stored.
    public ReadOnlyIntegerProperty barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /// Bars got and sessions expected: `2,515 of 2,515`.
    public ReadOnlyStringProperty coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /// First and last session stored.
    public ReadOnlyStringProperty rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Number of the attempt, 0 before the first.
    public ReadOnlyIntegerProperty attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /// One sentence: why it failed, when it is tried again.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// When it is tried again: `in 27 s`, `now`; empty when no further attempt is planned.
    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    /// What is odd about the stored bars, a sentence each.
    public ObservableList<String> findings() {
        return findings;
    }

    /// Takes what is on file or how a download ended.
    void take(SymbolOutcome outcome, boolean asked) {
        switch (outcome) {
            case SymbolOutcome.Stored stored -> {
                take(stored);
                standing.set(!asked ? Standing.ON_FILE : stored.fetched() ? Standing.STORED : Standing.UP_TO_DATE);
                message.set("");
            }
            case SymbolOutcome.Failed failed -> {
                standing.set(Standing.FAILED);
                message.set(failed.sentence());
            }
        }
    }

    private void take(SymbolOutcome.Stored stored) {
        BarManifest manifest = stored.manifest();
        bars.set(manifest.rows());
        coverage.set("%,d of %,d".formatted(manifest.rows(), stored.quality().sessions()));
        range.set(manifest.firstDate() + " to " + manifest.lastDate());
        var sentences = new ArrayList<>(stored.oddities().stream().map(BarProblem::toString).toList());
        sentences.addAll(stored.quality().findings().stream().map(QualityFinding::sentence).toList());
        findings.setAll(sentences);
    }

    /// Takes a step of a running download.
    void take(SymbolProgress step, Instant now) {
        attempt.set(step.attempt());
        boolean again = step.state() == SymbolProgress.State.RETRYING;
        message.set(again || step.state() == SymbolProgress.State.FAILED ? step.message() : "");
        retryAt = again ? now.plus(step.retryIn()) : null;
        tick(now);
        if (step.state() == SymbolProgress.State.STORED || step.state() == SymbolProgress.State.UP_TO_DATE) {
            bars.set(step.bars());
            coverage.set("%,d".formatted(step.bars()));
            range.set(step.message());
        }
        standing.set(switch (step.state()) {
            case WAITING -> Standing.WAITING;
            case REQUESTING -> Standing.REQUESTING;
            case RETRYING -> Standing.RETRYING;
            case UP_TO_DATE -> Standing.UP_TO_DATE;
            case STORED -> Standing.STORED;
            case FAILED -> Standing.FAILED;
        });
    }

    /// How long the next attempt is still waited for; zero when none is planned.
    Duration waits(Instant now) {
        Instant at = retryAt;
        return at == null || at.isBefore(now) ? Duration.ZERO : Duration.between(now, at);
    }

    /// Counts down to the next attempt.
    void tick(Instant now) {
        Duration wait = waits(now);
        if (retryAt == null) {
            next.set("");
        } else {
            next.set(wait.isZero() ? "now" : "in " + GatewayWords.of(wait));
        }
    }

    /// Ends what was under way.
    void stop(Standing how) {
        if (standing.get().underWay()) {
            standing.set(how);
            message.set("");
            retryAt = null;
            next.set("");
        }
    }

    /// The findings as one line for a table: `None`, or how many.
    static String words(List<String> findings, int bars) {
        if (bars == 0) {
            return "";
        }
        return switch (findings.size()) {
            case 0 -> "No findings";
            case 1 -> "1 finding";
            default -> findings.size() + " findings";
        };
    }
}

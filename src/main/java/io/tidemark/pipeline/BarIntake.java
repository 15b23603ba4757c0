package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.history.BarFileException;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.Continuation;
import io.tidemark.history.FinalBars;
import io.tidemark.history.Overlap;
import io.tidemark.history.Provenance;
import io.tidemark.history.QualityReport;
import io.tidemark.history.SavedBars;
import io.tidemark.history.SplitRatio;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the bars of one symbol from a feed into the store, so that what is stored only grows.
///
/// The first time the whole history comes; later the missing sessions with a month of stored ones before them, by which
/// the two are compared. A split that restated the past brings the whole history anew. A jump as after a split is never
/// stored unless a person says that it is real.
final class BarIntake {
    private static final Logger LOG = LoggerFactory.getLogger(BarIntake.class);
    /// What is compared: the last month of what is stored, and a few days for the turn of a month.
    private static final int OVERLAP_DAYS = 35;

    private final BarStore store;
    private final BarFeed feed;
    private final DataSource source;
    private final Clock clock;
    private final Set<Symbol> trueJumps;
    /// Why the feed was gone when it was asked last.
    private Optional<String> loss = Optional.empty();

    /// An intake from a feed that is open.
    ///
    /// @param source what the feed says of its bars
    /// @param trueJumps symbols whose jumps a person has said to be moves of the market
    BarIntake(BarStore store, BarFeed feed, DataSource source, Clock clock, Set<Symbol> trueJumps) {
        this.store = store;
        this.feed = feed;
        this.source = source;
        this.clock = clock;
        this.trueJumps = Set.copyOf(trueJumps);
    }

    /// What the feed says of its bars.
    DataSource source() {
        return source;
    }

    /// Why the feed was gone when it was asked last, a sentence; empty when it answered.
    Optional<String> loss() {
        return loss;
    }

    /// How much of the history is asked for.
    enum Depth {
        /// What is missing since the last stored session, when the stored bars reach back far enough.
        MISSING,
        /// All of it, compared with what is stored.
        WHOLE,
        /// All of it; when it does not fit to what is stored, or that is damaged, it takes its place as another past.
        WHOLE_ANEW
    }

    /// Fetches and stores.
    ///
    /// @param years how far back the history shall reach
    /// @throws IOException when files cannot be read or written; what was stored stays
    SymbolOutcome take(Symbol symbol, int years, Depth depth, Progress progress) throws IOException {
        var one = new OneSymbol(symbol, years, progress);
        if (!store.hasRemains(symbol)) {
            return one.first();
        }
        List<DailyBar> stored;
        try {
            stored = store.loadExact(symbol);
        } catch (BarFileException e) {
            if (depth != Depth.WHOLE_ANEW) {
                throw e;
            }
            LOG.warn("{}: taken anew because of damage: {}", symbol, e.getMessage());
            return one.anew();
        }
        return one.next(stored, depth);
    }

    /// One symbol's way into the store.
    private final class OneSymbol {
        private final Symbol symbol;
        private final int years;
        private final Progress progress;

        OneSymbol(Symbol symbol, int years, Progress progress) {
            this.symbol = symbol;
            this.years = years;
            this.progress = progress;
        }

        /// Final bars, or why there are none.
        private sealed interface Fetched {
            record Final(List<DailyBar> bars, Instant asOf) implements Fetched {}

            record Nothing(SymbolOutcome.Failed outcome) implements Fetched {}
        }

        private Fetched fetch(HistoryDuration span) throws IOException {
            return fetch(span, LocalDate.MIN);
        }

        /// @param first older bars are left out: a history that begins earlier would be sampled anew
        private Fetched fetch(HistoryDuration span, LocalDate first) throws IOException {
            FetchResult result = feed.fetch(Universe.instrument(symbol), span, progress);
            loss = result instanceof FetchResult.Disconnected
                    ? Optional.of(Sentences.failed(symbol, result))
                    : Optional.empty();
            if (!(result instanceof FetchResult.Bars bars)) {
                return new Fetched.Nothing(failed(Sentences.failed(symbol, result)));
            }
            List<DailyBar> ready = FinalBars.of(bars.bars(), bars.asOf()).stream()
                    .filter(bar -> !bar.date().isBefore(first)).toList();
            return ready.isEmpty()
                    ? new Fetched.Nothing(
                            failed(symbol + ": only today's unfinished bar came. Try again after the close."))
                    : new Fetched.Final(ready, bars.asOf());
        }

        SymbolOutcome first() throws IOException {
            return switch (fetch(HistoryDuration.years(years))) {
                case Fetched.Nothing none -> none.outcome();
                case Fetched.Final got -> outcome(store.save(symbol, got.bars(), from(got)),
                        BarChange.grown(got.bars().size(), List.of()));
            };
        }

        SymbolOutcome anew() throws IOException {
            return switch (fetch(HistoryDuration.years(years))) {
                case Fetched.Nothing none -> none.outcome();
                case Fetched.Final got -> anotherPast(got, 0);
            };
        }

        private SymbolOutcome anotherPast(Fetched.Final got, int before) throws IOException {
            return outcome(store.replacePast(symbol, got.bars(), from(got), Optional.empty()),
                    BarChange.anotherPast(Math.max(0, got.bars().size() - before), Optional.empty()));
        }

        SymbolOutcome next(List<DailyBar> stored, Depth depth) throws IOException {
            HistoryDuration span = depth == Depth.MISSING ? missing(stored) : HistoryDuration.years(years);
            LocalDate first = depth == Depth.MISSING ? stored.getFirst().date() : LocalDate.MIN;
            Fetched fetched = fetch(span, first);
            if (fetched instanceof Fetched.Final got
                    && Overlap.judge(symbol, stored, got.bars()) instanceof Continuation.SuspectJump suspect
                    && !trueJumps.contains(symbol)) {
                LOG.info("{} {}: asking once more whether the past was restated", symbol, suspect.jump().words());
                fetched = fetch(span, first);
            }
            return switch (fetched) {
                case Fetched.Nothing none -> none.outcome();
                case Fetched.Final got -> store(stored, got, depth);
            };
        }

        private HistoryDuration missing(List<DailyBar> stored) {
            LocalDate from = stored.getLast().date().minusDays(OVERLAP_DAYS);
            return HistoryDuration.reaching(from, SessionClock.lastFinalDate(clock.instant()));
        }

        private SymbolOutcome store(List<DailyBar> stored, Fetched.Final got, Depth depth) throws IOException {
            return switch (Overlap.judge(symbol, stored, got.bars())) {
                case Continuation.NothingNew nothing -> {
                    LOG.debug("{}: {}", symbol, nothing);
                    yield upToDate();
                }
                case Continuation.Grown grown -> grow(grown, got);
                case Continuation.SuspectJump suspect when trueJumps.contains(symbol) -> grow(suspect.accepted(), got);
                case Continuation.SuspectJump suspect -> hold(suspect, got);
                case Continuation.Restated restated -> restate(stored, restated.ratio());
                case Continuation.DoesNotMeet apart when depth == Depth.WHOLE_ANEW && covers(got, stored) -> {
                    LOG.warn("{}: the bars received {}; they take the place of the stored ones", symbol,
                            apart.because());
                    yield anotherPast(got, stored.size());
                }
                case Continuation.DoesNotMeet apart -> failed(symbol + ": the bars received " + apart.because()
                        + ". Nothing was replaced. If the source is right, fetch all of them anew (--fresh in the "
                        + "terminal) with more years than are stored; what is stored then stays in the archive.");
            };
        }

        private static boolean covers(Fetched.Final got, List<DailyBar> stored) {
            return !got.bars().getFirst().date().isAfter(stored.getFirst().date().plusDays(OVERLAP_DAYS))
                    && !got.bars().getLast().date().isBefore(stored.getLast().date());
        }

        private SymbolOutcome grow(Continuation.Grown grown, Fetched.Final got) throws IOException {
            SymbolOutcome outcome = outcome(store.grow(symbol, grown, from(got)),
                    BarChange.grown(grown.added(), grown.corrections()));
            if (outcome instanceof SymbolOutcome.Stored stored) {
                stored.change().notable().forEach(each -> LOG.warn("{}: the source has corrected {}", symbol, each));
            }
            return outcome;
        }

        private SymbolOutcome hold(Continuation.SuspectJump suspect, Fetched.Final got) throws IOException {
            Continuation.Grown before = suspect.before();
            if ((before.added() > 0 || !before.corrections().isEmpty())
                    && grow(before, got) instanceof SymbolOutcome.Failed failed) {
                return failed;
            }
            return failed(symbol + ": " + suspect.jump().words() + ", as after a split that its source has not worked"
                    + " into the past yet. The bars up to " + suspect.jump().before() + " are stored, the others are"
                    + " not. Try again tomorrow; if the move was real, say so in the terminal (--true-jump "
                    + symbol + ").");
        }

        private SymbolOutcome restate(List<DailyBar> stored, SplitRatio ratio) throws IOException {
            LocalDate first = stored.getFirst().date();
            HistoryDuration whole = HistoryDuration.reaching(first, SessionClock.lastFinalDate(clock.instant()));
            Fetched fetched = fetch(whole);
            if (fetched instanceof Fetched.Nothing none) {
                return none.outcome();
            }
            var got = (Fetched.Final) fetched;
            Optional<List<DailyBar>> past = Overlap.restated(symbol, stored, got.bars(), ratio);
            if (past.isEmpty()) {
                return failed(symbol + ": the last month looks restated for a split of " + ratio + ", but not the whole"
                        + " history. Nothing was replaced. Try again tomorrow.");
            }
            LOG.info("{}: the past was restated for a split of {}; {} bars become a new generation", symbol, ratio,
                    past.get().size());
            return outcome(store.replacePast(symbol, past.get(), from(got), Optional.of(ratio)),
                    BarChange.anotherPast(past.get().size() - stored.size(), Optional.of(ratio)));
        }

        private Provenance from(Fetched.Final got) {
            return new Provenance(source, "TRADES", true, unit(got.bars()), got.asOf());
        }

        /// The unit of volumes: what is stored keeps its own. What TWS sends is a setting of TWS, so all stocks have
        /// the one that SPY shows.
        private VolumeUnit unit(List<DailyBar> bars) {
            VolumeUnit own = store.manifest(symbol).map(BarManifest::volumeUnit)
                    .orElseGet(() -> VolumeUnit.judge(symbol, bars));
            boolean lots = store.manifest(Universe.SPY).filter(spy -> spy.volumeUnit() == VolumeUnit.LOTS).isPresent();
            return own == VolumeUnit.SHARES && lots && !store.has(symbol) ? VolumeUnit.LOTS : own;
        }

        SymbolOutcome upToDate() throws IOException {
            return BarIntake.this.upToDate(symbol);
        }

        private SymbolOutcome outcome(SavedBars saved, BarChange change) throws IOException {
            return switch (saved) {
                case SavedBars.Stored stored -> new SymbolOutcome.Stored(symbol, stored.manifest(), quality(symbol),
                        stored.findings(), true, change);
                case SavedBars.Rejected rejected -> failed(rejected.sentence());
            };
        }

        private SymbolOutcome.Failed failed(String sentence) {
            return new SymbolOutcome.Failed(symbol, sentence);
        }
    }

    /// The outcome of a symbol whose stored bars are as new as can be.
    ///
    /// @throws IOException when they are damaged
    SymbolOutcome upToDate(Symbol symbol) throws IOException {
        var manifest = store.manifest(symbol).orElseThrow(() -> new IOException(symbol + " has no manifest."));
        return new SymbolOutcome.Stored(symbol, manifest, quality(symbol), List.of(), false, BarChange.none());
    }

    private QualityReport quality(Symbol symbol) throws IOException {
        return QualityReport.of(store.load(symbol), TradingCalendar.nyse());
    }
}

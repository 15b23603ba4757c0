package io.tidemark.pipeline;

import io.tidemark.chain.BegunSnapshot;
import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.chain.ChainTerms;
import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.OptionListing;
import io.tidemark.history.BarStore;
import io.tidemark.indicator.RealisedVolatility;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingHours;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes snapshots of real option chains and stores them.
///
/// What has answered is kept after every batch, so a snapshot that is cut short is gone on with on the same day. One
/// left over from another day is stored as far as it came: quotes of two days are no one snapshot.
public final class ChainSnapshots {
    /// Quotes of the underlying's own past are steadier than any guess; without bars this is one.
    private static final double USUAL_VOLATILITY = 0.4;
    private static final double LEAST_VOLATILITY = 0.1;
    private static final double MOST_VOLATILITY = 1.5;
    private static final int RECENT = 20;
    private static final int NO_SUCH_CONTRACT = 200;
    private static final DateTimeFormatter OPENING = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm",
            Locale.ENGLISH);

    private final Workspace workspace;
    private final ChainStore store;
    private final OptionGateway gateway;
    private final List<String> notes = new ArrayList<>();

    /// Snapshots from `gateway` into `workspace`.
    public ChainSnapshots(Workspace workspace, OptionGateway gateway) {
        this.workspace = workspace;
        this.store = new ChainStore(workspace.historical());
        this.gateway = gateway;
    }

    /// Takes a snapshot of each symbol's options.
    ///
    /// @param anyTime whether a closed market is no hindrance, which only the demo market allows
    /// @throws StageFailure when the gateway cannot serve, the market is closed, or a snapshot breaks off; what was
    ///         stored and what had answered by then is kept
    public ChainReport run(List<Symbol> symbols, boolean anyTime, RunContext context) throws StageFailure {
        return context.stage(Stage.CHAINS, progress -> {
            DataSource source = open(progress);
            Instant now = gateway.now(progress);
            requireOpenMarket(source, now, anyTime);
            var taken = new ArrayList<ChainManifest>();
            try {
                workspace.claim(source);
                for (Symbol symbol : symbols) {
                    requireStillOpen(taken, source, anyTime, progress);
                    taken.add(finish(begin(symbol, source, now, progress), progress));
                }
            } catch (IOException e) {
                throw StageFailure.because(Stage.CHAINS, e);
            }
            return new ChainReport(taken, notes);
        });
    }

    private DataSource open(Progress progress) throws StageFailure {
        return switch (gateway.connect(progress)) {
            case ConnectResult.Connected connected -> connected.source();
            case ConnectResult.Failed failed ->
                throw new StageFailure(Stage.CHAINS, Sentences.of(failed.reason(), failed.advice()));
        };
    }

    /// A snapshot takes about a minute, and the market may close before the next symbol's turn.
    private void requireStillOpen(List<ChainManifest> taken, DataSource source, boolean anyTime, Progress progress)
            throws StageFailure {
        if (!taken.isEmpty()) {
            requireOpenMarket(source, gateway.now(progress), anyTime);
        }
    }

    private static void requireOpenMarket(DataSource source, Instant now, boolean anyTime) throws StageFailure {
        if (anyTime && !source.isDemo()) {
            throw new StageFailure(Stage.CHAINS, "--any-time is for the demo market alone: quotes of a closed market "
                    + "are stale. Ask again without it.");
        }
        if (!anyTime && !TradingHours.isOpen(now)) {
            throw new StageFailure(Stage.CHAINS, closed(now)
                    + (source.isDemo() ? " On the demo market --any-time takes one now." : ""));
        }
    }

    /// That the market is closed, and when it opens.
    static String closed(Instant now) {
        return "The market is closed, and quotes of options would be stale. It opens on "
                + OPENING.format(TradingHours.nextOpening(now)) + " New York time; ask again then.";
    }

    /// The snapshot to go on with, or a new one.
    private BegunSnapshot begin(Symbol symbol, DataSource source, Instant now, Progress progress)
            throws IOException, StageFailure {
        Optional<BegunSnapshot> begun = store.begun(symbol);
        if (begun.isPresent()) {
            BegunSnapshot before = begun.get();
            if (before.terms().source().equals(source) && date(before.terms().takenAt()).equals(date(now))) {
                notes.add(symbol + ": went on with the snapshot begun at " + before.terms().takenAt() + ", of which "
                        + before.left().size() + " of " + before.counts().asked() + " options were left.");
                return before;
            }
            putAway(before);
        }
        return fresh(symbol, source, now, progress);
    }

    private void putAway(BegunSnapshot before) throws IOException {
        Symbol symbol = before.terms().symbol();
        if (before.rows().isEmpty()) {
            store.drop(symbol);
            return;
        }
        store.store(before);
        notes.add(symbol + ": the snapshot begun at " + before.terms().takenAt() + " broke off; its "
                + before.rows().size() + " options are stored as they are.");
    }

    private BegunSnapshot fresh(Symbol symbol, DataSource source, Instant now, Progress progress)
            throws IOException, StageFailure {
        progress.report(0, 0, "options on " + symbol);
        Instrument underlying = Universe.instrument(symbol);
        List<OptionListing> listings = told(symbol, gateway.listings(underlying, progress));
        Optional<BarSeries> bars = bars(symbol);
        double spot = spot(symbol, gateway.price(underlying, progress), bars);
        OptionPick pick = OptionPick.of(symbol, listings, spot, volatility(bars), date(now));
        if (pick.options().isEmpty()) {
            throw new StageFailure(Stage.CHAINS, symbol + ": none of its options lies 5 to 60 days from expiration and "
                    + "near the price of " + spot + ". Ask again another day.");
        }
        var terms = new ChainTerms(symbol, source, now, spot, pick.listing().exchange(),
                pick.listing().tradingClass(), pick.listing().multiplier());
        var begun = BegunSnapshot.of(terms, pick.options());
        store.keep(begun);
        return begun;
    }

    private Optional<BarSeries> bars(Symbol symbol) throws IOException {
        var bars = new BarStore(workspace.historical());
        return bars.has(symbol) ? Optional.of(bars.load(symbol)) : Optional.empty();
    }

    private static double spot(Symbol symbol, OptionAnswer<Double> answer, Optional<BarSeries> bars)
            throws StageFailure {
        if (answer instanceof OptionAnswer.Untold<Double> && bars.isPresent()) {
            return bars.get().close(bars.get().size() - 1);
        }
        return told(symbol, answer);
    }

    private static double volatility(Optional<BarSeries> bars) {
        double[] past = new RealisedVolatility(RECENT).of(bars.map(BarSeries::closes).orElse(new double[0]));
        double last = past.length == 0 ? Double.NaN : past[past.length - 1];
        return Double.isNaN(last) ? USUAL_VOLATILITY : Math.clamp(last, LEAST_VOLATILITY, MOST_VOLATILITY);
    }

    private static <T> T told(Symbol symbol, OptionAnswer<T> answer) throws StageFailure {
        return switch (answer) {
            case OptionAnswer.Told<T>(T value) -> value;
            case OptionAnswer.Untold<T>(FetchResult because) ->
                throw new StageFailure(Stage.CHAINS, unanswered(symbol, because));
        };
    }

    private static String unanswered(Symbol symbol, FetchResult because) {
        return switch (because) {
            case FetchResult.NoData none -> Sentences.of(symbol + ": " + none.text(), "Name another symbol");
            case FetchResult.TimedOut late -> Sentences.of(
                    symbol + ": no " + late.what() + " within " + late.waited().toSeconds() + " s", late.advice());
            case FetchResult.Bars _,FetchResult.Paced _,FetchResult.Refused _,FetchResult.Disconnected _ ->
                Sentences.failed(symbol, because);
        };
    }

    private ChainManifest finish(BegunSnapshot begun, Progress progress) throws IOException, StageFailure {
        var snapshot = begun;
        Symbol symbol = begun.terms().symbol();
        var terms = begun.terms();
        var listing = new OptionListing(terms.exchange(), terms.tradingClass(), terms.multiplier(), List.of(),
                List.of());
        while (!snapshot.left().isEmpty()) {
            progress.checkCancelled();
            int done = snapshot.counts().asked() - snapshot.left().size();
            progress.report(done, snapshot.counts().asked(), symbol + ", " + snapshot.rows().size() + " quoted");
            List<OptionContract> next = snapshot.left().subList(0,
                    Math.min(OptionGateway.QUOTES_AT_ONCE, snapshot.left().size()));
            snapshot = answered(snapshot, next, gateway.quotes(listing, next, progress));
            store.keep(snapshot);
        }
        if (snapshot.rows().isEmpty()) {
            store.drop(symbol);
            throw new StageFailure(Stage.CHAINS, symbol + ": none of " + snapshot.counts().asked()
                    + " options was quoted. Check in IBKR's Client Portal that the account has OPRA and the exchange "
                    + "of " + symbol + ", then ask again.");
        }
        return store.store(snapshot);
    }

    private static BegunSnapshot answered(BegunSnapshot before, List<OptionContract> asked,
            List<OptionAnswer<OptionQuote>> answers) throws StageFailure {
        var rows = new ArrayList<ChainRow>();
        int unlisted = 0;
        for (int i = 0; i < asked.size(); i++) {
            switch (answers.get(i)) {
                case OptionAnswer.Told<OptionQuote>(OptionQuote quote) -> {
                    if (quote.hasVolatility() || quote.bid() > 0 || quote.ask() > 0) {
                        rows.add(new ChainRow(asked.get(i), quote));
                    }
                }
                case OptionAnswer.Untold<OptionQuote>(FetchResult because) -> {
                    unlisted += isUnlisted(because) ? 1 : 0;
                    stopWhereNothingMoreWillCome(before, because);
                }
            }
        }
        return before.after(asked.size(), rows, unlisted);
    }

    private static boolean isUnlisted(FetchResult because) {
        return because instanceof FetchResult.Refused refused && refused.code() == NO_SUCH_CONTRACT;
    }

    private static void stopWhereNothingMoreWillCome(BegunSnapshot before, FetchResult because) throws StageFailure {
        boolean over = switch (because) {
            case FetchResult.Disconnected _,FetchResult.Paced _ -> true;
            case FetchResult.Refused _ -> !isUnlisted(because);
            case FetchResult.TimedOut _,FetchResult.NoData _,FetchResult.Bars _ -> false;
        };
        if (over) {
            throw new StageFailure(Stage.CHAINS, Sentences.of(unanswered(before.terms().symbol(), because),
                    before.rows().size() + " of " + before.counts().asked()
                            + " options are kept; the same command goes on with the others today"));
        }
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(SessionClock.NEW_YORK).toLocalDate();
    }
}

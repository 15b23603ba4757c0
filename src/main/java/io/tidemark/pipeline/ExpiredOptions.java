package io.tidemark.pipeline;

import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.history.SplitRatio;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.market.OptionContract;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.QuotedOption;
import io.tidemark.touch.SplitOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The options of stored snapshots that have expired, as the touch model takes them.
///
/// An option is looked at from the close of the session in which it was quoted: what happened between the quote and
/// that close is neither in its features nor in its outcome. Bars are adjusted for splits and strikes are as they were
/// listed, so those from before a split are divided by its ratio. Which splits came after a snapshot is told by the
/// price of that day: as quoted it is the stored close times the ratio of the splits since.
final class ExpiredOptions {
    /// No session moves a price so far from a quote within it; a split does.
    private static final double FARTHEST_MOVE = 0.3;
    /// The ratio that fits best has to fit so much better than any other.
    private static final double CLEARLY = 2;

    private final ChainStore store;

    /// Those stored beside the bars of a folder.
    ExpiredOptions(Path historicalFolder) {
        this.store = new ChainStore(historicalFolder);
    }

    /// What was found.
    ///
    /// @param options in order of snapshot, as stored
    /// @param hashes SHA-256 of each snapshot that some are from, by file name
    /// @param split what became of those from before a split
    record Found(List<QuotedOption> options, Map<String, String> hashes, SplitOptions split) {}

    /// The options of a symbol that have expired and whose implied volatility is known.
    ///
    /// @param source whose bars tell what became of them; snapshots of a source that it must not meet are passed over
    /// @param bars of the symbol, at least one
    /// @param splits by what prices of former pasts are to be divided, the newest first
    /// @throws IOException when a snapshot is damaged
    Found of(DataSource source, BarSeries bars, List<SplitRatio> splits) throws IOException {
        Symbol symbol = bars.symbol();
        LocalDate lastBar = bars.date(bars.size() - 1);
        var options = new ArrayList<QuotedOption>();
        var hashes = new TreeMap<String, String>();
        var split = SplitOptions.NONE;
        for (ChainManifest manifest : store.manifests(symbol)) {
            if (manifest.terms().source().mayMeet(source)) {
                List<ChainRow> expired = store.rows(manifest).stream()
                        .filter(row -> !row.option().expiration().isAfter(lastBar) && row.quote().hasVolatility())
                        .toList();
                Optional<SplitRatio> since = since(manifest, bars, splits);
                split = split.plus(counted(expired.size(), since));
                if (!expired.isEmpty()) {
                    since.ifPresent(ratio -> expired.forEach(row -> options.add(option(manifest, row, ratio))));
                    hashes.put("chains/" + symbol + "/" + store.file(manifest.terms()).getFileName(),
                            manifest.sha256());
                }
            }
        }
        return new Found(options, hashes, split);
    }

    private static SplitOptions counted(int options, Optional<SplitRatio> since) {
        if (since.isEmpty()) {
            return new SplitOptions(0, options);
        }
        return since.get().equals(SplitRatio.NONE) ? SplitOptions.NONE : new SplitOptions(options, 0);
    }

    /// The splits between a snapshot and the bars as they are stored; nothing when it cannot be told which they are, or
    /// their ratio is not exact.
    private static Optional<SplitRatio> since(ChainManifest manifest, BarSeries bars, List<SplitRatio> splits) {
        int bar = bars.indexOf(date(manifest));
        if (bar < 0) {
            // no close to compare with, and no row either: options start at a session
            return Optional.of(SplitRatio.NONE);
        }
        double moved = Math.log(manifest.terms().spot() / bars.close(bar));
        List<SplitRatio> candidates = Stream.concat(Stream.of(SplitRatio.NONE), splits.stream())
                .distinct().sorted(Comparator.comparingDouble(each -> distance(each, moved))).toList();
        SplitRatio best = candidates.getFirst();
        boolean clear = distance(best, moved) < FARTHEST_MOVE && (candidates.size() == 1
                || distance(candidates.get(1), moved) > CLEARLY * distance(best, moved));
        return clear && best.isExact() ? Optional.of(best) : Optional.empty();
    }

    private static double distance(SplitRatio ratio, double moved) {
        return Math.abs(moved - Math.log(ratio.value()));
    }

    private static LocalDate date(ChainManifest manifest) {
        return manifest.terms().takenAt().atZone(SessionClock.NEW_YORK).toLocalDate();
    }

    private static QuotedOption option(ChainManifest manifest, ChainRow row, SplitRatio since) {
        OptionContract option = row.option();
        return new QuotedOption(date(manifest), option.expiration(),
                option.call() ? OptionRight.CALL : OptionRight.PUT, option.strike().doubleValue(),
                since.restate(option.strike()).doubleValue(), row.quote().greeks().impliedVolatility(),
                manifest.terms().spot() / since.value());
    }
}

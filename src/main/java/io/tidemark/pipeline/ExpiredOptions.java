package io.tidemark.pipeline;

import io.tidemark.chain.ChainManifest;
import io.tidemark.chain.ChainRow;
import io.tidemark.chain.ChainStore;
import io.tidemark.market.DataSource;
import io.tidemark.market.OptionContract;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.QuotedOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The options of stored snapshots that have expired, as the touch model takes them.
///
/// An option is looked at from the close of the session in which it was quoted: what happened between the quote and
/// that close is neither in its features nor in its outcome.
final class ExpiredOptions {
    private final ChainStore store;

    /// Those stored beside the bars of a folder.
    ExpiredOptions(Path historicalFolder) {
        this.store = new ChainStore(historicalFolder);
    }

    /// What was found.
    ///
    /// @param options in order of snapshot, as stored
    /// @param hashes SHA-256 of each snapshot that some are from, by file name
    record Found(List<QuotedOption> options, Map<String, String> hashes) {}

    /// The options of a symbol that have expired and whose implied volatility is known.
    ///
    /// @param source whose bars tell what became of them; snapshots of a source that it must not meet are passed over
    /// @param lastBar date of the last bar
    /// @throws IOException when a snapshot is damaged
    Found of(Symbol symbol, DataSource source, LocalDate lastBar) throws IOException {
        var options = new ArrayList<QuotedOption>();
        var hashes = new TreeMap<String, String>();
        for (ChainManifest manifest : store.manifests(symbol)) {
            if (manifest.terms().source().mayMeet(source)) {
                List<QuotedOption> expired = store.rows(manifest).stream()
                        .filter(row -> !row.option().expiration().isAfter(lastBar) && row.quote().hasVolatility())
                        .map(row -> option(manifest, row)).toList();
                if (!expired.isEmpty()) {
                    options.addAll(expired);
                    hashes.put("chains/" + symbol + "/" + store.file(manifest.terms()).getFileName(),
                            manifest.sha256());
                }
            }
        }
        return new Found(options, hashes);
    }

    private static QuotedOption option(ChainManifest manifest, ChainRow row) {
        OptionContract option = row.option();
        LocalDate start = manifest.terms().takenAt().atZone(SessionClock.NEW_YORK).toLocalDate();
        return new QuotedOption(start, option.expiration(), option.call() ? OptionRight.CALL : OptionRight.PUT,
                option.strike().doubleValue(), row.quote().greeks().impliedVolatility(), manifest.terms().spot());
    }
}

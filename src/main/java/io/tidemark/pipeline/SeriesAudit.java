package io.tidemark.pipeline;

import io.tidemark.chain.ChainAudit;
import io.tidemark.chain.ChainPlans;
import io.tidemark.chain.ChainStore;
import io.tidemark.history.BarArchive;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.Revisions;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.Symbol;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks what came from a source: bars, implied volatility, their revisions and former pasts, option chains.
final class SeriesAudit {
    /// Names of what is checked.
    static final String ARCHIVE = "archive";
    static final String PLANS = "plans of snapshots";

    private final Path folder;
    private final BarStore bars;
    private final VolatilityStore volatilities;
    private final ChainStore chains;

    SeriesAudit(Workspace workspace) {
        this.folder = workspace.historical();
        this.bars = new BarStore(folder);
        this.volatilities = new VolatilityStore(folder);
        this.chains = new ChainStore(folder);
    }

    static String bars(Symbol symbol) {
        return "bars of " + symbol;
    }

    static String volatility(Symbol symbol) {
        return "volatility of " + symbol;
    }

    static String revisionsOf(String series) {
        return "revisions of the " + series;
    }

    static String begunOf(Symbol symbol) {
        return "snapshot under way of " + symbol;
    }

    /// @param symbols those with bars
    void into(Findings findings, List<Symbol> symbols) throws IOException {
        for (Symbol symbol : symbols) {
            findings.check(bars(symbol), () -> found(symbol));
            revisions(findings, bars(symbol), bars.revisions(symbol));
            if (volatilities.hasRemains(symbol)) {
                findings.check(volatility(symbol), () -> volatilities.load(symbol).size() + " days");
            }
            revisions(findings, volatility(symbol), volatilities.revisions(symbol));
        }
        archive(findings, symbols);
        for (Symbol symbol : chains.symbols()) {
            ChainAudit audit = chains.audit(symbol);
            findings.check("chains of " + symbol, audit.snapshots() + " snapshots, " + audit.quotes() + " quotes",
                    audit.faults());
            if (Files.exists(chains.begunFile(symbol))) {
                findings.check(begunOf(symbol), () -> chains.begun(symbol).map(
                        begun -> begun.left().size() + " of " + begun.counts().asked() + " options left")
                        .orElse("stored"));
            }
        }
        var plans = new ChainPlans(folder);
        if (Files.exists(plans.file())) {
            findings.check(PLANS, () -> plans.all().size() + " planned");
        }
    }

    private String found(Symbol symbol) throws IOException {
        int size = bars.load(symbol).size();
        BarManifest manifest = bars.manifest(symbol)
                .orElseThrow(() -> new IOException("its manifest went away while it was read. Verify again."));
        return size + " bars, " + manifest.firstDate() + " to " + manifest.lastDate() + ", "
                + manifest.source().text();
    }

    private static void revisions(Findings findings, String series, Revisions revisions) {
        if (revisions.files().stream().anyMatch(Files::exists)) {
            findings.check(revisionsOf(series), () -> revisions.count() + " corrections");
        }
    }

    private void archive(Findings findings, List<Symbol> symbols) throws IOException {
        BarArchive archive = BarArchive.in(folder);
        var faults = new ArrayList<String>();
        List<BarArchive.Past> pasts = archive.pasts();
        int days = 0;
        for (BarArchive.Past past : pasts) {
            try {
                days += past.bars();
            } catch (IOException e) {
                faults.add(Sentences.of(String.valueOf(e.getMessage())));
            }
        }
        for (Symbol symbol : symbols) {
            missing(archive, symbol.value(), bars.manifest(symbol)).forEach(faults::add);
            missing(archive, symbol + "_iv", volatilities.manifest(symbol)).forEach(faults::add);
        }
        if (!pasts.isEmpty() || !faults.isEmpty()) {
            findings.check(ARCHIVE, pasts.size() + " former pasts, " + days + " bars", faults);
        }
    }

    private static List<String> missing(BarArchive archive, String stem, Optional<BarManifest> now) {
        return archive.missing(stem, now.map(BarManifest::generation).orElse(1)).stream()
                .map(file -> file + " is gone: bars that were in use before generation "
                        + now.orElseThrow().generation()
                        + ". Put it and its .json back from a backup; without one, an empty " + file.getFileName()
                        + ".damaged in its folder says that you know.")
                .toList();
    }
}

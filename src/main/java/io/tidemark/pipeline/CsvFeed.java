package io.tidemark.pipeline;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.history.CsvImport;
import io.tidemark.history.RecentBars;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// Bars from a folder of `SYMBOL.csv` files, and volatilities from `SYMBOL_IV.csv`, without any gateway.
public final class CsvFeed implements BarFeed {
    private final Path folder;
    private final Clock clock;

    /// A feed from `folder`; the clock says which bars are finished.
    public CsvFeed(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public DataSource open(Progress progress) throws StageFailure {
        if (!Files.isDirectory(folder)) {
            throw new StageFailure(Stage.DOWNLOAD,
                    folder + " is not a folder. Choose a folder with one SYMBOL.csv for each symbol.");
        }
        return source();
    }

    private DataSource source() {
        return new DataSource(DataSource.Kind.CSV, folder.toString());
    }

    @Override
    public FeedTrial tryOut(Progress progress) {
        if (!Files.isDirectory(folder)) {
            return new FeedTrial.Failed(TrialStep.FOLDER, folder + " is not a folder",
                    "Choose a folder with one SYMBOL.csv for each symbol.");
        }
        try {
            return new FeedTrial.Passed(source(), List.of(), CsvImport.read(folder, Universe.SPY));
        } catch (IOException e) {
            return new FeedTrial.Failed(TrialStep.BARS, String.valueOf(e.getMessage()),
                    "Mend that file, or choose another folder.");
        }
    }

    /// The bars of the span that ends with the file's last date.
    @Override
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) throws IOException {
        progress.checkCancelled();
        List<DailyBar> bars = RecentBars.of(CsvImport.read(folder, instrument.symbol()), span.period());
        return new FetchResult.Bars(bars, clock.instant());
    }

    /// The volatilities in `SYMBOL_IV.csv` likewise; no data without that file.
    @Override
    public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) throws IOException {
        progress.checkCancelled();
        Optional<List<DailyBar>> bars = CsvImport.readVolatility(folder, instrument.symbol());
        return bars.isEmpty()
                ? new FetchResult.NoData("there is no " + instrument.symbol() + "_IV.csv in " + folder)
                : new FetchResult.Bars(RecentBars.of(bars.get(), Period.ofYears(years)), clock.instant());
    }

    @Override
    public void addListener(GatewayListener listener) {
        // files are read once, without retries to tell of
    }

    @Override
    public void close() {
        // nothing is held open
    }
}

package io.tidemark.gateway.demo;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bars from files, replayed as if they came from IBKR: one `SYMBOL.csv` a symbol, and `SYMBOL_IV.csv` for its implied
/// volatility where there is one, all read when the source is opened.
final class CsvSource implements BarSource {
    /// Says "not a live account" to a client that knows the demo gateway; looks like an account to every other.
    private static final String ACCOUNT = "REPLAY1234567";
    private static final Pattern FILE = Pattern.compile("([A-Z0-9.]{1,12})(_IV)?\\.csv");

    private final Map<Symbol, List<DailyBar>> bars;
    private final Map<Symbol, List<DailyBar>> volatilities;

    private CsvSource(Map<Symbol, List<DailyBar>> bars, Map<Symbol, List<DailyBar>> volatilities) {
        this.bars = bars;
        this.volatilities = volatilities;
    }

    /// Reads all files of a folder whose names are symbols.
    ///
    /// @throws IOException when the folder or a file cannot be read, or a line is no bar; the message names the line
    static CsvSource read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder; give one that holds SYMBOL.csv files");
        }
        var bars = new TreeMap<Symbol, List<DailyBar>>();
        var volatilities = new TreeMap<Symbol, List<DailyBar>>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    var kind = name.group(2) == null ? bars : volatilities;
                    kind.put(Symbol.of(name.group(1)), CsvBars.read(file));
                }
            }
        }
        if (bars.isEmpty()) {
            throw new IOException(folder + " holds no SYMBOL.csv file, such as SPY.csv");
        }
        return new CsvSource(bars, volatilities);
    }

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public String kind() {
        return "replayed";
    }

    @Override
    public Set<Symbol> symbols() {
        return Collections.unmodifiableSet(bars.keySet());
    }

    @Override
    public LocalDate firstDate(Symbol symbol) {
        return all(symbol).getFirst().date();
    }

    @Override
    public List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return between(all(symbol), from, to);
    }

    @Override
    public List<DailyBar> impliedVolatility(Symbol symbol, LocalDate from, LocalDate to) {
        return between(volatilities.getOrDefault(symbol, List.of()), from, to);
    }

    private static List<DailyBar> between(List<DailyBar> all, LocalDate from, LocalDate to) {
        return all.subList(indexFrom(all, from), indexFrom(all, to.plusDays(1)));
    }

    private List<DailyBar> all(Symbol symbol) {
        var all = bars.get(symbol);
        if (all == null) {
            throw new IllegalArgumentException("no file for " + symbol);
        }
        return all;
    }

    /// Index of the first bar dated `date` or later.
    private static int indexFrom(List<DailyBar> bars, LocalDate date) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).date().isBefore(date)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

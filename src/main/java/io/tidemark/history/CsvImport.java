package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a person's own daily bars from a folder with one file a symbol, `SPY.csv`, `VIX.csv` and so on.
///
/// Columns are found by the names in the first line, in any order and case: `date` (2024-12-31), `open`, `high`,
/// `low`, `close`, and `volume`, which may be missing. Other columns are skipped. Lines may be in any order of dates.
/// Prices should be adjusted for splits and not for dividends, as IBKR's own are.
public final class CsvImport {
    private CsvImport() {
    }

    /// The bars of one symbol, ascending by date, unchecked but for what the form of the file demands.
    ///
    /// @param folder the folder that holds `SYMBOL.csv`
    /// @throws BarFileException when the file is missing, has no bars, two of one date, or a line that cannot be read
    /// @throws IOException when the file cannot be read at all
    public static List<DailyBar> read(Path folder, Symbol symbol) throws IOException {
        Path file = folder.resolve(symbol + ".csv");
        if (!Files.isRegularFile(file)) {
            throw new BarFileException(file, "there is no such file; expected the daily bars of " + symbol
                    + " there, with the header " + String.join(",", BarCsv.COLUMNS));
        }
        return read(file);
    }

    /// The option-implied volatility of one symbol from `SYMBOL_IV.csv`, of the same form, annualised fractions; empty
    /// when there is no such file.
    ///
    /// @throws IOException as [CsvImport#read(Path, Symbol)]
    public static Optional<List<DailyBar>> readVolatility(Path folder, Symbol symbol) throws IOException {
        Path file = folder.resolve(symbol + "_IV.csv");
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static List<DailyBar> read(Path file) throws IOException {
        List<DailyBar> bars = new ArrayList<>();
        Map<LocalDate, Integer> lines = new HashMap<>();
        BarCsv.parse(file, Files.readAllBytes(file), (line, bar) -> {
            Integer other = lines.putIfAbsent(bar.date(), line);
            if (other != null) {
                throw new BarFileException(file, line, "has the same date as line " + other + ": " + bar.date(), null);
            }
            bars.add(bar);
        });
        if (bars.isEmpty()) {
            throw new BarFileException(file, "has a header and no bars");
        }
        bars.sort(Comparator.comparing(DailyBar::date));
        return bars;
    }
}

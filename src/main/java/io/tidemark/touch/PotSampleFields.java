package io.tidemark.touch;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Turns the fields of a samples file into rows. Symbols and days recur, so each text is understood once.
final class PotSampleFields {
    private final PotSamples.Builder rows;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, Integer> days = HashMap.newHashMap(4096);

    PotSampleFields(PotSamples.Builder rows) {
        this.rows = rows;
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException when a field is wrong, as is [java.time.DateTimeException]; the message tells
    ///        it
    void add(CsvRecord row) {
        int start = day(row.getField(1));
        int expiration = day(row.getField(2));
        if (expiration <= start) {
            throw new IllegalArgumentException("expiration " + row.getField(2) + " is not after " + row.getField(1));
        }
        rows.option(symbols.computeIfAbsent(row.getField(0), Symbol::of), start, expiration,
                OptionRight.ofCode(row.getField(3)), Double.parseDouble(row.getField(4)));
        readTouch(row.getField(5), row.getField(6), start, expiration);
        double baseline = Double.parseDouble(row.getField(7));
        if (!(baseline >= 0 && baseline <= 1)) {
            throw new IllegalArgumentException(row.getField(7) + " is no probability");
        }
        rows.baseline(baseline);
    }

    private void readTouch(String touched, String firstTouch, int start, int expiration) {
        if (!touched.equals(firstTouch.isEmpty() ? "0" : "1")) {
            throw new IllegalArgumentException("touched '" + touched + "' with first touch '" + firstTouch + "'");
        }
        if (!firstTouch.isEmpty()) {
            int day = day(firstTouch);
            if (day <= start || day > expiration) {
                throw new IllegalArgumentException("first touch " + firstTouch + " is outside the option's life");
            }
            rows.touchedOn(day);
        }
    }

    private int day(String iso) {
        return days.computeIfAbsent(iso, text -> Math.toIntExact(LocalDate.parse(text).toEpochDay()));
    }
}

package io.tidemark.touch;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Takes a samples file field by field from the reader's own buffer: half the time of records of strings when cold.
///
/// Any wrong field ends the reading with an [IllegalArgumentException] that tells what is wrong.
final class PotSamplesRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int ISO_LENGTH = 10;

    private final PotSamples.Builder rows;
    private long line;
    private boolean headerSeen;
    private int symbol;
    private int start;
    private int expiration;
    private OptionRight right = OptionRight.CALL;
    private double strike;
    private boolean touched;
    private int firstTouch;
    private double baseline;
    private IvSource volatility = IvSource.PROXY;
    private OptionOrigin origin = OptionOrigin.SAMPLED;

    PotSamplesRows(PotSamples.Builder rows) {
        this.rows = rows;
    }

    /// Line of the record read last, 1 for the header.
    long line() {
        return line;
    }

    /// Whether the line with the columns has been read.
    boolean hasHeader() {
        return headerSeen;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int field, char[] text, int offset, int length, boolean quoted) {
        if (!headerSeen) {
            checkColumn(field, new String(text, offset, length));
            return;
        }
        switch (field) {
            case 0 -> symbol = rows.symbol(new String(text, offset, length));
            case 1 -> start = day(text, offset, length);
            case 2 -> expiration = day(text, offset, length);
            case 3 -> right = OptionRight.ofCode(new String(text, offset, length));
            case 4 -> strike = decimal(text, offset, length, Double.MAX_VALUE);
            case 5 -> touched = flag(new String(text, offset, length));
            case 6 -> firstTouch = length == 0 ? PotSamples.NEVER : day(text, offset, length);
            case 7 -> baseline = decimal(text, offset, length, 1);
            case 8 -> volatility = IvSource.of(new String(text, offset, length));
            case 9 -> origin = OptionOrigin.of(new String(text, offset, length));
            default -> throw new IllegalArgumentException("more than " + PotSamplesCsv.COLUMNS.size() + " fields");
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getFieldCount() != PotSamplesCsv.COLUMNS.size()) {
            throw new IllegalArgumentException(
                    getFieldCount() + " fields instead of " + PotSamplesCsv.COLUMNS.size());
        }
        if (headerSeen) {
            addRow();
        }
        headerSeen = true;
        return true;
    }

    private void addRow() {
        if (expiration <= start) {
            throw new IllegalArgumentException("expires on " + LocalDate.ofEpochDay(expiration)
                    + ", not after its start on " + LocalDate.ofEpochDay(start));
        }
        boolean never = firstTouch == PotSamples.NEVER;
        if (touched == never || (!never && (firstTouch <= start || firstTouch > expiration))) {
            throw new IllegalArgumentException("touched " + (touched ? 1 : 0) + " does not go with first touch '"
                    + (never ? "" : LocalDate.ofEpochDay(firstTouch)) + "'");
        }
        rows.option(symbol, start, expiration, right, strike);
        rows.outcome(firstTouch, baseline);
        rows.origin(volatility, origin);
    }

    private static void checkColumn(int field, String name) {
        if (field >= PotSamplesCsv.COLUMNS.size() || !PotSamplesCsv.COLUMNS.get(field).equals(name)) {
            throw new IllegalArgumentException(
                    "expected the columns " + String.join(",", PotSamplesCsv.COLUMNS) + ", found " + name);
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "0" -> false;
            case "1" -> true;
            default -> throw new IllegalArgumentException("'" + text + "' is neither 0 nor 1");
        };
    }

    private static double decimal(char[] text, int offset, int length, double most) {
        var number = new String(text, offset, length);
        double value;
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + number + "' is no number", e);
        }
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(number + " is outside its range");
        }
        return value;
    }

    /// Days since 1970-01-01 of an ISO date. By hand: the formatters of `java.time` take 20 ms to load.
    private static int day(char[] text, int offset, int length) {
        if (length == ISO_LENGTH && text[offset + 4] == '-' && text[offset + 7] == '-') {
            int year = digits(text, offset, offset + 4);
            int month = digits(text, offset + 5, offset + 7);
            int day = digits(text, offset + 8, offset + 10);
            try {
                return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + new String(text, offset, length) + "' is no day", e);
            }
        }
        throw new IllegalArgumentException(
                "'" + new String(text, offset, length) + "' is no date: expected the form 2015-01-02");
    }

    /// The number that some digits make; a number no date has when one of them is no digit.
    private static int digits(char[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}

package io.tidemark.market;

import java.util.regex.Pattern;

/// A ticker symbol, safe to stand in a file name: `[A-Z0-9.]{1,12}`.
///
/// @param value the symbol as IBKR writes it, such as `SPY` or `BRK.B`
public record Symbol(String value) implements Comparable<Symbol> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9.]{1,12}");

    /// Checks the form.
    ///
    /// @throws IllegalArgumentException when the text is no symbol; the message says which text and what is allowed
    public Symbol {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a symbol: use 1 to 12 of the characters A-Z, 0-9 and the dot");
        }
    }

    /// The symbol written as `text`.
    ///
    /// @throws IllegalArgumentException when the text is no symbol
    public static Symbol of(String text) {
        return new Symbol(text);
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

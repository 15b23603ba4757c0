package io.tidemark.touch;

/// The right an option gives, and with it the side of the price its strike is sampled on.
public enum OptionRight {
    /// Buys: the strike lies above the price and is touched by a high.
    CALL('C', 1),
    /// Sells: the strike lies below the price and is touched by a low.
    PUT('P', -1);

    private final char code;
    private final int direction;

    OptionRight(char code, int direction) {
        this.code = code;
        this.direction = direction;
    }

    /// The right written as `C` or `P`.
    ///
    /// @throws IllegalArgumentException when the text is neither
    public static OptionRight ofCode(CharSequence text) {
        if (text.length() == 1) {
            for (OptionRight right : values()) {
                if (right.code == text.charAt(0)) {
                    return right;
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no option right: expected C or P");
    }

    /// `C` or `P`.
    public char code() {
        return code;
    }

    /// `+1` for a call, `-1` for a put.
    public int direction() {
        return direction;
    }
}

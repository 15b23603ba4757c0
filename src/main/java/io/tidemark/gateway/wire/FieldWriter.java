package io.tidemark.gateway.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds the body of a text message: fields in printable ASCII, each ended by one NUL.
public final class FieldWriter {
    private static final int FIRST_SIZE = 128;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /// Adds a text.
    ///
    /// @throws IllegalArgumentException when it holds anything but printable ASCII, tab, CR and LF: such a byte would
    ///         make the server drop the message, and a NUL would shift all fields after it
    public FieldWriter text(String value) {
        reserve(value.length() + 1);
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (!isPlain(each)) {
                throw new IllegalArgumentException("character %04x cannot be sent in '%s'".formatted((int) each,
                        value.replace('\0', '?')));
            }
            bytes[size++] = (byte) each;
        }
        bytes[size++] = 0;
        return this;
    }

    /// Adds a text for people, with each character outside printable ASCII as a backslash, `u` and four hex digits.
    public FieldWriter escaped(String value) {
        if (value.chars().allMatch(each -> isPlain((char) each))) {
            return text(value);
        }
        var plain = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            plain.append(isPlain(each) ? String.valueOf(each) : "\\u%04x".formatted((int) each));
        }
        return text(plain.toString());
    }

    /// Adds a whole number.
    public FieldWriter number(long value) {
        return digits(Long.toString(value));
    }

    /// Adds a decimal number without an exponent, digit for digit.
    public FieldWriter decimal(BigDecimal value) {
        return digits(value.toPlainString());
    }

    /// Adds a decimal number, or an empty field for zero, which means "not given" in a contract.
    public FieldWriter decimalOrEmpty(BigDecimal value) {
        return value.signum() == 0 ? empty() : decimal(value);
    }

    /// Adds `1` or `0`.
    public FieldWriter flag(boolean value) {
        return text(value ? "1" : "0");
    }

    /// Adds a field without content: an unset value.
    public FieldWriter empty() {
        reserve(1);
        bytes[size++] = 0;
        return this;
    }

    /// The body so far.
    public byte[] body() {
        return Arrays.copyOf(bytes, size);
    }

    /// Copies a number in one go: its characters need no check, and long lists consist of numbers.
    private FieldWriter digits(String number) {
        byte[] ascii = number.getBytes(StandardCharsets.ISO_8859_1);
        reserve(ascii.length + 1);
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
        bytes[size++] = 0;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private static boolean isPlain(char each) {
        return (each >= ' ' && each < 127) || each == '\t' || each == '\r' || each == '\n';
    }
}

package io.tidemark.gateway.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the body of a text message field by field.
///
/// An empty field counts as unset, and so do the largest values of int, long and double, which TWS sends for it.
/// Every complaint names the message, the number of the field and its content.
public final class FieldReader {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
    private static final String UNSET_DOUBLE = "1.7976931348623157E308";
    /// Far beyond any price or size; stops numbers that would fill the memory when written out.
    private static final int MOST_DIGITS = 64;
    /// Fewer digits than a long holds for sure.
    private static final int MOST_PLAIN = 18;

    private final byte[] body;
    private String message;
    private int at;
    private int field;

    /// Starts at the first field.
    ///
    /// @param body all fields
    /// @param message what to call the message in complaints, such as `message 17`
    public FieldReader(byte[] body, String message) {
        this.body = body;
        this.message = message;
    }

    /// Gives the message a better name for complaints, once its id is known.
    FieldReader named(String better) {
        message = better;
        return this;
    }

    /// Whether another field follows.
    public boolean hasNext() {
        return at < body.length;
    }

    /// Bytes not read yet, an upper bound for the number of fields left.
    public int remaining() {
        return body.length - at;
    }

    /// The next field, as UTF-8 with unreadable bytes replaced.
    ///
    /// @throws WireException when there is none, or its end is missing
    public String text() throws WireException {
        int start = at;
        int end = end();
        at = end + 1;
        field++;
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }

    /// The next field with each escape, a backslash, `u` and four hex digits, expanded.
    public String escapedText() throws WireException {
        String text = text();
        if (!text.contains("\\u")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(each -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(each.group(1), 16))));
    }

    /// The next field as a whole number, 0 when unset.
    public int integer() throws WireException {
        long value = number();
        if (value == Long.MAX_VALUE || value == Integer.MAX_VALUE) {
            return 0;
        }
        if (value != (int) value) {
            throw complaint("'" + value + "' is too large");
        }
        return (int) value;
    }

    /// The next field as a long whole number; [Long#MAX_VALUE] when the other side said "unset" in that way.
    public long number() throws WireException {
        String text = text();
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw complaint("'" + text + "' is no whole number");
        }
    }

    /// The next field as a number of entries that follow.
    ///
    /// @throws WireException when it is negative, or the rest of the message could not hold so many
    public int count() throws WireException {
        int count = integer();
        if (count < 0 || count > remaining()) {
            throw complaint("there cannot be " + count + " entries in the " + remaining() + " bytes left");
        }
        return count;
    }

    /// The next field as a flag: `1` or `true` in any case.
    public boolean flag() throws WireException {
        String text = text();
        return "1".equals(text) || "true".equalsIgnoreCase(text);
    }

    /// The next field as an exact decimal number, zero when unset.
    public BigDecimal decimal() throws WireException {
        BigDecimal plain = plainDecimal();
        if (plain != null) {
            return plain;
        }
        String text = text();
        return isUnset(text) ? BigDecimal.ZERO : parse(text);
    }

    /// The next field as an exact decimal number that has to be there.
    ///
    /// @param name what the number is, for the complaint
    public BigDecimal decimal(String name) throws WireException {
        BigDecimal plain = plainDecimal();
        if (plain != null) {
            return plain;
        }
        String text = text();
        if (isUnset(text)) {
            throw complaint("the " + name + " is missing");
        }
        return parse(text);
    }

    /// The next field as a floating-point number, NaN when unset.
    public double real() throws WireException {
        String text = text();
        return isUnset(text) ? Double.NaN : parse(text).doubleValue();
    }

    /// Passes over fields.
    public void skip(int fields) throws WireException {
        for (int i = 0; i < fields; i++) {
            at = end() + 1;
            field++;
        }
    }

    /// A complaint about the field just read.
    public WireException complaint(String what) {
        return new WireException(message + ", field " + field + ": " + what);
    }

    /// Reads digits with at most one point, which is what nearly every number of a long list is; passes over nothing
    /// and returns null when the field is anything else.
    private @Nullable BigDecimal plainDecimal() {
        long digits = 0;
        int scale = -1;
        for (int i = at; i < body.length && i - at <= MOST_PLAIN; i++) {
            byte each = body[i];
            if (each >= '0' && each <= '9') {
                digits = digits * 10 + each - '0';
                scale += scale < 0 ? 0 : 1;
            } else if (each == '.' && scale < 0 && i > at) {
                scale = 0;
            } else if (each == 0 && i > at && digits != Integer.MAX_VALUE) {
                at = i + 1;
                field++;
                return BigDecimal.valueOf(digits, Math.max(scale, 0));
            } else {
                return null;
            }
        }
        return null;
    }

    private BigDecimal parse(String text) throws WireException {
        try {
            var value = new BigDecimal(text);
            if (value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw complaint("'" + text + "' is no number");
        }
        throw complaint("a number of absurd size");
    }

    private int end() throws WireException {
        if (at >= body.length) {
            throw new WireException(message + " ends after " + field + " fields; more were expected");
        }
        int end = at;
        while (body[end] != 0) {
            end++;
            if (end == body.length) {
                throw new WireException(message + ", field " + (field + 1) + ": its end is missing");
            }
        }
        return end;
    }

    private static boolean isUnset(String text) {
        return text.isEmpty() || UNSET_DOUBLE.equals(text) || "2147483647".equals(text)
                || "9223372036854775807".equals(text);
    }
}

package io.tidemark.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "2147483647", "9223372036854775807", "1.7976931348623157E308"})
    void unsetNumberReadsAsZero(String field) throws IOException {
        assertThat(reader(field).decimal()).isZero();
        assertThat(reader(field).real()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2147483647", "9223372036854775807", "0"})
    void unsetWholeNumberReadsAsZero(String field) throws IOException {
        assertThat(reader(field).integer()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"48120034.5, 48120034.5", "1.5E7, 15000000", "660.120, 660.120", "-1, -1", "1e-3, 0.001"})
    void decimalsKeepTheirDigitsAndMayHaveAnExponent(String field, String plain) throws IOException {
        assertThat(reader(field).decimal().toPlainString()).isEqualTo(plain);
    }

    /// Plain numbers are read without a detour over a text; the JDK's own reading is the measure.
    @Test
    void decimalsAreReadAsTheJdkReadsThem() throws IOException {
        var random = new Random(5);
        var alphabet = "0123456789012345678901234567890123456789.-E".toCharArray();
        int numbers = 0;
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = 1 + random.nextInt(22); i > 0; i--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            Optional<BigDecimal> expected = byTheJdk(text.toString());
            if (expected.isPresent()) {
                numbers++;
                var in = new FieldReader((text + "\0next\0").getBytes(StandardCharsets.US_ASCII), "test");
                assertThat(in.decimal("number")).as("%s", text).isEqualTo(expected.get());
                assertThat(in.text()).isEqualTo("next");
            }
        }
        assertThat(numbers).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21474836.47", "2147483648", "9223372036854775806", "999999999999999999",
            "1234567890123456789012", "0", "0.00", "00.10"})
    void numbersNextToTheUnsetOnesAreNumbers(String field) throws IOException {
        assertThat(reader(field).decimal("number")).isEqualTo(new BigDecimal(field));
    }

    @Test
    void decimalsAreWrittenWithoutExponent() throws IOException {
        byte[] body = new FieldWriter().decimal(new BigDecimal("1.5E7")).body();
        assertThat(new FieldReader(body, "test").text()).isEqualTo("15000000");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "'', false", "true, true", "TRUE, true", "False, false"})
    void flagsComeInTwoSpellings(String field, boolean value) throws IOException {
        assertThat(reader(field).flag()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "caf\u00e9", "\u007f", "\u001b[31m"})
    void characterThatTheServerWouldChokeOnIsNotSent(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldWriter().text(text))
                .withMessageContaining("cannot be sent");
    }

    @Test
    void textForPeopleIsEscapedOnTheWayOutAndExpandedOnTheWayIn() throws IOException {
        byte[] body = new FieldWriter().escaped("caf\u00e9 \u20ac\ttab").body();
        assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo("caf\\u00e9 \\u20ac\ttab\0");
        assertThat(new FieldReader(body, "test").escapedText()).isEqualTo("caf\u00e9 \u20ac\ttab");
    }

    @Test
    void expandedDollarAndBackslashStayThemselves() throws IOException {
        assertThat(reader("\\u0024 \\u005c").escapedText()).isEqualTo("$ \\");
    }

    @Test
    void unreadableBytesNeverFail() throws IOException {
        byte[] body = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, 'x', 0};
        assertThat(new FieldReader(body, "test").text()).endsWith("x");
    }

    @Test
    void missingFieldIsNamedByItsMessage() {
        assertThatThrownBy(() -> {
            var in = reader("1");
            in.skip(1);
            in.text();
        }).isInstanceOf(WireException.class).hasMessage("test ends after 1 fields; more were expected");
    }

    @Test
    void fieldWithoutItsEndIsAnError() {
        assertThatThrownBy(() -> new FieldReader(new byte[]{'1'}, "test").text()).isInstanceOf(WireException.class)
                .hasMessage("test, field 1: its end is missing");
    }

    /// Numbers that the JDK reads and that are not of absurd size.
    private static Optional<BigDecimal> byTheJdk(String text) {
        try {
            return Optional.of(new BigDecimal(text)).filter(each -> Math.abs((long) each.scale()) <= 64);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static FieldReader reader(String field) {
        return new FieldReader((field + "\0").getBytes(StandardCharsets.UTF_8), "test");
    }
}

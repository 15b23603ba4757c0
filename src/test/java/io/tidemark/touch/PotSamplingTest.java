package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class PotSamplingTest {
    private static final PotSampling USUAL = PotSampling.of(42);

    @Test
    void emptyRangesAreRefusedWithTheirName() {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withSamplesPerSymbol(0))
                .withMessageContaining("samples per symbol");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withDays(0, 60)).withMessageContaining("0 to 60");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withDays(30, 29)).withMessageContaining("30 to 29");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withDays(5, 366)).withMessageContaining("365");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withZ(0, 2)).withMessageContaining("0.0 to 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withZ(2, 1)).withMessageContaining("2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withZ(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withZ(1, 10.5));
    }

    @Test
    void endsOfTheRangesAreAllowed() {
        assertThatNoException().isThrownBy(() -> USUAL.withSamplesPerSymbol(1).withDays(1, 365).withZ(10, 10));
    }
}

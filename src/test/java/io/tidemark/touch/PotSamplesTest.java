package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotSamplesTest {
    private static final String HEADER = """
            symbol,date,expiration,right,strike,touched,first_touch,baseline_probability,iv_source,origin
            """;
    private static final String ROWS = """
            SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.394814,real,real
            BRK.B,1999-12-31,2000-01-05,P,99.75,0,,0.000010,proxy,sampled
            SPY,2024-03-01,2024-04-05,P,0.0005,1,2024-04-05,1.000000,proxy,sampled
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pot_samples.csv"), text);
    }

    @Test
    void understandsEveryColumn() throws IOException {
        PotSamples samples = PotSamples.read(file(HEADER + ROWS));

        assertThat(samples.rows()).isEqualTo(3);
        assertThat(samples.symbol(1)).hasToString("BRK.B");
        assertThat(samples.symbolIndex(2)).isZero();
        assertThat(samples.date(0)).isEqualTo(LocalDate.of(2024, 2, 28));
        assertThat(samples.expiration(1)).isEqualTo(LocalDate.of(2000, 1, 5));
        assertThat(samples.right(0)).isEqualTo(OptionRight.CALL);
        assertThat(samples.right(1)).isEqualTo(OptionRight.PUT);
        assertThat(samples.strike(1)).isEqualTo(99.75);
        assertThat(samples.touched(0)).isTrue();
        assertThat(samples.firstTouch(0)).hasValue(LocalDate.of(2024, 2, 29));
        assertThat(samples.touched(1)).isFalse();
        assertThat(samples.firstTouch(1)).isEmpty();
        assertThat(samples.ivSource(0)).isEqualTo(IvSource.REAL);
        assertThat(samples.origin(0)).isEqualTo(OptionOrigin.REAL);
        assertThat(samples.origin(1)).isEqualTo(OptionOrigin.SAMPLED);
        assertThat(samples.realOptions()).isEqualTo(1);
        assertThat(samples.ivSource(1)).isEqualTo(IvSource.PROXY);
        assertThat(samples.baselines()).containsExactly(0.394814, 0.00001, 1);
        assertThat(samples.startDays()[1]).as("days before 2000-01-01, which is day 10957").isEqualTo(10_956);
        assertThat(samples.knownDays()[1]).isEqualTo(10_961);
    }

    @Test
    void writesTheSameBytesThatItRead() throws IOException {
        PotSamples samples = PotSamples.read(file(HEADER + ROWS));
        AtomicFile.write(folder.resolve("again.csv"), samples::write);

        assertThat(folder.resolve("again.csv")).hasContent(HEADER + ROWS);
    }

    @Test
    void fileWithoutRowsHasNone() throws IOException {
        assertThat(PotSamples.read(file(HEADER)).rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            textBlock = """
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.3 | 8 fields instead of 10
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.3,real,sampled,9 | fields
                    spy,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.3,real,sampled | 'spy' is not a symbol
                    SPY,2024-02-30,2024-03-31,C,512,1,2024-03-01,0.3,real,sampled | '2024-02-30' is no day
                    SPY,28.02.2024,2024-03-31,C,512,1,2024-02-29,0.3,real,sampled | '28.02.2024' is no date
                    SPY,2024-02-28,2024-x3-31,C,512,1,2024-02-29,0.3,real,sampled | '2024-x3-31'
                    SPY,2024-02-28,2024-02-28,C,512,0,,0.3,real,sampled | not after its start
                    SPY,2024-02-28,2024-03-31,X,512,1,2024-02-29,0.3,real,sampled | 'X' is no option right
                    SPY,2024-02-28,2024-03-31,C,abc,1,2024-02-29,0.3,real,sampled | 'abc' is no number
                    SPY,2024-02-28,2024-03-31,C,-5,1,2024-02-29,0.3,real,sampled | -5 is outside its range
                    SPY,2024-02-28,2024-03-31,C,512,2,2024-02-29,0.3,real,sampled | '2' is neither 0 nor 1
                    SPY,2024-02-28,2024-03-31,C,512,0,2024-02-29,0.3,real,sampled | touched 0 does not go
                    SPY,2024-02-28,2024-03-31,C,512,1,,0.3,real,sampled | touched 1 does not go with first touch
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-28,0.3,real,sampled | with first touch '2024-02-28'
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-04-01,0.3,real,sampled | with first touch '2024-04-01'
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,1.01,real,sampled | 1.01 is outside its range
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,NaN,real,sampled | NaN is outside its range
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.3,vix,sampled | 'vix' is neither real nor proxy
                    SPY,2024-02-28,2024-03-31,C,512,1,2024-02-29,0.3,real,made | 'made' is neither sampled nor real
                    """)
    void wrongRowIsNamedByFileAndLine(String row, String reason) throws IOException {
        Path file = file(HEADER + ROWS + row + "\n");

        assertThatThrownBy(() -> PotSamples.read(file)).isInstanceOf(IOException.class)
                .hasMessageContainingAll("pot_samples.csv, line 5: ", reason, "Prepare the training data again");
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        Path file = file("symbol,date,strike\nSPY,2024-02-28,100\n");

        assertThatThrownBy(() -> PotSamples.read(file)).isInstanceOf(IOException.class)
                .hasMessageContainingAll("line 1: ", "expected the columns symbol,date,expiration", "found strike");
    }

    @Test
    void emptyOrMissingFileIsRefused() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> PotSamples.read(empty)).isInstanceOf(IOException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> PotSamples.read(folder.resolve("none.csv"))).isInstanceOf(IOException.class)
                .hasMessageContaining("none.csv");
    }
}

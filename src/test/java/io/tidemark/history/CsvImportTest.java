package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvImportTest {
    @TempDir
    private Path folder;

    private List<DailyBar> read(String text) throws IOException {
        Files.writeString(folder.resolve("SPY.csv"), text);
        return CsvImport.read(folder, Universe.SPY);
    }

    private static final DailyBar MONDAY = DailyBar.of(LocalDate.of(2024, 6, 3), "10.50", "12", "9", "11", "1000");
    private static final DailyBar TUESDAY = DailyBar.of(LocalDate.of(2024, 6, 4), "11", "13", "10", "12", "0.5");

    @Test
    void readsTheUsualForm() throws IOException {
        assertThat(read("date,open,high,low,close,volume\n2024-06-03,10.50,12,9,11,1000\n2024-06-04,11,13,10,12,0.5\n"))
                .containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void findsColumnsByNameWhateverTheirOrderCaseAndCompany() throws IOException {
        assertThat(read("Volume, Close ,Adj Close,DATE,Low,High,Open\r\n1000,11,99,2024-06-03, 9 ,12,10.50\r\n"))
                .containsExactly(MONDAY);
    }

    @Test
    void sortsLinesByDate() throws IOException {
        assertThat(read("date,open,high,low,close,volume\n2024-06-04,11,13,10,12,0.5\n2024-06-03,10.50,12,9,11,1000"))
                .containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void volumeMayBeMissing() throws IOException {
        assertThat(read("date,open,high,low,close\n2024-06-03,10.50,12,9,11\n")).singleElement()
                .satisfies(bar -> assertThat(bar.volume()).isZero());
    }

    @Test
    void skipsTheMarkOfWindowsEditorsQuotesAndBlankLines() throws IOException {
        assertThat(read("\uFEFFdate,open,high,low,close,volume\n\n\"2024-06-03\",10.50,12,9,11,\"1000\"\n\n"))
                .containsExactly(MONDAY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "2024-06-04,1,1,1               | 3 | has 4 fields where the header has 6",
            "2024-06-04,1,1,1,1,1,1         | 3 | has 7 fields where the header has 6",
            "2024-06-31,1,1,1,1,1           | 3 | '2024-06-31' is not a date",
            "06/04/2024,1,1,1,1,1           | 3 | '06/04/2024' is not a date; expected one like 2024-12-31",
            "2024-06-04,1,n/a,1,1,1         | 3 | the high is 'n/a', which is not a number",
            "2024-06-04,1,1,1,,1            | 3 | the close is '', which is not a number",
            "2024-06-04,1,1,1,1,NaN         | 3 | the volume is 'NaN', which is not a number",
            "2024-06-03,1,1,1,1,1           | 3 | has the same date as line 2: 2024-06-03"})
    void badLineIsNamedWithWhatIsWrong(String bad, int line, String problem) {
        assertThatThrownBy(() -> read("date,open,high,low,close,volume\n2024-06-03,1,1,1,1,1\n" + bad + "\n"))
                .isInstanceOfSatisfying(BarFileException.class, error -> {
                    assertThat(error.line()).isEqualTo(line);
                    assertThat(error.file()).isEqualTo(folder.resolve("SPY.csv"));
                }).hasMessageContaining(folder.resolve("SPY.csv") + ", line " + line + ": ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest(name = "header {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"date,open,high,low,volume | close",
            "time,open,high,low,close,volume | date", "2024-06-03,1,1,1,1,1 | date", "date;open;high;low;close | date"})
    void headerWithoutANeededColumnIsRefused(String header, String column) {
        assertThatThrownBy(() -> read(header + "\n2024-06-03,1,1,1,1,1\n")).isInstanceOf(BarFileException.class)
                .hasMessageContaining("line 1: the header names no column '" + column
                        + "'; expected date,open,high,low,close,volume");
    }

    @Test
    void emptyFilesAreRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BarFileException.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("date,open,high,low,close,volume\n")).isInstanceOf(BarFileException.class)
                .hasMessageContaining("a header and no bars");
    }

    @Test
    void unclosedQuoteIsRefused() {
        assertThatThrownBy(() -> read("date,open,high,low,close,volume\n\"2024-06-03,1,1,1,1,1\n"))
                .isInstanceOf(BarFileException.class).hasMessageContaining("SPY.csv");
    }

    @Test
    void binaryFileIsRefused() throws IOException {
        Files.write(folder.resolve("SPY.csv"), new byte[]{0x50, 0x4b, 3, 4, (byte) 0xff, 0, 10, 1});

        assertThatThrownBy(() -> CsvImport.read(folder, Universe.SPY)).isInstanceOf(BarFileException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> CsvImport.read(folder, Symbol.of("BRK.B"))).isInstanceOf(BarFileException.class)
                .hasMessageContaining(folder.resolve("BRK.B.csv").toString())
                .hasMessageContaining("date,open,high,low,close,volume");
    }

    @Test
    void realFilesComeBackByteForByteThroughTheStore() throws IOException {
        Path real = RealBars.folderOrSkip();
        var store = new BarStore(folder);
        for (Symbol symbol : Universe.defaultSymbols()) {
            store.save(symbol, CsvImport.read(real, symbol), Bars.FROM_TWS);

            assertThat(Files.readString(store.file(symbol), StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines(Files.readString(real.resolve(symbol + ".csv")));
        }
    }
}

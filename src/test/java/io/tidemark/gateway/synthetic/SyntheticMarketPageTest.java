package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page about the synthetic market says what the code does.
class SyntheticMarketPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/synthetic-market.md");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z][^|]*?) +\\| (-?[0-9.,_]+)[^|]*\\|.*");

    @Test
    void measuredFactsOnThePageAreThoseOfTheDefaultMarket() throws IOException {
        var measured = new LinkedHashMap<String, String>();
        SyntheticFacts.of(SyntheticMarket.DEFAULT_SEED).all()
                .forEach((name, value) -> measured.put(name, String.format(Locale.ROOT, "%.2f", value)));
        assertThat(rows()).containsAllEntriesOf(measured);
    }

    @Test
    void parametersOnThePageAreThoseOfTheCode() throws IOException {
        var rows = rows();
        assertThat(rows).containsEntry("Default seed", String.valueOf(SyntheticMarket.DEFAULT_SEED));
        for (Season season : Season.values()) {
            assertThat(Files.readString(PAGE)).contains(String.format(Locale.ROOT,
                    "| %s | %.3f | %.2f | %.2f | %.1f | %d | %d |",
                    season, season.volatility(), season.onset(), season.drift(), season.jumps(), season.shortest(),
                    season.longest()));
        }
        for (StockProfile stock : StockProfile.all()) {
            assertThat(Files.readString(PAGE))
                    .contains(String.format(Locale.ROOT, "| %s | %.0f | %.2f | %.0f | %.2f | %.3f |",
                            stock.symbol(), stock.trend().start(), stock.beta(), stock.chips(), stock.ownVolatility(),
                            stock.earnings().step()));
        }
    }

    private static Map<String, String> rows() throws IOException {
        var rows = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(PAGE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1).strip(), row.group(2));
            }
        }
        return rows;
    }
}

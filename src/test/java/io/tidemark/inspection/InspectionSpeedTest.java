package io.tidemark.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.inspection.OptionFilter.Choice;
import io.tidemark.inspection.OptionFilter.Range;
import io.tidemark.inspection.OptionQuery.Sort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionSpeedTest {
    private static final OptionQuery SOME = new OptionQuery(
            List.of(new Choice(OptionColumn.SYMBOL, Set.of("SPY", "TSLA")), new Range(OptionColumn.DISTANCE, 2, 12),
                    new Range(OptionColumn.DAYS, 10, 50)),
            List.of(new Sort(OptionColumn.SYMBOL, false), new Sort(OptionColumn.CLOSED_FORM, true)));
    private static final OptionQuery SORTED = OptionQuery.all().sorted(SOME.order());

    @TempDir
    Path folder;

    private static long millis(Supplier<?> work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotNull();
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        return best;
    }

    private static long millisToSelect(OptionInspection options) {
        long start = System.nanoTime();
        OptionSelection some = options.select(SOME);
        long first = (System.nanoTime() - start) / 1_000_000;
        assertThat(some.size()).isBetween(options.rows() / 16, options.rows() / 2);
        long again = millis(() -> options.select(SOME));
        System.out.printf("%,d options: filter and sort %d ms, at first %d ms; sort all %d ms; all figures %d ms%n",
                options.rows(), again, first, millis(() -> options.select(SORTED)),
                millis(() -> options.figures(some)));
        return again;
    }

    @Test
    void sixteenThousandOptionsAreFilteredAndSortedWithoutAWait() throws IOException {
        OptionInspection options = MadeOptions.many(4_000, folder);
        assertThat(options.rows()).isEqualTo(16_000);
        assertThat(millisToSelect(options)).as("milliseconds to filter and sort").isLessThan(100);
    }

    @Test
    void aMillionOptionsAreFilteredAndSortedWithinASecond() throws IOException {
        OptionInspection options = MadeOptions.many(250_000, folder);
        assertThat(options.rows()).isEqualTo(1_000_000);
        assertThat(millisToSelect(options)).as("milliseconds to filter and sort").isLessThan(1_000);
    }
}

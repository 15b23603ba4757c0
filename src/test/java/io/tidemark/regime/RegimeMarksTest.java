package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegimeMarksTest {
    private static final Instant MADE = Instant.parse("2025-02-03T10:15:00Z");
    /// Friday, Saturday and Monday of a week-end with Martin Luther King's day after it.
    private static final LocalDate FRIDAY = LocalDate.of(2024, 1, 12);
    private static final LocalDate TUESDAY = LocalDate.of(2024, 1, 16);

    @TempDir
    Path folder;

    private static RegimeMark mark(LocalDate first, LocalDate last, @Nullable Regime regime, String note) {
        return new RegimeMark(first, last, regime, note, MADE);
    }

    @Test
    void marksComeBackAsTheyWereWritten() throws IOException {
        RegimeMarks marks = RegimeMarks.none()
                .with(mark(FRIDAY, TUESDAY, Regime.BEAR_TRENDING, "a \"slow\" slide, seen by eye"))
                .with(mark(FRIDAY, FRIDAY, null, "VIX jumped at the close"));
        RegimeMarksCsv csv = RegimeMarksCsv.in(folder);
        csv.write(marks);
        assertThat(csv.read()).isEqualTo(marks);
        assertThat(Files.readString(csv.file())).isEqualTo("""
                first,last,regime,note,made
                2024-01-12,2024-01-16,BEAR_TRENDING,"a ""slow"" slide, seen by eye",2025-02-03T10:15:00Z
                2024-01-12,2024-01-12,,VIX jumped at the close,2025-02-03T10:15:00Z
                """);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void noFileIsNoMarks() throws IOException {
        assertThat(RegimeMarksCsv.in(folder).read()).isEqualTo(RegimeMarks.none());
    }

    @Test
    void aRangeOverridesItsSessionsAndItsEnds() {
        var saturday = FRIDAY.plusDays(1);
        assertThat(RegimeMarks.none().with(mark(FRIDAY, TUESDAY, Regime.BEAR_TRENDING, "x")).overrides().keySet())
                .containsExactly(FRIDAY, TUESDAY);
        assertThat(RegimeMarks.none().with(mark(saturday, saturday, Regime.BEAR_TRENDING, "x")).overrides())
                .containsOnlyKeys(saturday);
    }

    @Test
    void aFlagChangesNoLabel() {
        assertThat(RegimeMarks.none().with(mark(FRIDAY, TUESDAY, null, "look again")).overrides()).isEmpty();
    }

    @Test
    void theLaterOverrideDecidesAndTakingItBackShowsTheEarlier() {
        RegimeMark early = mark(FRIDAY, TUESDAY, Regime.BEAR_TRENDING, "first thought");
        RegimeMark late = mark(TUESDAY, TUESDAY, Regime.EXTREME_STRESS, "second thought");
        RegimeMark flag = mark(TUESDAY, TUESDAY, null, "look again");
        RegimeMarks both = RegimeMarks.none().with(early).with(late).with(flag);
        assertThat(both.overrides()).containsEntry(TUESDAY, Regime.EXTREME_STRESS)
                .containsEntry(FRIDAY, Regime.BEAR_TRENDING);
        assertThat(both.decisive(TUESDAY)).contains(late);
        assertThat(both.of(TUESDAY)).containsExactly(early, late, flag);
        assertThat(both.without(late).overrides()).containsEntry(TUESDAY, Regime.BEAR_TRENDING);
    }

    @Test
    void everyLineThatCannotBeUnderstoodIsNamed() throws IOException {
        for (String[] each : List.of(new String[]{"2024-01-32,2024-01-12,,x,2025-02-03T10:15:00Z", "2024-01-32"},
                new String[]{"2024-01-12,2024-01-11,,x,2025-02-03T10:15:00Z", "goes forward"},
                new String[]{"2024-01-12,2024-01-12,BULLISH,x,2025-02-03T10:15:00Z", "BULL_TRENDING"},
                new String[]{"2024-01-12,2024-01-12,,  ,2025-02-03T10:15:00Z", "note"},
                new String[]{"2024-01-12,2024-01-12,,x,yesterday", "yesterday"},
                new String[]{"1790-01-12,2024-01-12,,x,2025-02-03T10:15:00Z", "1790-01-12"},
                new String[]{"2024-01-12,2024-01-12,,x", "4 fields"})) {
            RegimeMarksCsv csv = RegimeMarksCsv.in(folder);
            Files.writeString(csv.file(), "first,last,regime,note,made\n" + each[0] + "\n");
            assertThatThrownBy(csv::read).isInstanceOf(IOException.class).hasMessageContaining("line 2")
                    .hasMessageContaining(each[1]).hasMessageContaining(csv.file().toString());
        }
    }

    @Test
    void anotherHeaderIsRefused() throws IOException {
        RegimeMarksCsv csv = RegimeMarksCsv.in(folder);
        Files.writeString(csv.file(), "date,regime\n2024-01-12,BULL_TRENDING\n");
        assertThatThrownBy(csv::read).isInstanceOf(IOException.class).hasMessageContaining("line 1")
                .hasMessageContaining("first,last,regime,note,made");
    }

    @Test
    void aNoteOfSeveralLinesBecomesOne() {
        assertThat(mark(FRIDAY, FRIDAY, null, " first\n  second ").note()).isEqualTo("first second");
    }
}

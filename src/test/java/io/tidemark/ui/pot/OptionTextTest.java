package io.tidemark.ui.pot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.inspection.OptionBins;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFilter.Choice;
import io.tidemark.inspection.OptionFilter.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionTextTest {
    @Test
    void fractionsAreReadAndWrittenAsPercents() {
        assertThat(OptionText.number(OptionColumn.IMPLIED_VOLATILITY, 0.183)).isEqualTo("18.3 %");
        assertThat(OptionText.parse(OptionColumn.IMPLIED_VOLATILITY, "18.3 %")).hasValue(0.183);
        assertThat(OptionText.number(OptionColumn.MOMENTUM, 0.021)).isEqualTo("+2.1 %");
        assertThat(OptionText.parse(OptionColumn.DISTANCE, "4 %")).hasValue(4);
    }

    @Test
    void daysAreReadAndWrittenAsIsoDates() {
        double day = LocalDate.of(2020, 3, 16).toEpochDay();
        assertThat(OptionText.number(OptionColumn.START, day)).isEqualTo("2020-03-16");
        assertThat(OptionText.parse(OptionColumn.START, " 2020-03-16 ")).hasValue(day);
        assertThat(OptionText.parse(OptionColumn.START, "16.3.2020")).isEqualTo(OptionalDouble.empty());
        assertThat(OptionText.hint(OptionColumn.START)).isEqualTo("Start takes dates such as 2020-03-16.");
    }

    @Test
    void whatIsNoNumberIsNotRead() {
        assertThat(OptionText.parse(OptionColumn.STRIKE, "much")).isEmpty();
        assertThat(OptionText.parse(OptionColumn.STRIKE, "NaN")).isEmpty();
        assertThat(OptionText.parse(OptionColumn.STRIKE, "1,250.5")).hasValue(1250.5);
    }

    @Test
    void aMissingValueIsWrittenAsNothing() {
        assertThat(OptionText.number(OptionColumn.TOUCH_DAY, Double.NaN)).isEmpty();
    }

    @Test
    void filtersAreToldInFewWords() {
        assertThat(OptionText.of(new Range(OptionColumn.DAYS, 5, 9))).isEqualTo("Days 5 to 9");
        assertThat(OptionText.of(new Range(OptionColumn.DAYS, 7, 7))).isEqualTo("Days 7");
        assertThat(OptionText.of(new Range(OptionColumn.DISTANCE, 2, Double.POSITIVE_INFINITY)))
                .isEqualTo("Distance from 2.00 %");
        assertThat(OptionText.of(new Range(OptionColumn.Z, Double.NEGATIVE_INFINITY, 1))).isEqualTo("z up to 1.00");
        assertThat(OptionText.of(new Choice(OptionColumn.SYMBOL, Set.of("TSLA", "SPY"))))
                .isEqualTo("Symbol SPY, TSLA");
    }

    @Test
    void theBinsThatAFilterLetsPassAreMarked() {
        var bins = new OptionBins(OptionColumn.Z, new double[]{0, 1, 2, 3}, List.of(), new int[3], new int[3]);
        assertThat(OptionText.chosen(bins, bins.filter(1))).containsExactly(1, 1);
        assertThat(OptionText.chosen(bins, new Range(OptionColumn.Z, 0.5, 1.5))).containsExactly(0, 1);
        assertThat(OptionText.chosen(bins, new Range(OptionColumn.Z, 3, 9))).containsExactly(2, 2);
        assertThat(OptionText.chosen(bins, new Range(OptionColumn.Z, 8, 9))).containsExactly(-1, -1);
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnHasANameAndWords(OptionColumn column) {
        assertThat(OptionText.title(column)).isNotBlank();
        assertThat(OptionText.words(column)).hasSizeGreaterThan(10);
    }
}

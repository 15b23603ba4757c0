package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.Severity;
import io.tidemark.gateway.tws.TwsCode.Action;
import io.tidemark.gateway.tws.TwsCode.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TwsCodeTest {
    private static final Set<Action> ENDING = EnumSet.of(Action.REFUSE, Action.REFUSE_OUTSIDE_RESET, Action.READ_TEXT,
            Action.NEXT_CLIENT_ID, Action.NEEDS_PERSON);

    @Test
    void everyCodeThatAReaderOfBarsCanMeetIsKnown() {
        assertThat(Arrays.stream(TwsCode.values()).mapToInt(TwsCode::number)).containsExactlyInAnyOrder(100, 101, 102,
                162, 165, 166, 200, 300, 320, 321, 322, 326, 354, 366, 420, 502, 503, 504, 507, 508, 509, 1100, 1101,
                1102, 1300, 2103, 2104, 2105, 2106, 2107, 2108, 2109, 2110, 2119, 2120, 2157, 2158, 2174, 2186, 10089,
                10090, 10091, 10141, 10167, 10168, 10182, 10186, 10197, 10225, 10285, 10314, 10339);
    }

    @ParameterizedTest
    @EnumSource(TwsCode.class)
    void whatEndsSomethingComesWithAdvice(TwsCode code) {
        if (ENDING.contains(code.action()) || code.severity() == Severity.ERROR) {
            assertThat(code.advice()).as("advice for %s", code).matches("[A-Z].*\\.");
        }
        assertThat(code.meaning()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(TwsCode.class)
    void goodNewsEndsNothing(TwsCode code) {
        if (code.severity() == Severity.INFO) {
            assertThat(ENDING).doesNotContain(code.action());
        }
    }

    /// Within one hundred numbers lie good news, warnings and the end of everything: ranges tell nothing.
    @ParameterizedTest
    @CsvSource({"1100, WARNING, LINK_LOST", "1101, INFO, LINK_BACK", "1102, INFO, LINK_BACK", "2103, WARNING, TELL",
            "2104, INFO, TELL", "2105, WARNING, FARM_BROKEN", "2106, INFO, FARM_USABLE", "2107, INFO, FARM_USABLE",
            "2109, INFO, IGNORE", "2110, WARNING, LINK_LOST", "2157, WARNING, TELL", "2158, INFO, TELL"})
    void codesOfTheConnectionAreToldApart(int number, Severity severity, Action action) {
        var code = TwsCode.of(number).orElseThrow();
        assertThat(code.scope()).isEqualTo(Scope.SESSION);
        assertThat(code.severity()).isEqualTo(severity);
        assertThat(code.action()).isEqualTo(action);
    }

    @Test
    void codeThatIsNotInTheTableIsUnknown() {
        assertThat(TwsCode.of(9999)).isEmpty();
    }
}

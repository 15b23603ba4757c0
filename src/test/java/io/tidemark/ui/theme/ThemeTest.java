package io.tidemark.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.regime.Regime;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.Contrast;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3.0;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTokenHasAColourOfItsTheme(Theme theme) {
        ui.use(theme);
        for (Token token : Token.values()) {
            assertThat(ui.palette().color(token)).as(token.css()).isNotNull();
        }
        assertThat(ui.palette().color(Token.GROUND))
                .isEqualTo(Color.web(theme == Theme.DARK ? "#0D1117" : "#FFFFFF"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnItsGround(Theme theme) {
        ui.use(theme);
        for (Token token : List.of(Token.INK, Token.INK_MUTED, Token.GOOD, Token.WARNING, Token.BAD)) {
            assertThat(Contrast.of(ui.palette().color(token), ui.palette().color(Token.GROUND))).as(token.css())
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsDrawnStandsOutFromItsGround(Theme theme) {
        ui.use(theme);
        for (Token token : Token.values()) {
            boolean backdrop = List.of(Token.GROUND, Token.GRID, Token.FRAME, Token.HEAT_LOW, Token.REGIME_INK)
                    .contains(token);
            if (!backdrop) {
                assertThat(Contrast.of(ui.palette().color(token), ui.palette().color(Token.GROUND))).as(token.css())
                        .isGreaterThanOrEqualTo(VISIBLE);
            }
        }
    }

    @Test
    void aRegimesTokenIsNamedAfterIt() {
        for (int id = 0; id < Regime.count(); id++) {
            assertThat(Token.ofRegime(id)).hasToString("REGIME_" + Regime.of(id));
        }
    }

    @Test
    void theSystemIsFollowedUntilSomethingElseIsChosen() {
        var system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
        ThemeSwitch theme = UiWindow.onFx(() -> new ThemeSwitch(system, ThemeChoice.SYSTEM));
        assertThat(theme.palette().theme()).isEqualTo(Theme.LIGHT);
        UiWindow.onFx(() -> {
            system.set(ColorScheme.DARK);
            return system;
        });
        assertThat(theme.palette().theme()).isEqualTo(Theme.DARK);
        UiWindow.onFx(() -> {
            theme.choiceProperty().set(ThemeChoice.LIGHT);
            system.set(ColorScheme.LIGHT);
            system.set(ColorScheme.DARK);
            return system;
        });
        assertThat(theme.palette().theme()).isEqualTo(Theme.LIGHT);
    }
}

package io.tidemark.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The two looks.
public enum Theme {
    /// Dark on a white ground.
    LIGHT("tokens-light.css"),
    /// Light on a near-black ground.
    DARK("tokens-dark.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /// The sheet beneath all others, for `Application.setUserAgentStylesheet`.
    String userAgentSheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
            case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
        };
    }

    /// The sheets of a scene: this theme's tokens, then the rules that use them.
    List<String> sheets() {
        return List.of(sheet(tokens), sheet("tidemark.css"));
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, () -> "no sheet " + name).toExternalForm();
    }
}

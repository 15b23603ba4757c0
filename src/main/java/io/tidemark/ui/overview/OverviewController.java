package io.tidemark.ui.overview;

import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import javafx.fxml.FXML;

/// Leads a person who has nothing yet to the first step.
public final class OverviewController {
    private final Navigator navigator;

    @FXML
    private EmptyState empty;

    OverviewController(Navigator navigator) {
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        if (!navigator.has(ScreenId.SETUP)) {
            empty.setVerb("");
        }
    }

    @FXML
    private void onSetUp() {
        navigator.show(ScreenId.SETUP);
    }
}

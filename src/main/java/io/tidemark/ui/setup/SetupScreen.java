package io.tidemark.ui.setup;

import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.ThemeSwitch;
import javafx.scene.Parent;

/// The set-up guide as the shell sees it.
public final class SetupScreen implements Screen {
    private final SetupDesk desk;
    private final RulesController rules;
    private final Fxml.Loaded<SetupController> loaded;

    private SetupScreen(SetupDesk desk, RulesController rules, Fxml.Loaded<SetupController> loaded) {
        this.desk = desk;
        this.rules = rules;
        this.loaded = loaded;
    }

    /// Makes the screen.
    ///
    /// @param chooseWorkspace lets the person open another folder
    public static SetupScreen load(SetupState state, SetupDesk desk, RulesDesk rules, RunningWork work,
            ThemeSwitch theme, Navigator navigator, Runnable chooseWorkspace) {
        var step = new RulesController(state, rules, theme);
        return new SetupScreen(desk, step, new Fxml().with(RulesController.class, () -> step).with(
                SetupController.class,
                () -> new SetupController(state, desk, rules, work, navigator, chooseWorkspace))
                .load(SetupController.class));
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.look();
    }

    @Override
    public void close() {
        rules.close();
    }
}

package io.tidemark.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Puts a theme on every scene of the application and tells painters its colours.
///
/// All methods belong on the window's thread.
public final class ThemeSwitch {
    private final ObservableValue<ColorScheme> system;
    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(this, "choice");
    private final ReadOnlyObjectWrapper<Palette> palette;
    private final List<Scene> dressed = new ArrayList<>();

    /// Puts the chosen theme in force.
    ///
    /// @param system what the system prefers; followed while the choice is [ThemeChoice#SYSTEM]
    /// @param first the choice to begin with
    public ThemeSwitch(ObservableValue<ColorScheme> system, ThemeChoice first) {
        this.system = system;
        choice.set(first);
        Theme theme = theme();
        Application.setUserAgentStylesheet(theme.userAgentSheet());
        palette = new ReadOnlyObjectWrapper<>(this, "palette", ThemeColors.read(theme));
        choice.addListener((observed, before, now) -> follow());
        system.addListener((observed, before, now) -> follow());
    }

    /// What the person wants; set it to switch.
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// The colours in force; painters draw again when it changes.
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /// The colours in force.
    public Palette palette() {
        return palette.get();
    }

    /// Gives a scene the sheets of the theme, now and after each switch, until its window is hidden for good.
    public void dress(Scene scene) {
        dressed.add(scene);
        scene.getStylesheets().setAll(palette().theme().sheets());
    }

    /// Stops dressing a scene, such as a closed dialog's.
    public void undress(Scene scene) {
        dressed.remove(scene);
    }

    /// Has `paint` called with the colours now and after each switch.
    ///
    /// @return end it with `unsubscribe()` when the painter is closed
    public Subscription paint(Consumer<Palette> paint) {
        return palette.subscribe(paint);
    }

    private Theme theme() {
        return switch (choice.get()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> system.getValue() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }

    private void follow() {
        Theme theme = theme();
        if (theme == palette().theme()) {
            return;
        }
        Application.setUserAgentStylesheet(theme.userAgentSheet());
        dressed.forEach(scene -> scene.getStylesheets().setAll(theme.sheets()));
        palette.set(ThemeColors.read(theme));
    }
}

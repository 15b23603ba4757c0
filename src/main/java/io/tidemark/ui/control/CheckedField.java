package io.tidemark.ui.control;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A named text field that says beneath itself what is wrong with its text, while it is typed.
public final class CheckedField extends VBox {
    private final Label name = new Label();
    private final TextField field = new TextField();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanBinding valid = problem.isEmpty();
    private Function<String, String> check = text -> "";

    /// A field that takes any text.
    public CheckedField() {
        super(4);
        var trouble = new Label();
        trouble.getStyleClass().add("field-problem");
        trouble.setWrapText(true);
        trouble.textProperty().bind(problem);
        Shown.when(trouble, problem.isNotEmpty());
        name.setLabelFor(field);
        field.textProperty().addListener((observed, before, text) -> judge());
        field.accessibleHelpProperty().bind(problem);
        getStyleClass().add("checked-field");
        getChildren().addAll(name, field, trouble);
    }

    /// Sets how text is judged and judges what is there.
    ///
    /// @param check gives what is wrong and what is allowed, or an empty text
    public void setCheck(Function<String, String> check) {
        this.check = check;
        judge();
    }

    /// Takes whole numbers of a range only.
    public void setWholeNumber(int least, int most) {
        setCheck(text -> wholeNumber(text, least, most));
    }

    /// What the field is called.
    public StringProperty nameProperty() {
        return name.textProperty();
    }

    /// The name.
    public String getName() {
        return name.getText();
    }

    /// Sets the name.
    public void setName(String text) {
        name.setText(text);
    }

    /// The text as typed.
    public StringProperty textProperty() {
        return field.textProperty();
    }

    /// The text.
    public String getText() {
        return field.getText();
    }

    /// Sets the text.
    public void setText(String text) {
        field.setText(text);
    }

    /// What is wrong, or empty.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether nothing is wrong.
    public BooleanBinding valid() {
        return valid;
    }

    /// The field itself, for prompt text and width.
    public TextField getField() {
        return field;
    }

    private void judge() {
        String found = check.apply(field.getText() == null ? "" : field.getText());
        problem.set(found);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !found.isEmpty());
    }

    private static String wholeNumber(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return "";
            }
        } catch (NumberFormatException e) {
            // said below
        }
        return "A whole number from %,d to %,d.".formatted(least, most);
    }
}

package io.tidemark.ui.regimes;

import java.time.DateTimeException;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Lets date pickers write and understand dates as 2025-01-31, whatever the machine's language.
final class IsoDates {
    private IsoDates() {
    }

    static void install(DatePicker picker) {
        picker.setPromptText("yyyy-mm-dd");
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate date) {
                return date == null ? "" : date.toString();
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String text) {
                try {
                    return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
                } catch (DateTimeException e) {
                    return picker.getValue(); // what was typed is no date: the one before stays
                }
            }
        });
    }
}

package io.tidemark.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How much of something limited is used: a bar and words.
public final class UsageMeter extends HBox {
    private static final double WIDTH = 120;

    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();

    /// Nothing is used yet.
    public UsageMeter() {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("usage-meter");
        bar.setMinWidth(WIDTH);
        bar.setPrefWidth(WIDTH);
        words.getStyleClass().add("hint");
        words.setMinWidth(0);
        getChildren().addAll(bar, words);
    }

    /// Shows a use.
    ///
    /// @param share 0 to 1
    /// @param text the same in words
    public void show(double share, String text) {
        bar.setVisible(true);
        bar.setManaged(true);
        bar.setProgress(share);
        bar.setAccessibleText(text);
        words.setText(text);
    }

    /// Shows that nothing is limited.
    public void showUnlimited(String text) {
        bar.setVisible(false);
        bar.setManaged(false);
        words.setText(text);
    }
}

package io.tidemark.ui.regimes;

import io.tidemark.regime.Regime;
import io.tidemark.ui.control.RegimeBadge;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One regime's share as a bar with its figure behind it.
final class ShareBar extends HBox {
    private static final double BADGE_WIDTH = 44;
    private static final double THICK = 12;

    ShareBar(Regime regime, double share, String figure) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        var badge = new RegimeBadge(regime);
        badge.setPrefWidth(BADGE_WIDTH);
        var bar = new Region();
        bar.getStyleClass().addAll("share-bar", RegimeBadge.styleClass(regime));
        var track = new Pane(bar);
        track.getStyleClass().add("share-track");
        track.setMinSize(0, THICK);
        track.setPrefHeight(THICK);
        track.setMaxHeight(THICK);
        track.widthProperty()
                .subscribe(width -> bar.resize(width.doubleValue() * Math.clamp(share, 0, 1), THICK));
        bar.setManaged(false);
        HBox.setHgrow(track, Priority.ALWAYS);
        var number = new Label(figure);
        number.getStyleClass().add("numeric");
        number.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(badge, track, number);
        setAccessibleText(regime.title() + " " + figure);
    }
}

package io.tidemark.ui.regimes;

import io.tidemark.regime.Regime;
import io.tidemark.ui.chart.Contrast;
import io.tidemark.ui.control.RegimeBadge;
import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

/// A table with a regime a row whose cells are the darker the larger their share; the figures stand in the cells.
final class HeatTable extends GridPane {
    private static final double HEAD_WIDTH = 48;

    private final ThemeSwitch theme;

    HeatTable(ThemeSwitch theme) {
        this.theme = theme;
        setHgap(2);
        setVgap(2);
    }

    /// A cell.
    ///
    /// @param text its figure
    /// @param share 0 to 1, how dark; NaN for an empty one
    /// @param words the figure in a sentence
    record Cell(String text, double share, String words) {}

    /// Shows rows of cells, one a regime in the order of ids.
    ///
    /// @param heads one a column
    void show(List<? extends Node> heads, List<List<Cell>> rows) {
        getChildren().clear();
        getColumnConstraints().setAll(new ColumnConstraints(HEAD_WIDTH));
        for (int column = 0; column < heads.size(); column++) {
            var even = new ColumnConstraints();
            even.setHgrow(Priority.ALWAYS);
            even.setPercentWidth(82.0 / heads.size());
            getColumnConstraints().add(even);
            Node head = heads.get(column);
            GridPane.setHalignment(head, HPos.CENTER);
            add(head, column + 1, 0);
        }
        Palette palette = theme.palette();
        for (Regime regime : Regime.values()) {
            add(new RegimeBadge(regime), 0, regime.id() + 1);
            List<Cell> cells = rows.get(regime.id());
            for (int column = 0; column < cells.size(); column++) {
                add(label(cells.get(column), palette), column + 1, regime.id() + 1);
            }
        }
    }

    /// Ink or the ground's colour, whichever stands out more.
    private static Color readable(Palette palette, Color cell) {
        Color ink = palette.color(Token.INK);
        Color ground = palette.color(Token.GROUND);
        return Contrast.of(ink, cell) >= Contrast.of(ground, cell) ? ink : ground;
    }

    private static Label label(Cell cell, Palette palette) {
        var label = new Label(cell.text());
        label.getStyleClass().add("heat-cell");
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setAlignment(Pos.CENTER);
        double share = Double.isNaN(cell.share()) ? 0 : cell.share();
        label.setBackground(Background.fill(palette.heat(share)));
        label.setTextFill(readable(palette, palette.heat(share)));
        label.setTooltip(new Tooltip(cell.words()));
        label.setAccessibleText(cell.words());
        return label;
    }
}

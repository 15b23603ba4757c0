package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Cells in rows and columns, the darker or brighter the greater: a heat map, or a matrix of confusions.
public final class HeatGrid implements ChartPiece {
    private static final double HEAD = 22;
    private static final double GAP = 8;
    private static final double LEAST_CELL = 30;

    private final PaintedPane pane;
    private final String rowTitle;
    private final String columnTitle;
    private Cells cells = new Cells(List.of(), List.of(), new double[0][0], new String[0][0], new String[0][0]);
    private double left;
    private int keyRow;
    private int keyColumn;

    /// What stands in the cells; all arrays row by row.
    ///
    /// @param rows names of rows, from the top down
    /// @param columns names of columns
    /// @param heat 0 to 1, NaN for an empty cell
    /// @param texts written in the cells where there is room
    /// @param details shown when the mouse is over a cell
    public record Cells(List<String> rows, List<String> columns, double[][] heat, String[][] texts,
            String[][] details) {}

    /// Told which cell was clicked.
    @FunctionalInterface
    public interface OnCell {
        /// A cell was clicked.
        ///
        /// @param row from the top
        /// @param column from the left
        void at(int row, int column);
    }

    /// An empty grid.
    ///
    /// @param rowTitle what rows stand for
    /// @param columnTitle what columns stand for
    public HeatGrid(ThemeSwitch theme, String rowTitle, String columnTitle) {
        this.rowTitle = rowTitle;
        this.columnTitle = columnTitle;
        pane = new PaintedPane(theme, 380, 260, this::paint);
        pane.setHover((x, y) -> isCell(x, y) ? cells.details[rowAt(y)][columnAt(x)] : "");
    }

    /// Takes other cells.
    public void setCells(Cells cells) {
        this.cells = cells;
        left = cells.rows.stream().mapToDouble(PaintedPane::widthOf).max().orElse(0) + GAP;
        left = Math.max(left, PaintedPane.widthOf(rowTitle) + GAP);
        pane.redraw();
    }

    /// Has clicks told, and the cell that arrow keys have moved to when Enter or Space is pressed.
    public void setOnCell(OnCell told) {
        pane.setFocusTraversable(true);
        pane.setAccessibleText(rowTitle + " by " + columnTitle + ": arrows move, Enter opens a cell");
        pane.focusedProperty().subscribe(pane::redraw);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (moved(event.getCode())) {
                event.consume();
            } else if (isKeyCell() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                told.at(keyRow, keyColumn);
                event.consume();
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (isCell(event.getX(), event.getY())) {
                told.at(rowAt(event.getY()), columnAt(event.getX()));
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_MOVED,
                event -> pane.setCursor(isCell(event.getX(), event.getY()) ? Cursor.HAND : Cursor.DEFAULT));
    }

    private boolean isKeyCell() {
        return keyRow < cells.rows.size() && keyColumn < cells.columns.size();
    }

    /// Moves the cell that keys act on, not beyond the edge; false for other keys.
    private boolean moved(KeyCode key) {
        int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
        int right = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
        keyRow = Math.clamp((long) keyRow + down, 0, Math.max(0, cells.rows.size() - 1));
        keyColumn = Math.clamp((long) keyColumn + right, 0, Math.max(0, cells.columns.size() - 1));
        pane.redraw();
        return down != 0 || right != 0;
    }

    private double cellWidth() {
        return (pane.getWidth() - left) / Math.max(1, cells.columns.size());
    }

    private double cellHeight() {
        return (pane.getHeight() - 2 * HEAD) / Math.max(1, cells.rows.size());
    }

    private int columnAt(double x) {
        return (int) Math.floor((x - left) / cellWidth());
    }

    private int rowAt(double y) {
        return (int) Math.floor((y - 2 * HEAD) / cellHeight());
    }

    private boolean isCell(double x, double y) {
        int row = rowAt(y);
        int column = columnAt(x);
        return row >= 0 && row < cells.rows.size() && column >= 0 && column < cells.columns.size();
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        gc.setFill(palette.color(Token.INK_MUTED));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.fillText(columnTitle, left + (width - left) / 2, HEAD / 2);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(rowTitle, left - GAP, HEAD * 1.5);
        gc.setFill(palette.color(Token.INK));
        gc.setTextAlign(TextAlignment.CENTER);
        for (int column = 0; column < cells.columns.size(); column++) {
            gc.fillText(cells.columns.get(column), left + cellWidth() * (column + 0.5), HEAD * 1.5, cellWidth() - 2);
        }
        for (int row = 0; row < cells.rows.size(); row++) {
            gc.setFill(palette.color(Token.INK));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(cells.rows.get(row), left - GAP, 2 * HEAD + cellHeight() * (row + 0.5));
            for (int column = 0; column < cells.columns.size(); column++) {
                paintCell(gc, row, column, palette);
            }
        }
        if (pane.isFocused() && isKeyCell()) {
            gc.setStroke(palette.color(Token.HIGHLIGHT));
            gc.setLineWidth(3);
            gc.strokeRect(left + cellWidth() * keyColumn + 1.5, 2 * HEAD + cellHeight() * keyRow + 1.5,
                    cellWidth() - 4, cellHeight() - 4);
        }
    }

    private void paintCell(GraphicsContext gc, int row, int column, Palette palette) {
        double heat = cells.heat[row][column];
        double x = Math.round(left + cellWidth() * column);
        double y = Math.round(2 * HEAD + cellHeight() * row);
        double wide = Math.round(left + cellWidth() * (column + 1)) - x - 1;
        double high = Math.round(2 * HEAD + cellHeight() * (row + 1)) - y - 1;
        if (Double.isNaN(heat)) {
            gc.setStroke(palette.color(Token.GRID));
            gc.strokeRect(x + 0.5, y + 0.5, wide - 1, high - 1);
            return;
        }
        Color color = palette.heat(heat);
        gc.setFill(color);
        gc.fillRect(x, y, wide, high);
        if (wide >= LEAST_CELL && high >= LEAST_CELL / 2) {
            gc.setFill(readableOn(color, palette));
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(cells.texts[row][column], x + wide / 2, y + high / 2, wide - 2);
        }
    }

    /// Ink or ground, whichever stands out more from a colour.
    private static Color readableOn(Color color, Palette palette) {
        Color ink = palette.color(Token.INK);
        Color ground = palette.color(Token.GROUND);
        return Contrast.of(ink, color) >= Contrast.of(ground, color) ? ink : ground;
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        var head = new ArrayList<>(List.of(rowTitle + " / " + columnTitle));
        head.addAll(cells.columns);
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < cells.rows.size(); row++) {
            var texts = new ArrayList<>(List.of(cells.rows.get(row)));
            texts.addAll(List.of(cells.texts[row]));
            rows.add(texts);
        }
        return new TableData(head, rows);
    }

    @Override
    public void close() {
        pane.close();
    }
}

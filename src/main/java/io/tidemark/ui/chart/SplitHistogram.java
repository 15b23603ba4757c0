package io.tidemark.ui.chart;

import io.tidemark.ui.theme.Palette;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// How often values fall into bins, split into two classes that are stacked: untouched below, touched on top.
public final class SplitHistogram implements ChartPiece {
    private static final double FOOT = 18;
    private static final double SMALL = 60;
    private static final double KEY = 20;
    private static final double SWATCH = 9;

    private final PaintedPane pane;
    private final NumberText text;
    private double[] edges = {0, 1};
    private int[] untouched = new int[1];
    private int[] touched = new int[1];
    private List<String> names = List.of();
    private int firstChosen = -1;
    private int lastChosen = -1;

    /// An empty histogram; without an axis when it is lower than 60 pixels, as in the head of a column.
    ///
    /// @param text how values are written
    public SplitHistogram(ThemeSwitch theme, NumberText text) {
        this.text = text;
        pane = new PaintedPane(theme, 320, 140, this::paint);
        pane.setHover((x, y) -> describe(binAt(x)));
    }

    /// Takes other counts.
    ///
    /// @param edges ends of the bins, ascending, one more than bins
    /// @param untouched counts of the first class by bin
    /// @param touched counts of the second class by bin
    public void setCounts(double[] edges, int[] untouched, int[] touched) {
        if (edges.length != untouched.length + 1 || touched.length != untouched.length) {
            throw new IllegalArgumentException("n bins have n + 1 edges and n counts of each class");
        }
        take(edges, List.of(), untouched, touched);
    }

    /// Takes counts of names instead of numbers.
    ///
    /// @param names one a bin
    /// @param untouched counts of the first class by bin
    /// @param touched counts of the second class by bin
    public void setNamed(List<String> names, int[] untouched, int[] touched) {
        if (names.size() != untouched.length || touched.length != untouched.length) {
            throw new IllegalArgumentException("n names have n counts of each class");
        }
        take(IntStream.rangeClosed(0, names.size()).asDoubleStream().toArray(), names, untouched, touched);
    }

    private void take(double[] ends, List<String> words, int[] below, int[] above) {
        edges = ends.clone();
        names = List.copyOf(words);
        untouched = below.clone();
        touched = above.clone();
        pane.redraw();
    }

    /// Marks bins, such as those that a filter lets pass; -1 for none.
    public void setChosen(int first, int last) {
        firstChosen = first;
        lastChosen = last;
        pane.redraw();
    }

    /// Has clicks told, by bin.
    public void setOnBin(IntConsumer told) {
        pane.setCursor(Cursor.HAND);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            int bin = binAt(event.getX());
            if (bin >= 0) {
                told.accept(bin);
            }
        });
    }

    private int binAt(double x) {
        int bin = (int) Math.floor(x / Math.max(1, pane.getWidth()) * untouched.length);
        return bin >= 0 && bin < untouched.length ? bin : -1;
    }

    private String describe(int bin) {
        if (bin < 0) {
            return "";
        }
        int all = untouched[bin] + touched[bin];
        String what = names.isEmpty() ? text.of(edges[bin]) + " to " + text.of(edges[bin + 1]) : names.get(bin);
        return "%s: %,d, %,d touched (%s)".formatted(what, all, touched[bin],
                all == 0 ? "–" : NumberText.percent(0).of((double) touched[bin] / all));
    }

    private void paint(GraphicsContext gc, double width, double height, Palette palette) {
        int bins = untouched.length;
        double foot = height < SMALL ? 0 : FOOT;
        int most = Math.max(1, IntStream.range(0, bins).map(i -> untouched[i] + touched[i]).max()
                .orElse(1));
        var up = new Scale(0, most, height - foot, foot == 0 ? 2 : KEY);
        for (int i = 0; i < bins; i++) {
            double left = Math.round(width * i / bins);
            double wide = Math.max(1, Math.round(width * (i + 1) / bins) - left - 1);
            double faded = firstChosen < 0 || (i >= firstChosen && i <= lastChosen) ? 1 : 0.35;
            double lower = up.at(untouched[i]);
            double upper = up.at(untouched[i] + touched[i]);
            gc.setFill(palette.color(Token.UNTOUCHED, faded));
            gc.fillRect(left, lower, wide, up.at(0) - lower);
            gc.setFill(palette.color(Token.TOUCHED, faded));
            gc.fillRect(left, upper, wide, lower - upper);
        }
        if (foot > 0) {
            paintFoot(gc, width, height, palette);
            paintKey(gc, width, palette);
        }
    }

    private void paintFoot(GraphicsContext gc, double width, double height, Palette palette) {
        gc.setStroke(palette.color(Token.FRAME));
        gc.strokeLine(0, height - FOOT + 0.5, width, height - FOOT + 0.5);
        gc.setFill(palette.color(Token.INK_MUTED));
        double middle = height - FOOT / 2;
        double[] places = {0, width / 2, width};
        TextAlignment[] sides = {TextAlignment.LEFT, TextAlignment.CENTER, TextAlignment.RIGHT};
        if (!names.isEmpty()) {
            gc.setTextAlign(TextAlignment.CENTER);
            for (int bin = 0; bin < names.size(); bin++) {
                gc.fillText(names.get(bin), width * (bin + 0.5) / names.size(), middle, width / names.size());
            }
            return;
        }
        // bins are drawn equally wide, whatever they span
        int last = edges.length - 1;
        double[] values = {edges[0], (edges[last / 2] + edges[(last + 1) / 2]) / 2, edges[last]};
        for (int i = 0; i < places.length; i++) {
            gc.setTextAlign(sides[i]);
            gc.fillText(text.of(values[i]), places[i], middle);
        }
    }

    /// Paints which colour is which class, ending at `width`.
    static void paintKey(GraphicsContext gc, double width, Palette palette) {
        Token[] tokens = {Token.UNTOUCHED, Token.TOUCHED};
        String[] names = {"untouched", "touched"};
        double right = width;
        gc.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < names.length; i++) {
            gc.setFill(palette.color(Token.INK_MUTED));
            gc.fillText(names[i], right, KEY / 2);
            right -= PaintedPane.widthOf(names[i]) + SWATCH + 4;
            gc.setFill(palette.color(tokens[i]));
            gc.fillRect(right, (KEY - SWATCH) / 2, SWATCH, SWATCH);
            right -= KEY / 2;
        }
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public TableData table() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < untouched.length; i++) {
            rows.add(List.of(names.isEmpty() ? text.of(edges[i]) : names.get(i),
                    names.isEmpty() ? text.of(edges[i + 1]) : names.get(i), Integer.toString(untouched[i]),
                    Integer.toString(touched[i])));
        }
        return new TableData(Arrays.asList("From", "To", "Untouched", "Touched"), rows);
    }

    @Override
    public void close() {
        pane.close();
    }
}

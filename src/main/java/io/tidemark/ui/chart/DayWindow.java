package io.tidemark.ui.chart;

import java.time.LocalDate;
import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// Which of a row of trading days is seen, hovered and selected; shared by all charts of one screen, so that they
/// move together.
///
/// Days are counted by index from 0, so that weekends leave no gaps; bar `i` fills `i - 0.5` to `i + 0.5`.
/// Belongs to the window's thread.
public final class DayWindow {
    /// No day.
    public static final int NONE = -1;

    private static final double LEAST_SEEN = 10;
    private static final double HALF = 0.5;

    private final DoubleProperty min = new SimpleDoubleProperty(this, "min", -HALF);
    private final DoubleProperty max = new SimpleDoubleProperty(this, "max", LEAST_SEEN - HALF);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");
    private int[] epochDays = new int[0];

    /// Takes other days and shows them all.
    ///
    /// @param days as days since 1970-01-01, ascending
    public void setDays(int[] days) {
        epochDays = days.clone();
        hovered.set(NONE);
        selected.set(NONE);
        size.set(days.length);
        showAll();
    }

    /// How many days there are.
    public int size() {
        return epochDays.length;
    }

    /// How many days there are.
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// The date of day `i`.
    public LocalDate day(int i) {
        return LocalDate.ofEpochDay(epochDays[i]);
    }

    /// The day that is `date`, or the last one before it, or [DayWindow#NONE] before the first.
    public int indexAtOrBefore(LocalDate date) {
        int found = Arrays.binarySearch(epochDays, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }

    /// The left end of what is seen, in indices.
    public DoubleProperty minProperty() {
        return min;
    }

    /// The right end of what is seen, in indices.
    public DoubleProperty maxProperty() {
        return max;
    }

    /// The day under the mouse or the keyboard's crosshair, or [DayWindow#NONE].
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /// The day that was chosen, or [DayWindow#NONE].
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The first day seen.
    public int firstSeen() {
        return Math.clamp((int) Math.ceil(min.get() - HALF), 0, Math.max(0, size() - 1));
    }

    /// The last day seen.
    public int lastSeen() {
        return Math.clamp((int) Math.floor(max.get() + HALF), 0, Math.max(0, size() - 1));
    }

    /// Shows every day.
    public void showAll() {
        see(-HALF, Math.max(size(), LEAST_SEEN) - HALF);
    }

    /// Shows the last months up to the last day.
    public void showLast(int months) {
        if (size() > 0) {
            int first = indexAtOrBefore(day(size() - 1).minusMonths(months)) + 1;
            see(first - HALF, size() - HALF);
        }
    }

    /// Shows the days from one index to another, both included, with a little room.
    public void showSpan(int first, int last) {
        double room = Math.max(2, (last - first) * 0.1);
        see(first - HALF - room, last + HALF + room);
    }

    /// Sees more or less around a place that stays where it is.
    ///
    /// @param at index that keeps its place on the screen
    /// @param factor below 1 to see less, above 1 to see more
    public void zoom(double at, double factor) {
        double width = Math.clamp((max.get() - min.get()) * factor, Math.min(LEAST_SEEN, widest()), widest());
        double share = (at - min.get()) / (max.get() - min.get());
        double from = at - width * share;
        see(from, from + width);
    }

    /// Moves by days, to later ones when positive.
    public void pan(double days) {
        see(min.get() + days, max.get() + days);
    }

    /// Moves just so far that day `i` is seen, with some days around it.
    public void reveal(int i) {
        double margin = Math.min(5, (max.get() - min.get()) / 4);
        if (i - margin < min.get()) {
            pan(i - margin - min.get());
        } else if (i + margin > max.get()) {
            pan(i + margin - max.get());
        }
    }

    private double widest() {
        return Math.max(size(), LEAST_SEEN);
    }

    /// Keeps what is seen within the days there are: a pan stops at the ends.
    private void see(double from, double to) {
        double width = Math.min(to - from, widest());
        double least = -HALF;
        double most = Math.max(least, widest() - HALF - width);
        double start = Math.clamp(from, least, most);
        min.set(start);
        max.set(start + width);
    }
}

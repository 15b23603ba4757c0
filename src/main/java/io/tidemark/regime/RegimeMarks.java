package io.tidemark.regime;

import io.tidemark.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All marks of a workspace, in the order they were made. Where two overrides meet, the later one decides.
///
/// @param inOrder the marks, the oldest first
public record RegimeMarks(List<RegimeMark> inOrder) {
    private static final RegimeMarks NONE = new RegimeMarks(List.of());

    /// Keeps a copy.
    public RegimeMarks {
        inOrder = List.copyOf(inOrder);
    }

    /// No marks.
    public static RegimeMarks none() {
        return NONE;
    }

    /// The same and one more.
    public RegimeMarks with(RegimeMark mark) {
        return new RegimeMarks(Stream.concat(inOrder.stream(), Stream.of(mark)).toList());
    }

    /// The same without one: the labels below it show again.
    public RegimeMarks without(RegimeMark mark) {
        return new RegimeMarks(inOrder.stream().filter(each -> !each.equals(mark)).toList());
    }

    /// The marks of a day, the oldest first.
    public List<RegimeMark> of(LocalDate day) {
        return inOrder.stream().filter(mark -> mark.covers(day)).toList();
    }

    /// The override that decides a day.
    public Optional<RegimeMark> decisive(LocalDate day) {
        return of(day).reversed().stream().filter(RegimeMark::isOverride).findFirst();
    }

    /// The regime of each overridden day, as [RegimeLabelling#with] takes it.
    ///
    /// Of a range these are its sessions and both its ends: a person may mean a day on which only the bars know that
    /// there was trade.
    public SortedMap<LocalDate, Regime> overrides() {
        var days = new TreeMap<LocalDate, Regime>();
        for (RegimeMark mark : inOrder) {
            Regime regime = mark.regime();
            if (regime != null) {
                days.put(mark.first(), regime);
                days.put(mark.last(), regime);
                TradingCalendar.nyse().sessions(mark.first(), mark.last()).forEach(day -> days.put(day, regime));
            }
        }
        return Collections.unmodifiableSortedMap(days);
    }
}

package io.tidemark.history;

import java.time.LocalDate;
import java.util.List;

/// One kind of oddity in a symbol's bars, with every date it has.
///
/// @param kind what is odd
/// @param dates the dates, ascending; at least one
/// @param sentence how many there are and which, for a person; long lists are cut short
public record QualityFinding(Kind kind, List<LocalDate> dates, String sentence) {

    /// Keeps a copy.
    public QualityFinding {
        dates = List.copyOf(dates);
    }

    /// What can be odd.
    public enum Kind {
        /// The exchange traded and there is no bar.
        MISSING_SESSION("session has no bar", "sessions have no bar"),
        /// There is a bar and the exchange did not trade. Cboe prints VIX on some holidays.
        CLOSED_DAY("bar lies on a day without trading", "bars lie on days without trading"),
        /// A stock's bar of one price and no volume: nothing was traded, or nothing is known.
        PLACEHOLDER("bar is a placeholder of one price without volume",
                "bars are placeholders of one price without volume"),
        /// An index's bar of one price: only its close is known, so nothing can be said about its range.
        CLOSE_ONLY("bar has a close and no range", "bars have a close and no range"),
        /// A close more than a quarter away from the one before. A split that was not adjusted looks like this.
        JUMP("close moved by more than 25 %", "closes moved by more than 25 %"),
        /// A high above twice, or a low below half of what the day opened and closed at: most often a wrong print.
        WILD_RANGE("bar has a high or low far from its open and close",
                "bars have a high or low far from their open and close"),
        /// An open outside low to high. Stocks with such a bar are not stored; Cboe published VIX so before 2006.
        OPEN_OUTSIDE("bar opens outside its low and high", "bars open outside their low and high");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }

        String words(int count) {
            return count + " " + (count == 1 ? one : many);
        }
    }
}

package io.tidemark.training;

import java.time.LocalDate;
import java.util.stream.IntStream;

/// Dates as numbers, of two kinds.
final class Days {
    private Days() {
    }

    /// Days since 1970-01-01 of dates written as `yyyymmdd`.
    static int[] epochDays(int[] yyyymmdd) {
        return IntStream.of(yyyymmdd).map(Days::epochDay).toArray();
    }

    private static int epochDay(int date) {
        return Math.toIntExact(LocalDate.of(date / 10_000, date / 100 % 100, date % 100).toEpochDay());
    }
}

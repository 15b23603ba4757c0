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

    /// The date written as `yyyymmdd`.
    static LocalDate date(int yyyymmdd) {
        return LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    }

    private static int epochDay(int yyyymmdd) {
        return Math.toIntExact(date(yyyymmdd).toEpochDay());
    }
}

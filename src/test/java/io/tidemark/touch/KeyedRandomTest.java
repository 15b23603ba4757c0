package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyedRandomTest {

    /// Values of the algorithm's reference implementation in C (prng.di.unimi.it, splitmix64.c), state 1234567.
    @Test
    void isSplitMix64() {
        var random = new KeyedRandom(1234567);
        assertThat(new long[]{random.nextLong(), random.nextLong(), random.nextLong()})
                .containsExactly(6457827717110365317L, 3203168211198807973L,
                        Long.parseUnsignedLong("9817491932198370423"));
    }

    @Test
    void goesOnLikeTheSplittableRandomOfThisJava() {
        var ours = new KeyedRandom(-99);
        var theirs = new SplittableRandom(-99);
        for (int i = 0; i < 1000; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
    }

    /// Worked out once in Python's unbounded integers: rows of months long past hang on it.
    @Test
    void keyOfSymbolAndMonthNeverChanges() {
        assertThat(KeyedRandom.of(42, "SPY", 2015 * 12 + 1).nextLong()).isEqualTo(8941443671704086797L);
    }

    @Test
    void everyPartOfTheKeyMakesAnotherStream() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (String name : new String[]{"A", "B", "AB", "BA", "AA", ""}) {
                for (int number = 0; number < 50; number++) {
                    first.add(KeyedRandom.of(seed, name, number).nextLong());
                }
            }
        }
        assertThat(first).hasSize(20 * 6 * 50);
    }

    @Test
    void boundedDrawsAreEven() {
        int bound = 56;
        int draws = 560_000;
        var counts = new int[bound];
        var random = new KeyedRandom(3);
        for (int i = 0; i < draws; i++) {
            counts[random.nextInt(bound)]++;
        }
        double expected = (double) draws / bound;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // 99.9 % of even generators stay below 93.2 with 55 degrees of freedom.
        assertThat(chiSquare).isLessThan(93.2);
    }
}

package io.tidemark.touch;

/// A stream of random numbers that depends on its key alone: the same on every platform and every Java.
///
/// SplitMix64 (Steele, Lea, Flood 2014, *Fast Splittable Pseudorandom Number Generators*). `java.util.SplittableRandom`
/// uses it as well, but does not promise to go on doing so, and the bounded draws of the JDK have changed before.
final class KeyedRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    KeyedRandom(long state) {
        this.state = state;
    }

    /// The stream of a seed, a name and a number: distinct keys give independent streams.
    static KeyedRandom of(long seed, String name, int number) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            key = mix(key + GOLDEN_GAMMA + name.charAt(i));
        }
        return new KeyedRandom(mix(key + GOLDEN_GAMMA + number));
    }

    /// The next 64 bits.
    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// The next number in `[0, 1)`, a multiple of 2^-53.
    double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /// The next number in `[0, bound)`; its bias is below `bound / 2^64`.
    int nextInt(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package io.tidemark.touch;

/// Sorts row numbers by a small whole-number key in O(n), keeping the order of equal keys: a counting sort.
final class StableOrder {
    private StableOrder() {
    }

    /// The row numbers `0 .. keys.length - 1` in ascending order of their keys.
    ///
    /// @param keys within a range that fits into memory, such as days or bar indices
    static int[] of(int[] keys) {
        if (keys.length == 0) {
            return new int[0];
        }
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        var next = new int[max - min + 2];
        for (int key : keys) {
            next[key - min + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        var order = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            order[next[keys[row] - min]++] = row;
        }
        return order;
    }
}

package dev.orderwave.benchmarks.result;

import java.util.stream.DoubleStream;

/// What one value that something else disturbed does not move.
public final class Median {
    private Median() {}

    /// @throws IllegalArgumentException if there is no value
    public static double of(DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("there is no median of nothing");
        }
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

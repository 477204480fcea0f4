package dev.orderwave.benchmarks.logic;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Several measurements of one thing.
final class Samples {

    private Samples() {}

    /// The least disturbed one: what else runs on the machine only ever adds to a cost.
    static double least(DoubleStream samples) {
        return samples.min().orElseThrow();
    }

    /// One that something else disturbed does not move it.
    static double median(double... samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

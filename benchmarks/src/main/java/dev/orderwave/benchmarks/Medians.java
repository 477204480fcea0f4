package dev.orderwave.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderwave.local.WaveReport;
import java.util.List;

/// One metric of both, each as the median of its rounds: one round that something else disturbed does not move it.
record Medians(Metric metric, double orderwave, double node) {
    static Medians of(Metric metric, List<WaveReport> orderwave, List<WaveReport> node) {
        return new Medians(metric, median(metric, orderwave), median(metric, node));
    }

    /// Orderwave's share of Node's.
    @JsonProperty
    double ratio() {
        return orderwave / node;
    }

    /// No process costs nothing: 0 says that the system did not tell.
    boolean wereMeasured() {
        return orderwave > 0 && node > 0;
    }

    private static double median(Metric metric, List<WaveReport> waves) {
        var sorted = waves.stream().mapToDouble(metric::of).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

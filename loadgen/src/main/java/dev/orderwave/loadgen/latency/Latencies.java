package dev.orderwave.loadgen.latency;

import dev.orderwave.loadgen.result.Latency;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The latencies of all orders, and those of each stage where orders end.
public final class Latencies {

    private static final String ALL = "all";

    private final Duration resolution;
    private final Map<String, LatencyHistogram> histograms = new HashMap<>();

    /// @param resolution how much a single latency may be overstated
    public Latencies(Duration resolution) {
        this.resolution = resolution;
    }

    public void record(String stage, Duration latency) {
        histogram(ALL).record(latency);
        histogram(stage).record(latency);
    }

    /// Has a stage only if something came there.
    public Map<String, Latency> summary() {
        var summary = new HashMap<String, Latency>();
        histograms.forEach((name, histogram) -> summary.put(name, histogram.summary(resolution)));
        return summary;
    }

    private LatencyHistogram histogram(String name) {
        return histograms.computeIfAbsent(name, _ -> new LatencyHistogram());
    }
}

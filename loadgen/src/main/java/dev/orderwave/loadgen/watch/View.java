package dev.orderwave.loadgen.watch;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Sample;
import java.time.Duration;
import java.util.Map;

/// A wave as it looks at a moment, for those who watch.
///
/// @param orders how many the wave has
/// @param ended orders that are past the last queue, as the queues tell; the outboxes are listed less often
/// @param ordersPerSecond how many ended lately
/// @param latencies of the blobs that were listed last
/// @param listedBefore how long ago that was
public record View(
        Sample sample,
        int orders,
        long ended,
        double ordersPerSecond,
        Map<String, Latency> latencies,
        Duration listedBefore) {
    public View {
        latencies = Map.copyOf(latencies);
    }
}

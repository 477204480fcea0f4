package dev.orderwave.loadgen.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One wave, from its first due time until nothing of it moved any more.
///
/// @param due when the first order was due
/// @param seconds from then until the last order had ended
/// @param latencies from an order's due time to its blob's creation; keys: `all`, `express`, `standard`
/// @param samples in the order of time
/// @param costs per process, where those are local
/// @param findings what is wrong, order by order; the first ones of each kind
public record Cycle(
        Instant due,
        double seconds,
        double ordersPerSecond,
        Outcomes outcomes,
        Map<String, Latency> latencies,
        List<Sample> samples,
        Map<String, ProcessCost> costs,
        List<String> findings) {
    public Cycle {
        latencies = Map.copyOf(latencies);
        samples = List.copyOf(samples);
        costs = Map.copyOf(costs);
        findings = List.copyOf(findings);
    }
}

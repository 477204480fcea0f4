package dev.orderwave.loadgen.watch;

import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.ProcessCost;
import dev.orderwave.loadgen.result.Sample;
import java.util.List;
import java.util.Map;

/// A wave from its due time until nothing of it moved any more.
///
/// @param timing the due times and the clocks by which it was watched; the verification is to use the same
/// @param seconds from the first due time until the last order had ended
/// @param ended orders that had an ending by then: a blob, a rejection, or a dead letter
/// @param samples in the order of time. The blobs at each moment are those that storage's own times tell, not those
///     that were seen then
/// @param costs per process, where those are local
public record Watched(Timing timing, double seconds, long ended, List<Sample> samples, Map<String, ProcessCost> costs) {
    public Watched {
        samples = List.copyOf(samples);
        costs = Map.copyOf(costs);
    }

    /// Over all of the time; 0 if nothing ended.
    public double ordersPerSecond() {
        return seconds > 0 ? ended / seconds : 0;
    }
}

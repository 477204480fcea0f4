package dev.orderwave.loadgen.result;

import java.util.Map;

/// What was seen at one moment.
///
/// @param seconds since the cycle's first due time; negative before it
/// @param reached per stage, how many orders had reached it: `due`, `distributed`, `express`, `standard`, `rejected`,
///     `dead-lettered`
/// @param waiting per queue, how many messages were visible and not yet completed
/// @param processes per process, what it had used by then; empty where they are not local
public record Sample(
        double seconds, Map<String, Long> reached, Map<String, Long> waiting, Map<String, Usage> processes) {
    public Sample {
        reached = Map.copyOf(reached);
        waiting = Map.copyOf(waiting);
        processes = Map.copyOf(processes);
    }

    /// @param cpuSeconds processor time since the start of the process
    public record Usage(double cpuSeconds, long rssMb) {}
}

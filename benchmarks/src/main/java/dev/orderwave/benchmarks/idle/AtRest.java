package dev.orderwave.benchmarks.idle;

import java.util.List;

/// What one process took while nothing happened.
///
/// @param cpuPercent of one processor
/// @param rssMb the memory it held resident at the end
/// @param wakes by thread, the liveliest first; threads of one name count together
public record AtRest(String process, long seconds, double cpuPercent, double rssMb, List<Wakes> wakes) {
    public AtRest {
        wakes = List.copyOf(wakes);
    }

    /// @param thread its name, as far as Linux keeps it
    public record Wakes(String thread, double perMinute) {}

    double wakesPerMinute() {
        return wakes.stream().mapToDouble(Wakes::perMinute).sum();
    }
}

package dev.orderwave.benchmarks.growth;

import dev.orderwave.benchmarks.services.ProcessGroup;
import dev.orderwave.benchmarks.services.Series;
import dev.orderwave.benchmarks.services.ServiceMetric;

/// What orders beyond those that were measured would cost: the first wave as measured, with the start and all warming
/// up,
/// and every further order as much as one of the last wave.
///
/// @param firstOrders in the wave that found the services cold
/// @param firstCpuSeconds what it took the three services, their start included
/// @param warmCpuMs what an order of the last wave took them
record CostModel(int firstOrders, double firstCpuSeconds, double warmCpuMs) {
    static CostModel of(Series series) {
        return new CostModel(
                series.cold().orders(),
                ServiceMetric.COLD_CPU.of(series),
                ProcessGroup.SERVICES.cpuMsPerOrder(series.warm()));
    }

    /// @throws IllegalArgumentException if there are fewer orders than in the first wave, of which it says nothing
    double cpuSeconds(int orders) {
        if (orders < firstOrders) {
            throw new IllegalArgumentException(
                    "the model begins at %,d orders, was asked for %,d".formatted(firstOrders, orders));
        }
        return firstCpuSeconds + (orders - firstOrders) * warmCpuMs / 1000;
    }
}
